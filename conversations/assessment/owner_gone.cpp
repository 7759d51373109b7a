#include "assessment/owner_gone.hpp"

#include "assessment/lifecycle.hpp"
#include "assessment/posting.hpp"
#include "assessment/profiles.hpp"
#include "assessment/progress.hpp"
#include "words/people_cards.hpp"

#include <algorithm>

namespace crossroads {

namespace {

constexpr unix_seconds patience = 7 * one_day;
constexpr std::size_t most_requests = 10;

unix_seconds take_over_from(channel_state const& state, assessment const& run)
{
    return later(profile_of(state, run.owner).gone_since, patience);
}

/// Of those who take part and are still there, who joined first; empty: nobody.
std::string next_in_line(channel_state const& state, assessment const& run)
{
    for (auto const* person : people_who_count(run))
        if (person->user != run.owner && !cannot_answer(profile_of(state, person->user)))
            return person->user;
    return {};
}

reply ask_an_admin(step& now, pinned_run with, std::string const& user, change_of_owner const& terms)
{
    auto& run = with.run;
    bool const asked = std::ranges::count(run.hand_over_asked, user) > 0;
    if (!asked && run.hand_over_asked.size() < most_requests) {
        run.hand_over_asked.push_back(user);
        auto slot = slot_of(run, "hand_over/") + std::to_string(record_change(now, run));
        post_in_thread(
            now, run, std::move(slot),
            hand_over_request_card(run, now.happened.user, user, channel_language(now)));
    }
    return say_privately{hand_over_requested_card(terms, asked, reader_language(now))};
}

}  // namespace

bool is_owner_gone(channel_state const& state, assessment const& run)
{
    return profile_of(state, run.owner).gone_since != 0;
}

reply hand_over_without_owner(step& now, pinned_run with, std::string const& user)
{
    auto& run = with.run;
    auto const& actor = now.happened.user;
    change_of_owner const terms{next_in_line(now.state, run), take_over_from(now.state, run)};
    if (user == actor && actor == terms.heir && now.happened.at >= terms.from)
        return hand_over(now, with, user);
    bool const takes_part = find_person(run, actor) != nullptr && !is_left_out(run, actor);
    if (!takes_part)
        return say_privately{who_can_card(run, deed::hand_over, admin_check::is_none, reader_language(now))};
    return ask_an_admin(now, with, user, terms);
}

void note_whether_owner_is_gone(step& now, pinned_run with)
{
    auto& run = with.run;
    bool const gone = is_owner_gone(now.state, run);
    if (gone == run.owner_gone_told)
        return;
    run.owner_gone_told = gone;
    run.take_over_offered = false;
    run.hand_over_asked.clear();
    auto const revision = record_change(now, run);
    if (!gone)
        return;
    change_of_owner const terms{next_in_line(now.state, run), take_over_from(now.state, run)};
    post_in_thread(
        now, run, slot_of(run, "owner_gone/") + std::to_string(revision),
        owner_gone_card(run, terms, now.around.command, channel_language(now)));
}

void offer_take_over(step& now, pinned_run with)
{
    auto& run = with.run;
    auto const due = next_take_over(now.state, run);
    if (due == 0 || now.happened.at < due)
        return;
    run.take_over_offered = true;
    auto const revision = record_change(now, run);
    if (auto const heir = next_in_line(now.state, run); !heir.empty())
        tell_directly(
            now, heir, slot_of(run, "take_over/") + std::to_string(revision),
            take_over_card(run, language_of(now, heir)));
}

unix_seconds next_take_over(channel_state const& state, assessment const& run)
{
    bool const goes_on = run.state == run_state::open || run.state == run_state::paused;
    if (!goes_on || run.take_over_offered || !is_owner_gone(state, run))
        return 0;
    return take_over_from(state, run);
}

}  // namespace crossroads
