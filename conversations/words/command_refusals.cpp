#include "words/help_words.hpp"
#include "words/phrases.hpp"
#include "words/refusals.hpp"
#include "words/text.hpp"

namespace crossroads {

namespace {

constexpr std::size_t echo_limit = 40;

prose what_is_wrong(wrong_usage const& problem)
{
    auto const typed = in_quotation_marks(shorten(problem.typed, echo_limit));
    using enum wrong_usage::problem;
    switch (problem.what) {
    case product_too_long: return {plain(crossroads::product_too_long(length(problem.typed)))};
    case unknown_option: return {plain("I do not know the option " + typed + ".")};
    case names_value: return {plain("--names takes shown or hidden, not " + typed + ".")};
    case people_value: return {plain("--people takes open, or the people to ask.")};
    case export_value: return {plain("export takes md, json or csv, not " + typed + ".")};
    case not_a_person:
        return {plain(typed + " is not a person I can find. Type @ and pick the name from the list.")};
    case who_missing: return {plain("Say who: type @ and pick the name from the list.")};
    case number_missing: return {plain("Say which question, by its number.")};
    case unexpected_text: return {plain("I do not know what to do with " + typed + ".")};
    case window_value:
        if (problem.typed.empty())
            return {plain("Say how long: a number of days like 3d, or a date like 2026-06-12.")};
        return {plain(typed + " is neither a number of days like 3d nor a date like 2026-06-12.")};
    case value_missing: return {plain(typed + " needs a value.")};
    }
    return {};
}

}  // namespace

card usage_card(wrong_usage const& problem, std::string const& command)
{
    auto text = what_is_wrong(problem);
    text.push_back(plain(" Like this: "));
    text.push_back(code(command + " " + usage_of(problem.name)));
    text.push_back(plain("."));
    return notice(std::move(text));
}

card unknown_command_card(unknown_command const& typed, std::string const& command)
{
    prose text{plain("I do not know \"" + shorten(typed.typed, echo_limit) + "\".")};
    if (!typed.meant.empty()) {
        text.push_back(plain(" Did you mean "));
        for (std::size_t i = 0; i < typed.meant.size(); ++i) {
            if (i > 0)
                text.push_back(plain(" or "));
            text.push_back(code(typed.meant[i]));
        }
        text.push_back(plain("?"));
    }
    text.push_back(plain("\nThere is: "));
    text.push_back(code(command_line_help(command)));
    text.push_back(plain("."));
    return notice(std::move(text));
}

card ambiguous_command_card(ambiguous_command const& typed, std::string const& command)
{
    return notice(
        {plain(
             "\"" + shorten(typed.typed, echo_limit) + "\" could be " + listed(typed.candidates) +
             ". Type one more letter, for example "),
         code(command + " " + typed.candidates.front()), plain(".")});
}

}  // namespace crossroads
