#include "assessment/lifecycle.hpp"

#include "assessment/channel_changes.hpp"
#include "assessment/deadline.hpp"
#include "assessment/posting.hpp"
#include "assessment/profiles.hpp"
#include "assessment/progress.hpp"
#include "assessment/thread_view.hpp"
#include "words/lifecycle_cards.hpp"
#include "words/people_cards.hpp"

#include <algorithm>

namespace crossroads {

namespace {

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

}  // namespace

std::string pause_slot(assessment const& run)
{
    return slot_of(run, "pause/") + std::to_string(run.pauses);
}

reply pause(step& now, pinned_run with)
{
    auto& run = with.run;
    if (run.state == run_state::paused)
        return say_privately{paused_privately_card(run, true, reader_language(now))};
    auto const before = seen_before(with);
    begin_pause(now, run, false);
    post_in_thread(
        now, run, pause_slot(run), paused_in_thread_card(run, now.happened.user, channel_language(now)));
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

void pause_silently(step& now, assessment& run)
{
    begin_pause(now, run, true);
}

reply resume(step& now, pinned_run with)
{
    auto& run = with.run;
    if (run.state == run_state::open)
        return say_privately{resumed_privately_card(run, true, reader_language(now))};
    auto const before = seen_before(with);
    run.state = run_state::open;
    record_change(now, run);
    end_pause(now, run);
    auto told = resumed_in_thread_card(run, now.happened.user, channel_language(now));
    if (run.lost) {  // nothing stands in the thread of this pause
        ++run.pauses;
        come_within_reach(now, with);
        post_in_thread(now, run, pause_slot(run), std::move(told));
    } else {
        edit_in_thread(now, run, pause_slot(run), std::move(told));
    }
    refresh(now, run, with.rules, before);
    return say_privately{resumed_privately_card(run, false, reader_language(now))};
}

reply cancel(step const& now, pinned_run with)
{
    return say_privately{confirm_cancel_card(with.run, reader_language(now))};
}

reply cancel_confirmed(step& now, pinned_run with)
{
    auto& run = with.run;
    auto const before = seen_before(with);
    run.state = run_state::cancelled;
    run.ended = now.happened.at;
    run.ended_by = now.happened.user;
    record_change(now, run);
    post_in_thread(now, run, slot_of(run, "cancelled"), cancelled_in_thread_card(run, channel_language(now)));
    refresh(now, run, with.rules, before);
    return say_privately{cancelled_privately_card(run, reader_language(now))};
}

reply hand_over(step& now, pinned_run with, std::string const& user)
{
    auto& run = with.run;
    if (run.owner == user)
        return say_privately{handed_over_card(run, user, true, reader_language(now))};
    auto const known = profile_of(now.state, user);
    if (cannot_answer(known))
        return say_privately{cannot_own_card(run, user, known, reader_language(now))};
    auto const before = seen_before(with);
    bool const left = profile_of(now.state, run.owner).gone_since != 0;
    if (!left && !run.open_to_all && std::ranges::count(run.invited, run.owner) == 0)
        run.invited.push_back(run.owner);  // who handed it over may still answer
    run.handed_over_by = left ? now.happened.user : run.owner;
    run.owner = user;
    run.left_out.erase(user);
    run.owner_gone_told = false;
    run.take_over_offered = false;
    run.hand_over_asked.clear();
    run.time.told_of = 0;  // when time is up, the new owner hears of it, too
    record_change(now, run);
    ask_unless_known(now, user);
    if (user != now.happened.user)
        tell(
            now, run, user, slot_of(run, "owner/") + std::to_string(run.revision),
            new_owner_card(run, language_of(now, user)));
    refresh(now, run, with.rules, before);
    return say_privately{handed_over_card(run, user, false, reader_language(now))};
}

}  // namespace crossroads
