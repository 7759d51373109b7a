#include "assessment/deadline.hpp"

#include "assessment/calendar.hpp"
#include "assessment/finishing.hpp"
#include "assessment/lifecycle.hpp"
#include "assessment/posting.hpp"
#include "assessment/progress.hpp"
#include "assessment/thread_view.hpp"
#include "assessment/time_zone.hpp"
#include "words/time_cards.hpp"

#include <algorithm>

namespace crossroads {

namespace {

constexpr unix_seconds warned_ahead = one_day;
constexpr unix_seconds shortest_to_warn_of = 36 * one_hour;

unix_seconds owner_offset(channel_state const& state, assessment const& run)
{
    return utc_offset(state, run, run.owner);
}

/// 17:00 of a day given as its midnight in UTC.
unix_seconds close_of(unix_seconds date, unix_seconds offset)
{
    return later(end_of_work(date, 0), -offset);
}

void set_deadline(step& now, assessment& run, unix_seconds closes)
{
    auto& time = run.time;
    time.closes = closes;
    time.closes_by_utc = !zone_is_known(now.state, run.owner);
    time.told_of = 0;
    time.told_at = 0;
    if (closes < later(now.happened.at, shortest_to_warn_of))
        time.warned_of = closes;  // said when it was set
}

unix_seconds wanted_close(step const& now, assessment const& run, window_request const& wanted)
{
    auto const offset = owner_offset(now.state, run);
    if (wanted.days == 0)
        return close_of(wanted.date, offset);
    return end_of_work(later(now.happened.at, wanted.days * one_day), offset);
}

/// Both are said, and nothing has come of it for two working days.
unix_seconds patience_ends(channel_state const& state, assessment const& run)
{
    return plus_working_days(run.time.told_at, more_time_days, owner_offset(state, run));
}

bool is_told(timing const& time)
{
    return time.told_of == time.closes;
}

void say_it_is_near(step& now, pinned_run with)
{
    auto& run = with.run;
    run.time.warned_of = run.time.closes;
    auto const missing = without_answer(run, with.rules, asked_now(run, with.rules));
    auto slot = slot_of(run, "closes/") + std::to_string(record_change(now, run));
    post_in_thread(now, run, std::move(slot), closing_soon_card(run, with.rules, missing));
}

void tell_it_is_over(step& now, pinned_run with)
{
    auto& run = with.run;
    auto const before = look_at(run, with.rules, asked_now(run, with.rules));
    run.time.warned_of = run.time.closes;
    run.time.told_of = run.time.closes;
    run.time.told_at = now.happened.at;
    auto const asked = asked_now(run, with.rules);
    auto slot = slot_of(run, "over/") + std::to_string(record_change(now, run));
    tell_directly(
        now, run.owner, std::move(slot), time_is_up_card(run, rules_for(now, with.rules, run.owner), asked));
    if (answers_given(run) > 0)
        raise_what_differs(now, with);
    refresh(now, run, with.rules, before);
}

void go_on_without_word(step& now, pinned_run with)
{
    auto& run = with.run;
    if (answers_given(run) == 0) {
        pause_by_itself(now, with, paused_unanswered_card(run, channel_language(now)));
        return;
    }
    post_in_thread(now, run, slot_of(run, "unattended"), unattended_result_card(run, channel_language(now)));
    finish_by_itself(now, with);
}

/// Sets the deadline, and says so in the thread and on the headline.
reply change_deadline(step& now, pinned_run with, unix_seconds closes)
{
    auto& run = with.run;
    auto const before = look_at(run, with.rules, asked_now(run, with.rules));
    set_deadline(now, run, closes);
    auto slot = slot_of(run, "extended/") + std::to_string(record_change(now, run));
    post_in_thread(now, run, std::move(slot), extended_card(run, channel_language(now)));
    refresh(now, run, with.rules, before);
    return say_privately{extended_privately_card(run, reader_language(now))};
}

}  // namespace

std::optional<card> problem_with(step const& now, std::optional<window_request> const& wanted)
{
    if (!wanted)
        return std::nullopt;
    auto const at = now.happened.at;
    auto const closes = wanted->days == 0 ? close_of(wanted->date, 0) : later(at, wanted->days * one_day);
    if (closes <= at)
        return past_date_card(now.around.command, reader_language(now));
    if (wanted->days > longest_window_days || closes > later(at, (longest_window_days + 1) * one_day))
        return window_too_long_card(longest_window_days, now.around.command, reader_language(now));
    return std::nullopt;
}

void open_window(step& now, assessment& run, std::optional<window_request> const& wanted)
{
    auto const offset = owner_offset(now.state, run);
    auto const set = now.around.window_days;
    auto const usual = set > 0 ? later(now.happened.at, set * one_day)
                               : plus_working_days(now.happened.at, usual_window_days, offset);
    auto closes = wanted ? wanted_close(now, run, *wanted) : end_of_work(usual, offset);
    if (closes <= now.happened.at)  // a start that waited for a word until its date was over
        closes = end_of_work(usual, offset);
    set_deadline(now, run, closes);
    run.time.active = now.happened.at;
}

reply extend(step& now, pinned_run with, window_request const& wanted)
{
    auto& run = with.run;
    auto const base = std::max(run.time.closes, now.happened.at);
    auto const closes =
        wanted.days == 0 ? wanted_close(now, run, wanted) : later(base, wanted.days * one_day);
    if (closes <= now.happened.at)
        return say_privately{past_date_card(now.around.command, reader_language(now))};
    if (closes <= run.time.closes)
        return say_privately{earlier_deadline_card(run, reader_language(now))};
    if (closes > later(now.happened.at, (longest_window_days + 1) * one_day))
        return say_privately{
            window_too_long_card(longest_window_days, now.around.command, reader_language(now))};
    return change_deadline(now, with, closes);
}

reply give_more_time(step& now, pinned_run with)
{
    auto& run = with.run;
    if (run.time.closes > now.happened.at)
        return say_privately{extended_privately_card(run, reader_language(now))};  // pressed twice
    auto const offset = owner_offset(now.state, run);
    auto const day = plus_working_days(now.happened.at, more_time_days, offset);
    return change_deadline(now, with, end_of_work(day, offset));
}

void end_pause(step& now, assessment& run)
{
    auto& time = run.time;
    auto const length = std::max(unix_seconds{0}, now.happened.at - std::max(time.paused, run.started));
    time.paused = 0;
    time.resumed = now.happened.at;
    if (time.closes == 0)
        return;
    auto const warned = time.warned_of == time.closes;
    auto const left = later(time.closes, length);
    auto const offset = owner_offset(now.state, run);
    auto const least = plus_working_days(now.happened.at, more_time_days, offset);
    set_deadline(now, run, std::max(left, end_of_work(least, offset)));
    if (warned && left == time.closes)
        time.warned_of = time.closes;
}

void close_where_the_owner_is(step& now, pinned_run with)
{
    auto& time = with.run.time;
    if (!time.closes_by_utc || !zone_is_known(now.state, with.run.owner))
        return;
    auto const before = look_at(with.run, with.rules, asked_now(with.run, with.rules));
    time.closes_by_utc = false;
    auto const closes = later(time.closes, -owner_offset(now.state, with.run));
    if (!is_told(time) && closes > later(now.happened.at, one_hour)) {
        if (time.warned_of == time.closes)
            time.warned_of = closes;
        time.closes = closes;
    }
    now.changed = true;
    refresh(now, with.run, with.rules, before);
}

unix_seconds next_of_deadline(channel_state const& state, assessment const& run)
{
    auto const& time = run.time;
    if (time.closes == 0)
        return 0;
    if (is_told(time))
        return patience_ends(state, run);
    return time.warned_of == time.closes ? time.closes : later(time.closes, -warned_ahead);
}

void keep_deadline(step& now, pinned_run with)
{
    auto& run = with.run;
    auto const at = now.happened.at;
    if (run.time.closes == 0 || at < next_of_deadline(now.state, run))
        return;
    if (is_told(run.time))
        go_on_without_word(now, with);
    else if (at >= run.time.closes)
        tell_it_is_over(now, with);
    else
        say_it_is_near(now, with);
}

}  // namespace crossroads
