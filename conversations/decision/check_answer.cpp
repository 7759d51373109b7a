#include "decision/decision.hpp"
#include "guide/json_place.hpp"

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

std::optional<std::string> selection_defect(question const& asked, selection const& chosen)
{
    if (asked.type == question_type::text) {
        return "This question takes a sentence, not a choice.";
    }
    if (asked.type == question_type::single && chosen.options.size() != 1) {
        return "Choose exactly one option.";
    }
    std::set<std::string_view> seen;
    option const* alone = nullptr;
    for (auto const& id : chosen.options) {
        auto const* const offered = asked.find(id);
        if (offered == nullptr) {
            return "There is no option " + in_quotes(id) + " here.";
        }
        if (!seen.insert(id).second) {
            return "The option " + in_quotes(id) + " is given twice. Give it once.";
        }
        alone = offered->exclusive ? offered : alone;
    }
    if (alone != nullptr && chosen.options.size() > 1) {
        return in_quotes(alone->label) + " (" + alone->id +
               ") cannot go with another choice. Untick one of them.";
    }
    return std::nullopt;
}

std::optional<std::string> text_defect(question const& asked, std::string const& text)
{
    if (asked.type != question_type::text) {
        return "This question takes a choice, not a sentence.";
    }
    if (text.find('\0') != std::string::npos) {
        return "The text holds the character U+0000, which cannot be kept. Remove it.";
    }
    if (characters(text) > longest_text) {
        return "The text has more than " + std::to_string(longest_text) + " characters. Shorten it.";
    }
    return std::nullopt;
}

// What can be said of an answer whoever gave it: it fits the question.
std::optional<std::string> misfit(question const& asked, answer const& given)
{
    if (auto const* const chosen = std::get_if<selection>(&given)) {
        return selection_defect(asked, *chosen);
    }
    if (auto const* const typed = std::get_if<free_text>(&given)) {
        return text_defect(asked, typed->text);
    }
    return std::nullopt;
}

std::optional<std::string> misfit(guide const& rules, std::string const& question_id, answer const& given)
{
    auto const* const asked = rules.find(question_id);
    return asked == nullptr ? "The guide has no such question." : misfit(*asked, given);
}

}  // namespace

std::optional<std::string> check_answer(question const& asked, answer const& given)
{
    if (std::holds_alternative<do_not_know>(given) && !asked.allow_unknown) {
        return "\"Do not know\" is not offered here. You can skip this question.";
    }
    if (auto const* const chosen = std::get_if<selection>(&given);
        chosen != nullptr && chosen->options.empty() && asked.type == question_type::multi) {
        return "Tick at least one option.";
    }
    if (auto const* const typed = std::get_if<free_text>(&given);
        typed != nullptr && asked.type == question_type::text &&
        typed->text.find_first_not_of(" \t\r\n") == std::string::npos) {
        return "Write one sentence, or skip this question.";
    }
    return misfit(asked, given);
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
