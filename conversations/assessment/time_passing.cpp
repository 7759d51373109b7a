#include "assessment/time_passing.hpp"

#include "assessment/away.hpp"
#include "assessment/calendar.hpp"
#include "assessment/deadline.hpp"
#include "assessment/lifecycle.hpp"
#include "assessment/owner_gone.hpp"
#include "assessment/reminders.hpp"
#include "assessment/waiting.hpp"
#include "words/time_cards.hpp"

#include <algorithm>
#include <initializer_list>

namespace crossroads {

namespace {

/// When a person last did something. Assessments of earlier versions did not note it: their answers tell.
unix_seconds last_activity(assessment const& run)
{
    if (run.time.active > 0)
        return run.time.active;
    auto last = run.started;
    for (auto const& person : run.people)
        for (auto const& [question, history] : person.answers)
            for (auto const& given : history)
                last = std::max(last, given.at);
    return last;
}

unix_seconds end_of_quiet(assessment const& run)
{
    return later(std::max(last_activity(run), run.time.told_at), quiet_days * one_day);
}

void keep_time(step& now, pinned_run with)
{
    bring_back(now, with);
    keep_deadline(now, with);
    if (with.run.state == run_state::open)
        remind(now, with);
    if (with.run.state == run_state::open && now.happened.at >= end_of_quiet(with.run))
        pause_by_itself(now, with, paused_quiet_card(with.run, quiet_days, channel_language(now)));
}

/// When an assessment that is over is removed; 0: never, or it goes on.
unix_seconds end_of_keeping(retention const& kept, assessment const& run)
{
    bool const cancelled = run.state == run_state::cancelled;
    if (!cancelled && run.state != run_state::finished)
        return 0;
    auto const days = cancelled ? kept.cancelled_days : kept.finished_days;
    return days == 0 ? 0 : later(run.ended, days * one_day);
}

/// Numbers are not given again: they name messages that stand in the channel.
void remove_what_is_kept_no_longer(step& now)
{
    auto const over = [&](assessment const& run) {
        auto const end = end_of_keeping(now.around.kept, run);
        return end != 0 && now.happened.at >= end;
    };
    for (auto const& run : now.state.assessments)
        if (over(run))
            now.state.last_number = std::max(now.state.last_number, run.number);
    if (std::erase_if(now.state.assessments, over) == 0)
        return;
    now.changed = true;
    if (now.state.assessments.empty())
        now.state.offered.clear();
}

/// The earliest that is not 0, or 0.
unix_seconds earliest(std::initializer_list<unix_seconds> times)
{
    unix_seconds first = 0;
    for (auto const at : times)
        if (at != 0 && (first == 0 || at < first))
            first = at;
    return first;
}

}  // namespace

void do_what_is_due(step& now)
{
    keep_waiting(now);
    for (auto& run : now.state.assessments) {
        auto const* rules = rules_of(now, run);
        if (rules == nullptr)
            continue;
        offer_take_over(now, {run, *rules});
        if (run.state == run_state::open)
            keep_time(now, {run, *rules});
    }
    remove_what_is_kept_no_longer(now);
}

unix_seconds next_due(step& now)
{
    unix_seconds first = next_of_waiting(now.state);
    for (auto& run : now.state.assessments) {
        first = earliest({first, next_take_over(now.state, run)});
        auto const* rules = run.state == run_state::open ? rules_of(now, run) : nullptr;
        if (rules != nullptr)
            first = earliest(
                {first, next_of_deadline(now.state, run), next_reminder(now, {run, *rules}), next_return(run),
                 end_of_quiet(run)});
        else
            first = earliest({first, end_of_keeping(now.around.kept, run)});
    }
    return first;
}

}  // namespace crossroads
