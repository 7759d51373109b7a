#include "assessment/people.hpp"

#include "assessment/away.hpp"
#include "assessment/deadline.hpp"
#include "assessment/inviting.hpp"
#include "assessment/late_result.hpp"
#include "assessment/lifecycle.hpp"
#include "assessment/owner_gone.hpp"
#include "assessment/posting.hpp"
#include "assessment/profiles.hpp"
#include "assessment/progress.hpp"
#include "assessment/reminders.hpp"
#include "assessment/thread_view.hpp"
#include "assessment/waiting.hpp"
#include "words/people_cards.hpp"
#include "words/start_card.hpp"

#include <algorithm>

namespace crossroads {

namespace {

bool goes_on(assessment const& run)
{
    return run.state == run_state::open || run.state == run_state::paused;
}

/// Whose answers count has changed: cards, counts and, after the end, perhaps the result.
void after_change_of_people(step& now, pinned_run with, participant const& who, thread_view const& before)
{
    if (goes_on(with.run)) {
        refresh(now, with.run, with.rules, before);
        return;
    }
    auto const* cause = who.answers.empty() ? nullptr : with.rules.find(who.answers.begin()->first);
    if (with.run.state == run_state::finished && cause != nullptr)
        weigh_late_answer(now, with, *cause);
}

void leave_out(step& now, pinned_run with, participant const& who, membership is)
{
    auto& run = with.run;
    auto const before = look_at(run, with.rules, asked_now(run, with.rules));
    auto const revision = record_change(now, run);
    run.left_out[who.user] = revision;
    if (goes_on(run))
        tell(
            now, run, who.user, slot_of(run, "left_out/") + who.user + "/" + std::to_string(revision),
            left_out_card(run, is, true, language_of(now, who.user)));
    after_change_of_people(now, with, who, before);
}

void let_in(step& now, pinned_run with, participant const& who)
{
    auto const before = look_at(with.run, with.rules, asked_now(with.run, with.rules));
    with.run.left_out.erase(who.user);
    record_change(now, with.run);
    after_change_of_people(now, with, who, before);
}

void place_among_people(step& now, pinned_run with, std::string const& user, profile const& known)
{
    auto const* who = find_person(with.run, user);
    if (who == nullptr)
        return;
    bool const belongs = known.is == membership::member || known.is == membership::admin;
    bool const out = is_left_out(with.run, user);
    if (is_outsider(known.is) && !out && !is_added_by_name(with.run, user))
        leave_out(now, with, *who, known.is);
    else if (belongs && out && goes_on(with.run))
        let_in(now, with, *who);
}

/// Somebody who can never act was made the owner: back to who did it.
void undo_hand_over(step& now, pinned_run with, profile const& known)
{
    auto& run = with.run;
    if (run.handed_over_by.empty())
        return;
    if (!cannot_answer(known)) {
        run.handed_over_by.clear();
        now.changed = true;
        return;
    }
    auto const wrong = run.owner;
    auto const before = look_at(run, with.rules, asked_now(run, with.rules));
    run.owner = std::exchange(run.handed_over_by, {});
    auto slot = slot_of(run, "owner_again/") + std::to_string(record_change(now, run));
    tell(
        now, run, run.owner, std::move(slot),
        cannot_own_card(run, wrong, known, language_of(now, run.owner)));
    refresh(now, run, with.rules, before);
}

/// Somebody who may not start one has, before the platform said who they are. What others take part in by now
/// stays: that is a member's yes.
void take_back_start(step& now, pinned_run with, std::string const& user, membership is)
{
    auto& run = with.run;
    bool const began_it = run.owner == user && run.handed_over_by.empty() && !run.invited_by.contains(user);
    bool const others = std::ranges::any_of(run.people, [&](auto const& one) { return one.user != user; });
    if (!began_it || others || !goes_on(run) || !is_outsider(is))
        return;
    run.state = run_state::cancelled;
    run.ended = now.happened.at;
    auto const revision = record_change(now, run);
    tell(
        now, run, user, slot_of(run, "taken_back/") + std::to_string(revision),
        outsider_start_card(is, now.around.command, language_of(now, user)));
    edit_headline(now, run, start_card(run, with.rules, asked_now(run, with.rules)));
}

void apply(step& now, pinned_run with, std::string const& user, profile const& known)
{
    auto& run = with.run;
    bool const by_invitation = run.invited_by.contains(user);
    if (goes_on(run) && cannot_answer(known) && (known.gone_since == 0 || by_invitation))
        take_off_the_list(now, with, user);
    if (run.state == run_state::open && known.gone_since != 0)
        note_as_gone(now, with, user);
    place_among_people(now, with, user, known);
    if (run.owner != user || !goes_on(run))
        return;
    undo_hand_over(now, with, known);
    note_whether_owner_is_gone(now, with);
    if (run.state == run_state::open)
        close_where_the_owner_is(now, with);
}

}  // namespace

void take_profile(step& now, profile_known const& said)
{
    auto const asked = now.state.profiles.find(said.of);
    if (asked == now.state.profiles.end())
        return;
    auto& known = asked->second;
    bool const first_time = known.at == 0;
    known.at = now.happened.at;
    known.is = said.is;
    if (said.utc_offset)
        known.utc_offset = *said.utc_offset;
    if (!said.locale.empty())
        known.speaks = language_of_locale(said.locale);
    if (!said.gone)
        known.gone_since = 0;
    else if (known.gone_since == 0)
        known.gone_since = now.happened.at;
    now.changed = true;
    auto const as_learned = known;
    for (auto& run : now.state.assessments)
        if (auto const* rules = rules_of(now, run)) {
            if (first_time)
                take_back_start(now, {run, *rules}, said.of, as_learned.is);
            apply(now, {run, *rules}, said.of, as_learned);
        }
    go_on_for(now, said.of);
}

void ask_about_new_people(step& now)
{
    std::vector<std::string> unknown;
    auto const note = [&](std::string const& user) {
        if (profile_of(now.state, user).asked == 0 && std::ranges::count(unknown, user) == 0)
            unknown.push_back(user);
    };
    for (auto const& run : now.state.assessments) {
        if (!goes_on(run))
            continue;
        note(run.owner);
        for (auto const& person : run.people)
            note(person.user);
    }
    for (auto const& user : unknown)
        ask_for_profile(now, user);
}

void ask_about_owners(step& now)
{
    for (auto const& run : now.state.assessments) {
        auto const known = profile_of(now.state, run.owner);
        if (goes_on(run) && known.asked != 0 && now.happened.at >= later(known.asked, profile_is_fresh))
            ask_unless_known(now, run.owner);
    }
}

}  // namespace crossroads
