#include "assessment/thread_view.hpp"

#include "assessment/posting.hpp"
#include "assessment/progress.hpp"
#include "assessment/reassessment.hpp"
#include "words/finish_cards.hpp"
#include "words/question_card.hpp"
#include "words/start_card.hpp"

#include <algorithm>

namespace crossroads {

namespace {

bool somebody_passed(assessment const& run, std::string_view question)
{
    return std::ranges::any_of(
        people_who_count(run), [&](auto const* one) { return passed(*one, question); });
}

question const* next_card(assessment const& run, guide const& rules, std::vector<std::string> const& asked)
{
    auto const* newest = newest_open(run, rules, asked);
    if (newest != nullptr && !somebody_passed(run, newest->id))
        return nullptr;
    auto const next =
        std::ranges::find_if(asked, [&](auto const& id) { return std::ranges::count(run.carded, id) == 0; });
    return next == asked.end() ? nullptr : rules.find(*next);
}

void open_cards(step& now, assessment& run, guide const& rules, std::vector<std::string> const& asked)
{
    while (auto const* next = next_card(run, rules, asked)) {
        run.carded.push_back(next->id);
        now.changed = true;
        post_in_thread(
            now, run, question_slot(run, next->id),
            question_card(run, rules, *next, true, last_answer(now, {run, rules}, *next)));
    }
}

void tell_when_ready(step& now, assessment& run, guide const& rules, std::vector<std::string> const& asked)
{
    bool const ready = run.state == run_state::open && everybody_done(run, rules, asked);
    if (ready == run.owner_told_ready)
        return;
    run.owner_told_ready = ready;
    now.changed = true;
    if (ready)
        tell(
            now, run, run.owner, slot_of(run, "ready/") + std::to_string(run.revision),
            ready_card(run, language_of(now, run.owner)));
}

}  // namespace

thread_view look_at(assessment const& run, guide const& rules, std::vector<std::string> const& asked)
{
    thread_view seen{start_card(run, rules, asked), {}};
    for (auto const& id : run.carded)
        seen.questions[id] = {people_who_answered(run, id), std::ranges::count(asked, id) > 0};
    return seen;
}

std::vector<std::string> refresh(step& now, assessment& run, guide const& rules, thread_view const& before)
{
    auto asked = asked_now(run, rules);
    if (run.state == run_state::open)  // before the edits: people wait for it
        open_cards(now, run, rules, asked);
    tell_when_ready(now, run, rules, asked);
    auto after = look_at(run, rules, asked);
    for (auto const& [id, line] : after.questions) {
        auto const seen = before.questions.find(id);
        auto const* question = rules.find(id);
        if (question != nullptr && seen != before.questions.end() && seen->second != line)
            edit_in_thread(
                now, run, question_slot(run, id),
                question_card(
                    run, rules, *question, line.applies, last_answer(now, {run, rules}, *question)));
    }
    if (before.headline != after.headline)
        edit_headline(now, run, std::move(after.headline));
    return asked;
}

}  // namespace crossroads
