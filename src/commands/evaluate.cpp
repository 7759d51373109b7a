#include "commands/evaluate.hpp"

#include "decision/document.hpp"
#include "picture/draw_picture.hpp"
#include "settings/guide_file.hpp"

#include <nlohmann/json.hpp>

#include <fstream>
#include <istream>
#include <iterator>
#include <ostream>
#include <string>
#include <variant>

namespace crossroads {
namespace {

std::string error_line(std::string const& what)
{
    auto const line = nlohmann::json{{"error", what}};
    return line.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

exit_code evaluate_lines(guide const& rules, std::istream& in, std::ostream& out)
{
    auto ended = exit_code::done;
    std::string line;
    while (std::getline(in, line)) {
        auto const sheet = read_sheet(rules, line);
        if (auto const* wrong = std::get_if<std::string>(&sheet)) {
            out << error_line(*wrong) << '\n';
            ended = exit_code::invalid_input;
        } else {
            out << write_decision(decide(rules, std::get<answer_sheet>(sheet))) << '\n';
        }
    }
    return ended;
}

bool write_picture(std::string const& file, assessed const& result)
{
    std::ofstream into(file, std::ios::binary | std::ios::trunc);
    into << draw_picture(picture_of(result, result.sheet.product, 0));
    into.close();
    return into.good();
}

exit_code evaluate_one(
    guide const& rules, std::string const& picture_file, std::istream& in, std::ostream& out,
    std::ostream& errors)
{
    std::string const text(std::istreambuf_iterator<char>(in), {});
    auto const sheet = read_sheet(rules, text);
    if (auto const* wrong = std::get_if<std::string>(&sheet)) {
        errors << "crossroads: " << *wrong << '\n';
        return exit_code::invalid_input;
    }
    auto const decided = decide(rules, std::get<answer_sheet>(sheet));
    if (!picture_file.empty() &&
        !write_picture(picture_file, {rules, std::get<answer_sheet>(sheet), decided})) {
        errors << "crossroads: cannot write " << picture_file << '\n';
        return exit_code::failed;
    }
    out << write_decision(decided) << '\n';
    return exit_code::done;
}

}  // namespace

exit_code evaluate(evaluate_command const& asked, std::istream& in, std::ostream& out, std::ostream& errors)
{
    auto const loaded = read_guide_file(asked.guide_file);
    if (auto const* problems = std::get_if<guide_problems>(&loaded)) {
        for (auto const& line : describe(*problems))
            errors << line << '\n';
        return exit_code::invalid_input;
    }
    auto const& rules = std::get<guide_source>(loaded).rules;
    auto const ended = asked.one_per_line ? evaluate_lines(rules, in, out)
                                          : evaluate_one(rules, asked.picture_file, in, out, errors);
    out.flush();
    if (!out) {
        errors << "crossroads: cannot write the result\n";
        return exit_code::failed;
    }
    return ended;
}

}  // namespace crossroads
