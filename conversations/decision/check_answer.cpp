#include "decision/decision.hpp"
#include "guide/json_place.hpp"
#include "words/catalogue.hpp"

#include <algorithm>
#include <set>

namespace crossroads {

namespace {

constexpr std::size_t longest_text = 3000;
constexpr std::size_t most_respondents = 500;

// Characters as people count them: bytes that do not continue a character.
std::size_t characters(std::string_view text)
{
    return static_cast<std::size_t>(std::ranges::count_if(
        text, [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }));
}

std::optional<std::string> selection_defect(question const& asked, selection const& chosen, language in)
{
    auto const& words = words_in(in).refusals;
    if (asked.type == question_type::text) {
        return words.takes_a_sentence.text();
    }
    if (asked.type == question_type::single && chosen.options.size() != 1) {
        return words.exactly_one.text();
    }
    std::set<std::string_view> seen;
    option const* alone = nullptr;
    for (auto const& id : chosen.options) {
        auto const* const offered = asked.find(id);
        if (offered == nullptr) {
            return text_of(words.no_option, {{"option", in_quotes(id)}});
        }
        if (!seen.insert(id).second) {
            return text_of(words.option_twice, {{"option", in_quotes(id)}});
        }
        alone = offered->exclusive ? offered : alone;
    }
    if (alone != nullptr && chosen.options.size() > 1) {
        return text_of(words.exclusive, {{"option", in_quotes(alone->label) + " (" + alone->id + ")"}});
    }
    return std::nullopt;
}

std::optional<std::string> text_defect(question const& asked, std::string const& text, language in)
{
    auto const& words = words_in(in).refusals;
    if (asked.type != question_type::text) {
        return words.takes_a_choice.text();
    }
    if (text.find('\0') != std::string::npos) {
        return words.no_nul.text();
    }
    if (characters(text) > longest_text) {
        return text_of(words.text_too_long, {{"count", longest_text}});
    }
    return std::nullopt;
}

// What can be said of an answer whoever gave it: it fits the question.
std::optional<std::string> misfit(question const& asked, answer const& given, language in)
{
    if (auto const* const chosen = std::get_if<selection>(&given)) {
        return selection_defect(asked, *chosen, in);
    }
    if (auto const* const typed = std::get_if<free_text>(&given)) {
        return text_defect(asked, typed->text, in);
    }
    return std::nullopt;
}

std::optional<std::string> misfit(guide const& rules, std::string const& question_id, answer const& given)
{
    auto const* const asked = rules.find(question_id);
    return asked == nullptr ? "The guide has no such question." : misfit(*asked, given, language::english);
}

}  // namespace

std::optional<std::string> check_answer(question const& asked, answer const& given, language in)
{
    auto const& words = words_in(in).refusals;
    if (std::holds_alternative<do_not_know>(given) && !asked.allow_unknown) {
        return words.unknown_not_offered.text();
    }
    if (auto const* const chosen = std::get_if<selection>(&given);
        chosen != nullptr && chosen->options.empty() && asked.type == question_type::multi) {
        return words.tick_one.text();
    }
    if (auto const* const typed = std::get_if<free_text>(&given);
        typed != nullptr && asked.type == question_type::text &&
        typed->text.find_first_not_of(" \t\r\n") == std::string::npos) {
        return words.write_a_sentence.text();
    }
    return misfit(asked, given, in);
}

std::vector<sheet_defect> check_sheet(guide const& rules, answer_sheet const& sheet)
{
    std::vector<sheet_defect> defects;
    if (sheet.respondents.size() > most_respondents) {
        defects.push_back(
            {"There are " + std::to_string(sheet.respondents.size()) + " respondents; at most " +
             std::to_string(most_respondents) + " are taken."});
    }
    std::set<std::string_view> ids;
    for (auto const& from : sheet.respondents) {
        if (!ids.insert(from.id).second) {
            defects.push_back(
                {"Two respondents have the id " + in_quotes(from.id) + ". Rename one of them."});
        }
        for (auto const& [question_id, given] : from.answers) {
            if (auto const wrong = misfit(rules, question_id, given)) {
                defects.push_back(
                    {"Respondent " + in_quotes(from.id) + ", question " + in_quotes(question_id) + ": " +
                     *wrong});
            }
        }
    }
    for (auto const& [question_id, settled] : sheet.settled) {
        if (auto const wrong = misfit(rules, question_id, settled.value)) {
            defects.push_back({"Settled question " + in_quotes(question_id) + ": " + *wrong});
        }
    }
    for (auto const& [budget, mark] : sheet.concrete) {
        if (std::ranges::find(rules.questions, budget, &question::budget) == rules.questions.end()) {
            defects.push_back(
                {"Concrete mark " + in_quotes(budget) + ": the guide has no such budget question."});
        }
    }
    return defects;
}

}  // namespace crossroads
