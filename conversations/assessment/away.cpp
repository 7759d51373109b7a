#include "assessment/away.hpp"

#include "assessment/answering.hpp"
#include "assessment/calendar.hpp"
#include "assessment/deadline.hpp"
#include "assessment/posting.hpp"
#include "assessment/progress.hpp"
#include "assessment/thread_view.hpp"
#include "assessment/time_zone.hpp"
#include "words/people_cards.hpp"
#include "words/reminder_cards.hpp"

#include <algorithm>

namespace crossroads {

namespace {

void set_away(step& now, pinned_run with, std::string const& user, bool away, unix_seconds back)
{
    auto& run = with.run;
    auto& known = run.reminders[user];
    if (known.away == away && known.back == back)
        return;
    auto const before = look_at(run, with.rules, asked_now(run, with.rules));
    known.away = away;
    known.back = back;
    record_change(now, run);
    refresh(now, run, with.rules, before);
}

bool is_to_be_waited_for(assessment const& run, std::string const& user)
{
    return find_person(run, user) != nullptr || std::ranges::count(run.invited, user) > 0;
}

/// The day they are back begins where they are.
unix_seconds day_of_return(step const& now, assessment const& run, window_request const& until)
{
    auto const offset = utc_offset(now.state, run, now.happened.user);
    if (until.days == 0)
        return later(until.date, -offset);
    return later(start_of_day(now.happened.at, offset), until.days * one_day);
}

}  // namespace

reply go_away(step& now, pinned_run with, std::optional<window_request> const& until)
{
    auto& run = with.run;
    if (auto refusal = obstacle(now, run))
        return say_privately{std::move(*refusal)};
    if (auto problem = problem_with(now, until))
        return say_privately{std::move(*problem)};
    auto const back = until ? day_of_return(now, run, *until) : 0;
    set_away(now, with, now.happened.user, true, back);
    return say_privately{away_card(run, back, reader_language(now))};
}

reply say_back(step& now, pinned_run with)
{
    set_away(now, with, now.happened.user, false, 0);
    return say_privately{back_again_card(with.run, reader_language(now))};
}

void come_back(step& now, assessment& run)
{
    auto const known = run.reminders.find(now.happened.user);
    if (known == run.reminders.end() || !known->second.away)
        return;
    known->second.away = false;
    known->second.back = 0;
    now.changed = true;
}

void note_as_gone(step& now, pinned_run with, std::string const& user)
{
    if (is_to_be_waited_for(with.run, user))
        set_away(now, with, user, true, 0);
}

void bring_back(step& now, pinned_run with)
{
    std::vector<std::string> over;
    for (auto const& [user, known] : with.run.reminders)
        if (known.away && known.back != 0 && now.happened.at >= known.back)
            over.push_back(user);
    for (auto const& user : over)
        set_away(now, with, user, false, 0);
}

unix_seconds next_return(assessment const& run)
{
    unix_seconds first = 0;
    for (auto const& [user, known] : run.reminders)
        if (known.away && known.back != 0 && (first == 0 || known.back < first))
            first = known.back;
    return first;
}

}  // namespace crossroads
