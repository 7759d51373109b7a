#include "words/result_picture.hpp"

#include "decision/grade_names.hpp"
#include "words/dates.hpp"
#include "words/phrases.hpp"
#include "words/text.hpp"

#include <algorithm>

namespace crossroads {

namespace {

std::size_t count_in(result_picture::fit const& one, criterion_state state)
{
    return static_cast<std::size_t>(std::ranges::count(one.conditions, state));
}

std::size_t respondents_to(answer_sheet const& sheet, std::string const& question)
{
    return static_cast<std::size_t>(std::ranges::count_if(sheet.respondents, [&](auto const& one) {
        auto const given = one.answers.find(question);
        return given != one.answers.end() && !std::holds_alternative<do_not_know>(given->second);
    }));
}

/// The sections in the guide's order, the closing vote left out.
std::vector<result_picture::agreement>
agreements_of(guide const& rules, answer_sheet const& sheet, decision const& decided)
{
    std::vector<result_picture::agreement> all;
    for (auto const& question : rules.questions) {
        if (question.unscored)
            continue;
        if (all.empty() || all.back().section != question.section)
            all.push_back({question.section, 0, 0});
        bool const asked = std::ranges::count(decided.asked, question.id) > 0;
        if (!asked || respondents_to(sheet, question.id) < 2)
            continue;
        ++all.back().compared;
        if (std::ranges::count(decided.disagreements, question.id, &disagreement::question) == 0)
            ++all.back().agreed;
    }
    return all;
}

std::string standing_of(decision const& decided, unix_seconds ended)
{
    auto line = "Stage " + decided.stage_name + " · confidence " + std::string{name_of(decided.confidence)};
    return ended == 0 ? line : line + " · " + day_of(ended);
}

}  // namespace

result_picture picture_of(assessed const& result, std::string_view product, unix_seconds ended)
{
    auto const& [rules, sheet, decided] = result;
    result_picture shown;
    shown.recommendation = outcome_name(rules, decided.outcome);
    shown.product = product;
    shown.standing = standing_of(decided, ended);
    for (auto const& path : decided.paths) {
        auto& fit = shown.fits.emplace_back();
        fit.path = path.name;
        fit.recommended = path.id == decided.outcome;
        for (auto const& one : path.criteria)
            fit.conditions.push_back(one.state);
    }
    for (auto const& rule : rules.grades)
        if (auto const found = decided.areas.find(rule.area); found != decided.areas.end())
            shown.areas.push_back({rule.name, found->second});
    shown.agreements = agreements_of(rules, sheet, decided);
    return shown;
}

std::string in_words(result_picture::fit const& one)
{
    auto line = std::to_string(count_in(one, criterion_state::met)) + " of " +
                std::to_string(one.conditions.size()) + " met";
    if (auto const partly = count_in(one, criterion_state::partly); partly > 0)
        line += ", " + std::to_string(partly) + " partly";
    if (auto const unknown = count_in(one, criterion_state::unknown); unknown > 0)
        line += ", " + std::to_string(unknown) + " unknown";
    return line;
}

std::string in_words(result_picture::agreement const& one)
{
    if (one.compared == 0)
        return "nothing to compare";
    return std::to_string(one.agreed) + " of " + count_of(one.compared, "question", "questions");
}

std::string alt_text(result_picture const& shown)
{
    auto text = (shown.product.empty() ? "" : shown.product + ": ") + shown.recommendation + ". " +
                shown.standing + ". Conditions met: ";
    std::vector<std::string> parts;
    parts.reserve(shown.fits.size());
    for (auto const& one : shown.fits)
        parts.push_back(one.path + " " + in_words(one) + (one.recommended ? " (recommended)" : ""));
    for (auto const& part : parts)
        text += part + (&part == &parts.back() ? ". " : "; ");
    if (!shown.areas.empty()) {
        text += "Technical areas: ";
        for (auto const& one : shown.areas)
            text += one.name + " " + std::string{name_of(one.graded)} +
                    (&one == &shown.areas.back() ? ". " : ", ");
    }
    text += "People agree on: ";
    for (auto const& one : shown.agreements)
        text += one.section + " " + in_words(one) + (&one == &shown.agreements.back() ? "." : ", ");
    return text;
}

}  // namespace crossroads
