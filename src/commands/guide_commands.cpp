#include "commands/guide_commands.hpp"

#include "guide/show.hpp"
#include "settings/guide_file.hpp"

#include <ostream>
#include <string>
#include <variant>

namespace crossroads {
namespace {

exit_code report(guide_problems const& problems, std::ostream& errors)
{
    for (auto const& line : describe(problems))
        errors << line << '\n';
    return exit_code::invalid_input;
}

/// " Translated to Deutsch.", or nothing.
std::string translations_of(guide const& rules)
{
    std::string names;
    for (auto const& one : rules.translations)
        if (one.questions != rules.questions)
            names.append(names.empty() ? " Translated to " : ", ").append(own_name_of(one.shown_in));
    return names.empty() ? names : names + ".";
}

}  // namespace

exit_code check_guide(guide_check_command const& asked, std::ostream& out, std::ostream& errors)
{
    auto const loaded = read_guide_file(asked.guide_file);
    if (auto const* problems = std::get_if<guide_problems>(&loaded))
        return report(*problems, errors);
    auto const& rules = std::get<guide_source>(loaded).rules;
    out << asked.guide_file << ": fine. " << rules.id << ' ' << rules.version << ", "
        << rules.questions.size() << " questions, " << rules.paths.size() << " paths, "
        << rules.scenarios.size() << " scenarios come out as they say." << translations_of(rules) << '\n';
    return exit_code::done;
}

exit_code show_guide(guide_show_command const& asked, std::ostream& out, std::ostream& errors)
{
    auto const loaded = read_guide_file(asked.guide_file);
    if (auto const* problems = std::get_if<guide_problems>(&loaded))
        return report(*problems, errors);
    auto const& rules = std::get<guide_source>(loaded).rules;
    out << show_guide(in_language(rules, asked.in.value_or(rules.shown_in)));
    return exit_code::done;
}

}  // namespace crossroads
