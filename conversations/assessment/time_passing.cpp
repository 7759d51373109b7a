#include "assessment/time_passing.hpp"

#include "assessment/calendar.hpp"
#include "assessment/deadline.hpp"
#include "assessment/lifecycle.hpp"
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
    keep_deadline(now, with);
    if (with.run.state == run_state::open && now.happened.at >= end_of_quiet(with.run))
        pause_by_itself(now, with, paused_quiet_card(with.run, quiet_days));
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
    for (auto& run : now.state.assessments) {
        auto const* rules = run.state == run_state::open ? rules_of(now, run) : nullptr;
        if (rules != nullptr)
            keep_time(now, {run, *rules});
    }
}

unix_seconds next_due(step& now)
{
    unix_seconds first = 0;
    for (auto const& run : now.state.assessments)
        if (run.state == run_state::open && rules_of(now, run) != nullptr)
            first = earliest({first, next_of_deadline(now.state, run), end_of_quiet(run)});
    return first;
}

}  // namespace crossroads
