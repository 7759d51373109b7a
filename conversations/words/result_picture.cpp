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

std::string standing_of(guide const& rules, decision const& decided, unix_seconds ended)
{
    auto const in = rules.shown_in;
    auto const line = text_of(
        words_in(in).picture.standing,
        {{"stage", decided.stage_name}, {"level", in_words(decided.confidence, in)}});
    return ended == 0 ? line : line + " · " + day_of(ended, in);
}

}  // namespace

result_picture picture_of(assessed const& result, std::string_view product, unix_seconds ended)
{
    auto const& [rules, sheet, decided] = result;
    result_picture shown;
    shown.in = rules.shown_in;
    shown.recommendation = outcome_name(rules, decided.outcome);
    shown.product = product;
    shown.standing = standing_of(rules, decided, ended);
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

std::string in_words(result_picture::fit const& one, language in)
{
    return fit_in_words(
        count_in(one, criterion_state::met), one.conditions.size(), count_in(one, criterion_state::partly),
        count_in(one, criterion_state::unknown), in);
}

std::string in_words(result_picture::agreement const& one, language in)
{
    auto const& words = words_in(in).picture;
    if (one.compared == 0)
        return words.nothing_to_compare.text();
    return text_of(words.agreed_of.of(one.compared), {{"agreed", one.agreed}, {"count", one.compared}});
}

std::string alt_text(result_picture const& shown)
{
    auto const& words = words_in(shown.in).picture;
    std::string fits;
    for (auto const& one : shown.fits)
        fits += (fits.empty() ? "" : "; ") + one.path + " " + in_words(one, shown.in) +
                (one.recommended ? " " + words.recommended.text() : "");
    std::string areas;
    for (auto const& one : shown.areas)
        areas.append(areas.empty() ? "" : ", ").append(one.name + " ").append(in_words(one.graded, shown.in));
    std::string sections;
    for (auto const& one : shown.agreements)
        sections += (sections.empty() ? "" : ", ") + one.section + " " + in_words(one, shown.in);
    auto text = (shown.product.empty() ? "" : shown.product + ": ") + shown.recommendation + ". " +
                shown.standing + ". " + text_of(words.conditions_met, {{"fits", fits}}) + " ";
    if (!shown.areas.empty())
        text += text_of(words.areas, {{"areas", areas}}) + " ";
    return text + text_of(words.agree_on, {{"sections", sections}});
}

}  // namespace crossroads
