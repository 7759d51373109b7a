#include "assessment/reminders.hpp"

#include "assessment/answering.hpp"
#include "assessment/calendar.hpp"
#include "assessment/deadline.hpp"
#include "assessment/posting.hpp"
#include "assessment/profiles.hpp"
#include "assessment/progress.hpp"
#include "assessment/time_zone.hpp"
#include "decision/decision.hpp"
#include "words/reminder_cards.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace crossroads {

namespace {

constexpr unix_seconds between_reminders = one_day;
constexpr unix_seconds wait_for_profile = 15 * 60;

reminders_of_person known_of(assessment const& run, std::string_view user)
{
    auto const found = run.reminders.find(std::string{user});
    return found == run.reminders.end() ? reminders_of_person{} : found->second;
}

unix_seconds last_answer(participant const& person)
{
    unix_seconds last = 0;
    for (auto const& [question, history] : person.answers)
        if (!history.empty())
            last = std::max(last, history.back().at);
    return last;
}

/// Who joined, and who was asked to by name.
std::vector<std::string> people_to_remind(assessment const& run)
{
    std::vector<std::string> users;
    for (auto const* person : people_who_count(run))
        users.push_back(person->user);
    for (auto const& user : run.invited)
        if (std::ranges::count(users, user) == 0 && !is_left_out(run, user))
            users.push_back(user);
    return users;
}

bool may_be_reminded(assessment const& run, std::vector<std::string> const& asked, std::string const& user)
{
    auto const known = known_of(run, user);
    return !known.away && !known.stopped && known.times < most_reminders && !has_passed_all(run, user, asked);
}

/// Of all assessments of the channel: one reminder a day, however many are open.
unix_seconds last_reminder(channel_state const& state, std::string_view user)
{
    unix_seconds last = 0;
    for (auto const& run : state.assessments)
        last = std::max(last, known_of(run, user).last);
    return last;
}

/// The earliest a reminder may come, working hours aside.
unix_seconds earliest_for(channel_state const& state, assessment const& run, std::string_view user)
{
    auto const known = known_of(run, user);
    auto since = known.since == 0 ? run.started : known.since;
    if (auto const* person = find_person(run, user))
        since = std::max({since, person->joined, last_answer(*person)});
    auto const quiet_since = std::max({since, last_reminder(state, user), run.time.resumed});
    return std::max(later(quiet_since, between_reminders), known.not_before);
}

/// When something is to be done for this person: a reminder, or the question for their time zone before it.
unix_seconds due_for(channel_state const& state, assessment const& run, std::string_view user)
{
    auto const earliest = earliest_for(state, run, user);
    auto const known = profile_of(state, user);
    if (known.at == 0 && known.asked == 0)
        return earliest;
    bool const awaited = known.asked > known.at;
    auto const from = awaited ? std::max(earliest, later(known.asked, wait_for_profile)) : earliest;
    return next_working_time(from, utc_offset(state, run, user));
}

bool is_after_the_end(assessment const& run, unix_seconds at)
{
    return run.time.closes != 0 && at >= run.time.closes;
}

void send_reminder(step& now, pinned_run with, std::string const& user, std::vector<std::string> const& asked)
{
    auto& run = with.run;
    auto& known = run.reminders[user];
    ++known.times;
    known.last = now.happened.at;
    now.changed = true;
    auto slot = slot_of(run, "reminder/") + user + "/" + std::to_string(known.times);
    tell_directly(
        now, user, std::move(slot), reminder_card(run, rules_for(now, with.rules, user), asked, user));
}

/// Half of the people have been through everything, every question has an answer, and more answers cannot
/// make the result surer (conversation design, section 8: reminders stop then).
bool has_enough(pinned_run with, std::vector<std::string> const& asked)
{
    auto const users = people_to_remind(with.run);
    auto const done =
        std::ranges::count_if(users, [&](auto const& user) { return has_passed_all(with.run, user, asked); });
    return 2 * static_cast<std::size_t>(done) >= users.size() &&
           without_answer(with.run, with.rules, asked).empty() &&
           decide(with.rules, sheet_of(with.run)).confidence == confidence_level::high;
}

bool owner_zone_is_missing(channel_state const& state, assessment const& run)
{
    return run.time.closes_by_utc && profile_of(state, run.owner).asked == 0;
}

/// Soon, but after the first cards: people wait for those.
unix_seconds owner_zone_due(assessment const& run)
{
    return later(run.started, 60);
}

bool is_due(step const& now, assessment const& run, std::string const& user)
{
    auto const at = now.happened.at;
    return at >= due_for(now.state, run, user) && !is_after_the_end(run, at);
}

void look_again_tomorrow(step& now, assessment& run, std::string const& user)
{
    run.reminders[user].not_before = later(now.happened.at, one_day);
    now.changed = true;
}

void remind_one(step& now, pinned_run with, std::string const& user, std::vector<std::string> const& asked)
{
    auto const at = now.happened.at;
    auto const known = profile_of(now.state, user);
    bool const stale = at >= later(known.at, profile_is_fresh) || known.at == 0;
    bool const may_ask = known.asked == 0 || at >= later(known.asked, profile_is_fresh);
    if (stale && may_ask)
        ask_for_profile(now, user);
    else if (is_working_time(at, utc_offset(now.state, with.run, user)))
        send_reminder(now, with, user, asked);
}

}  // namespace

