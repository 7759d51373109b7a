#include "commands/backup_command.hpp"
#include "commands/command_line.hpp"
#include "commands/evaluate.hpp"
#include "commands/exit_code.hpp"
#include "commands/guide_commands.hpp"
#include "commands/journal_commands.hpp"
#include "commands/letters_commands.hpp"
#include "commands/serve.hpp"
#include "commands/teams_app_command.hpp"
#include "commands/version.hpp"

#include <exception>
#include <iostream>
#include <map>
#include <string>
#include <unistd.h>
#include <variant>
#include <vector>

namespace crossroads {
namespace {

std::map<std::string, std::string> environment_variables()
{
    std::map<std::string, std::string> variables;
    for (char** entry = environ; *entry; ++entry) {
        std::string const text = *entry;
        auto const equals = text.find('=');
        if (equals != std::string::npos)
            variables[text.substr(0, equals)] = text.substr(equals + 1);
    }
    return variables;
}

/// Carries out whichever command was understood.
struct run_command {
    exit_code operator()(serve_command const& asked) const
    {
        return serve(asked, environment_variables(), std::cout, std::cerr);
    }

    exit_code operator()(playground_command const& asked) const
    {
        return serve_playground(asked, environment_variables(), std::cout, std::cerr);
    }

    exit_code operator()(evaluate_command const& asked) const
    {
        return evaluate(asked, std::cin, std::cout, std::cerr);
    }

    exit_code operator()(guide_check_command const& asked) const
    {
        return check_guide(asked, std::cout, std::cerr);
    }

    exit_code operator()(guide_show_command const& asked) const
    {
        return show_guide(asked, std::cout, std::cerr);
    }

    exit_code operator()(backup_command const& asked) const
    {
        return back_up(asked, environment_variables(), std::cout, std::cerr);
    }

    exit_code operator()(journal_check_command const& asked) const
    {
        return check_journal(asked, environment_variables(), std::cout, std::cerr);
    }

    exit_code operator()(journal_show_command const& asked) const
    {
        return show_journal(asked, environment_variables(), std::cout, std::cerr);
    }

    exit_code operator()(journal_salvage_command const& asked) const
    {
        return salvage_journal(asked, std::cout, std::cerr);
    }

    exit_code operator()(letters_list_command const& asked) const
    {
        return list_letters(asked, environment_variables(), std::cout, std::cerr);
    }

    exit_code operator()(letters_retry_command const& asked) const
    {
        return retry_letters(asked, environment_variables(), std::cout, std::cerr);
    }

    exit_code operator()(letters_drop_command const& asked) const
    {
        return drop_letters(asked, environment_variables(), std::cout, std::cerr);
    }

    exit_code operator()(erase_command const& asked) const
    {
        return erase_conversation(asked, environment_variables(), std::cout, std::cerr);
    }

    exit_code operator()(teams_app_command const& asked) const
    {
        return write_teams_app(asked, environment_variables(), std::cout, std::cerr);
    }

    exit_code operator()(version_command const&) const
    {
        std::cout << version_text();
        return exit_code::done;
    }

    exit_code operator()(help_command const&) const
    {
        std::cout << usage();
        return exit_code::done;
    }

    exit_code operator()(usage_error const& wrong) const
    {
        std::cerr << "crossroads: " << wrong.what << '\n';
        return exit_code::wrong_usage;
    }
};

}  // namespace
}  // namespace crossroads

int main(int count, char** words)
{
    using namespace crossroads;
    std::ios::sync_with_stdio(false);
    try {
        auto const asked = parse_command_line(std::vector<std::string>(words + 1, words + count));
        return static_cast<int>(std::visit(run_command{}, asked));
    } catch (std::exception const& e) {
        std::cerr << "crossroads: " << e.what() << '\n';
        return static_cast<int>(exit_code::failed);
    }
}
