#include "assessment/lifecycle.hpp"

#include "assessment/deadline.hpp"
#include "assessment/posting.hpp"
#include "assessment/progress.hpp"
#include "assessment/showing.hpp"
#include "assessment/thread_view.hpp"
#include "words/lifecycle_cards.hpp"
#include "words/refusals.hpp"

#include <algorithm>

namespace crossroads {

namespace {

bool has_ended(assessment const& run)
{
    return run.state == run_state::finished || run.state == run_state::cancelled;
}

thread_view seen_before(pinned_run with)
{
    return look_at(with.run, with.rules, asked_now(with.run, with.rules));
}

void begin_pause(step& now, assessment& run, bool by_itself)
{
    run.state = run_state::paused;
    ++run.pauses;
    run.time.paused = now.happened.at;
    run.time.paused_by_itself = by_itself;
    record_change(now, run);
}

std::string pause_slot(assessment const& run)
{
    return slot_of(run, "pause/") + std::to_string(run.pauses);
}

}  // namespace

std::optional<card> obstacle_to(step const& now, assessment const& run, wording refusals_words::*what)
{
    if (run.state == run_state::cancelled)
        return cancelled_already_card(run, reader_language(now));
    if (run.state == run_state::finished)
        return finished_already_card(run, now.around.command, reader_language(now));
    if (run.owner != now.happened.user)
        return owner_only_card(run, what, reader_language(now));
    return std::nullopt;
}

reply pause(step& now, pinned_run with)
{
    auto& run = with.run;
    if (auto refusal = obstacle_to(now, run, &refusals_words::pause_it))
        return say_privately{std::move(*refusal)};
    if (run.state == run_state::paused)
        return say_privately{paused_privately_card(run, true, reader_language(now))};
    auto const before = seen_before(with);
    begin_pause(now, run, false);
    post_in_thread(now, run, pause_slot(run), paused_in_thread_card(run, channel_language(now)));
    refresh(now, run, with.rules, before);
    return say_privately{paused_privately_card(run, false, reader_language(now))};
}

void pause_by_itself(step& now, pinned_run with, card in_thread)
{
    auto const before = seen_before(with);
    begin_pause(now, with.run, true);
    post_in_thread(now, with.run, pause_slot(with.run), std::move(in_thread));
    refresh(now, with.run, with.rules, before);
}

reply resume(step& now, pinned_run with)
{
    auto& run = with.run;
    if (auto refusal = obstacle_to(now, run, &refusals_words::resume_it))
        return say_privately{std::move(*refusal)};
    if (run.state == run_state::open)
        return say_privately{resumed_privately_card(run, true, reader_language(now))};
    auto const before = seen_before(with);
    run.state = run_state::open;
    record_change(now, run);
    end_pause(now, run);
    edit_in_thread(now, run, pause_slot(run), resumed_in_thread_card(run, channel_language(now)));
    refresh(now, run, with.rules, before);
    return say_privately{resumed_privately_card(run, false, reader_language(now))};
}

reply cancel(step& now, pinned_run with)
{
    if (auto refusal = obstacle_to(now, with.run, &refusals_words::cancel_it))
        return say_privately{std::move(*refusal)};
    return say_privately{confirm_cancel_card(with.run, reader_language(now))};
}

reply cancel_confirmed(step& now, pinned_run with)
{
    auto& run = with.run;
    if (auto refusal = obstacle_to(now, run, &refusals_words::cancel_it))
        return say_privately{std::move(*refusal)};
    auto const before = seen_before(with);
    run.state = run_state::cancelled;
    run.ended = now.happened.at;
    record_change(now, run);
    post_in_thread(now, run, slot_of(run, "cancelled"), cancelled_in_thread_card(run, channel_language(now)));
    refresh(now, run, with.rules, before);
    return say_privately{cancelled_privately_card(run, reader_language(now))};
}

reply invite(step& now, pinned_run with, std::string const& user)
{
    auto& run = with.run;
    if (auto refusal = obstacle_to(now, run, &refusals_words::add_people))
        return say_privately{std::move(*refusal)};
    bool const listed = !run.open_to_all && on_the_list(run, user);
    bool const told = run.open_to_all && std::ranges::count(run.invited, user) > 0;
    if (listed || told)
        return say_privately{invited_card(run, user, true, reader_language(now))};
    auto const before = seen_before(with);
    run.invited.push_back(user);
    run.reminders[user].since = now.happened.at;
    std::erase(run.wants_to_join, user);
    record_change(now, run);
    tell(now, run, user, slot_of(run, "invite/") + user, invitation_card(run, language_of(now, user)));
    refresh(now, run, with.rules, before);
    return say_privately{invited_card(run, user, false, reader_language(now))};
}

reply ask_to_join(step& now, pinned_run with)
{
    auto& run = with.run;
    if (has_ended(run))
        return say_privately{
            run.state == run_state::cancelled
                ? cancelled_already_card(run, reader_language(now))
                : finished_already_card(run, now.around.command, reader_language(now))};
    if (on_the_list(run, now.happened.user))
        return show_next(now, with, asked_now(run, with.rules), {});
    if (std::ranges::count(run.wants_to_join, now.happened.user) == 0) {
        run.wants_to_join.push_back(now.happened.user);
        record_change(now, run);
        tell(
            now, run, run.owner, slot_of(run, "join/") + now.happened.user,
            wants_to_join_card(run, now.happened.user, language_of(now, run.owner)));
    }
    return say_privately{asked_to_join_card(run, reader_language(now))};
}

reply hand_over(step& now, pinned_run with, std::string const& user)
{
    auto& run = with.run;
    if (run.state == run_state::cancelled)
        return say_privately{cancelled_already_card(run, reader_language(now))};
    if (run.owner != now.happened.user)
        return say_privately{owner_only_card(run, &refusals_words::hand_it_over, reader_language(now))};
    if (run.owner == user)
        return say_privately{handed_over_card(run, user, true, reader_language(now))};
    auto const before = seen_before(with);
    if (!run.open_to_all && std::ranges::count(run.invited, run.owner) == 0)
        run.invited.push_back(run.owner);  // who handed it over may still answer
    run.owner = user;
    run.time.told_of = 0;  // when time is up, the new owner hears of it, too
    record_change(now, run);
    tell(
        now, run, user, slot_of(run, "owner/") + std::to_string(run.revision),
        new_owner_card(run, language_of(now, user)));
    refresh(now, run, with.rules, before);
    return say_privately{handed_over_card(run, user, false, reader_language(now))};
}

}  // namespace crossroads