void remind(step& now, pinned_run with)
{
    if (now.happened.at >= owner_zone_due(with.run) && owner_zone_is_missing(now.state, with.run))
        ask_for_profile(now, with.run.owner);
    auto const asked = asked_now(with.run, with.rules);
    std::optional<bool> enough;  // takes a whole decision: only when somebody is due
    for (auto const& user : people_to_remind(with.run)) {
        if (!may_be_reminded(with.run, asked, user) || !is_due(now, with.run, user))
            continue;
        if (!enough)
            enough = has_enough(with, asked);
        if (*enough)
            look_again_tomorrow(now, with.run, user);
        else
            remind_one(now, with, user, asked);
    }
}

unix_seconds next_reminder(step const& now, pinned_run with)
{
    auto const& run = with.run;
    if (owner_zone_is_missing(now.state, run))
        return owner_zone_due(run);
    auto const asked = asked_now(run, with.rules);
    unix_seconds first = 0;
    for (auto const& user : people_to_remind(run)) {
        if (!may_be_reminded(run, asked, user))
            continue;
        auto due = due_for(now.state, run, user);
        if (due <= now.happened.at)  // it could not be: too late in the day
            due = next_working_time(now.happened.at, utc_offset(now.state, run, user));
        if (!is_after_the_end(run, due) && (first == 0 || due < first))
            first = due;
    }
    return first;
}

reply remind_tomorrow(step& now, pinned_run with)
{
    auto& run = with.run;
    if (auto refusal = obstacle(now, run))
        return say_privately{std::move(*refusal)};
    auto const& user = now.happened.user;
    auto const offset = utc_offset(now.state, run, user);
    auto const tomorrow = later(start_of_day(now.happened.at, offset), one_day);
    auto const morning = next_working_time(tomorrow, offset);
    auto& known = run.reminders[user];
    if (known.not_before != morning || known.stopped) {
        known.not_before = morning;
        known.stopped = false;
        record_change(now, run);
    }
    bool const comes = known.times < most_reminders && !is_after_the_end(run, morning);
    return say_privately{
        comes ? reminded_later_card(run, morning, reader_language(now))
              : no_more_reminders_card(run, reader_language(now))};
}

reply stop_reminders(step& now, pinned_run with)
{
    auto& run = with.run;
    if (auto refusal = obstacle(now, run))
        return say_privately{std::move(*refusal)};
    auto& known = run.reminders[now.happened.user];
    if (!known.stopped) {
        known.stopped = true;
        record_change(now, run);
    }
    return say_privately{no_more_reminders_card(run, reader_language(now))};
}

}  // namespace crossroads
