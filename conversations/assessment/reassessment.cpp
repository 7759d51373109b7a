#include "assessment/reassessment.hpp"

#include "assessment/posting.hpp"
#include "assessment/progress.hpp"
#include "decision/comparison.hpp"
#include "words/reassessment_cards.hpp"
#include "words/refusals.hpp"
#include "words/text.hpp"

#include <algorithm>

namespace crossroads {

namespace {

constexpr std::size_t history_shown = 10;

std::string plan_slot(assessment const& run)
{
    return slot_of(run, "last_plan");
}

answer_sheet result_sheet(assessment const& run)
{
    return sheet_of(run, run.result_revision);
}

std::string planned_outcome(earlier_run const& last)
{
    return decide(last.rules, result_sheet(last.run)).plan.outcome_to_prove;
}

std::optional<answer>
own_answer(answer_sheet const& sheet, std::string_view user, std::string const& question)
{
    auto const person = std::ranges::find(sheet.respondents, user, &respondent::id);
    if (person == sheet.respondents.end())
        return std::nullopt;
    auto const given = person->answers.find(question);
    return given == person->answers.end() ? std::nullopt : std::optional{given->second};
}

bool is_of_product(assessment const& run, std::string_view product)
{
    return lower(run.product) == lower(product);
}

}  // namespace

assessment const* last_result_for(channel_state const& state, std::string_view product)
{
    assessment const* last = nullptr;
    for (auto const& run : state.assessments)
        if (run.state == run_state::finished && is_of_product(run, product) &&
            (last == nullptr || last->number < run.number))
            last = &run;
    return last;
}

std::optional<earlier_run> earlier_of(step& now, assessment const& run)
{
    if (run.follows == 0)
        return std::nullopt;
    auto const last = std::ranges::find(now.state.assessments, run.follows, &assessment::number);
    if (last == now.state.assessments.end())
        return std::nullopt;
    auto const* rules = rules_of(now, *last);
    if (rules == nullptr)
        return std::nullopt;
    return earlier_run{*last, *rules};
}

std::optional<answer> last_answer(step& now, pinned_run with, question const& asked, std::string_view user)
{
    auto const last = with.run.updates_answers && !asked.unscored ? earlier_of(now, with.run) : std::nullopt;
    auto const* earlier = last ? last->rules.find(asked.id) : nullptr;
    if (earlier == nullptr || !means_the_same(*earlier, *with.rules.find(asked.id)))
        return std::nullopt;
    auto const sheet = result_sheet(last->run);
    if (auto own = own_answer(sheet, user, asked.id))
        return own;
    auto values = team_values(last->rules, sheet);
    auto const found = values.find(asked.id);
    return found == values.end() ? std::nullopt : std::optional{std::move(found->second)};
}

reply take_still_true(step& now, pinned_run with, question const& asked, came_by const& how)
{
    auto value = last_answer(now, with, asked, now.happened.user);
    if (!value)
        return say_privately{stale_card(now.around.command, reader_language(now))};
    return take_answer(now, with, asked, std::move(*value), how);
}

bool says_still_true(std::string_view text)
{
    using words = std::vector<std::string>;
    auto const said = words_of(text);
    return said == words{"still", "true"} || said == words{"same", "as", "last", "time"} ||
           said == words{"stimmt", "noch"} || said == words{"wie", "letztes", "mal"};
}

void ask_about_the_last_plan(step& now, pinned_run with)
{
    auto const last = earlier_of(now, with.run);
    if (!last)
        return;
    if (auto const outcome = planned_outcome(*last); !outcome.empty())
        post_in_thread(
            now, with.run, plan_slot(with.run), last_plan_card(with.run, outcome, channel_language(now)));
}

reply vote_on_the_last_plan(step& now, pinned_run with, std::vector<std::string> const& chosen)
{
    auto& run = with.run;
    if (auto refusal = obstacle(now, run))
        return say_privately{std::move(*refusal)};
    if (run.state == run_state::finished)
        return say_privately{finished_already_card(run, now.around.command, reader_language(now))};
    auto const last = earlier_of(now, run);
    if (!last || chosen.size() != 1 || !is_plan_vote(chosen.front()))
        return say_privately{stale_card(now.around.command, reader_language(now))};
    auto& vote = run.plan_votes[now.happened.user];
    if (vote != chosen.front()) {
        vote = chosen.front();
        record_change(now, run);
        edit_in_thread(
            now, run, plan_slot(run), last_plan_card(run, planned_outcome(*last), channel_language(now)));
    }
    return say_privately{plan_vote_saved_card(vote, reader_language(now))};
}

std::optional<card> what_changed(step& now, pinned_run with, decision const& decided)
{
    auto const last = earlier_of(now, with.run);
    if (!last)
        return std::nullopt;
    auto const sheet_then = result_sheet(last->run);
    auto const sheet_now = result_sheet(with.run);
    auto const& rules_then = rules_in(now, last->rules, with.rules.shown_in);
    auto const decided_then = decide(rules_then, sheet_then);
    assessed const then{rules_then, sheet_then, decided_then};
    assessed const since{with.rules, sheet_now, decided};
    return changes_card(with.run, last->run, then, since, compare(then, since));
}

reply show_history(step& now, std::string_view product)
{
    std::vector<past_run> past;
    for (auto run = now.state.assessments.rbegin(); run != now.state.assessments.rend(); ++run) {
        if ((!product.empty() && !is_of_product(*run, product)) || past.size() == history_shown)
            continue;
        past_run line{*run, {}, {}};
        auto const* pinned = run->outcome.empty() ? nullptr : rules_of(now, *run);
        auto const* rules = pinned == nullptr ? nullptr : &rules_for(now, *pinned, now.happened.user);
        if (rules != nullptr) {
            line.decided = decide(*rules, result_sheet(*run));
            line.rules = rules;
        }
        past.push_back(std::move(line));
    }
    return say_privately{history_card(past, product, now.around.command, reader_language(now))};
}

}  // namespace crossroads
