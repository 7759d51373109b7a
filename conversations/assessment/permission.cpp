#include "assessment/permission.hpp"

#include "assessment/deadline.hpp"
#include "assessment/finishing.hpp"
#include "assessment/inviting.hpp"
#include "assessment/lifecycle.hpp"
#include "assessment/owner_gone.hpp"
#include "assessment/profiles.hpp"
#include "assessment/removing.hpp"
#include "assessment/waiting.hpp"
#include "words/people_cards.hpp"
#include "words/refusals.hpp"

#include <utility>

namespace crossroads {

namespace {

/// What an assessment that is over rules out, whoever wants it.
std::optional<card> over_already(step const& now, assessment const& run, deed what)
{
    switch (what) {
    case deed::pause:
    case deed::resume:
    case deed::extend:
    case deed::invite:
    case deed::ask_someone:
    case deed::finish:
    case deed::cancel:
        if (run.state == run_state::finished)
            return finished_already_card(run, now.around.command, reader_language(now));
        [[fallthrough]];
    case deed::hand_over:
        if (run.state == run_state::cancelled)
            return cancelled_already_card(run, reader_language(now));
        return std::nullopt;
    case deed::remove:
    case deed::settle:
    case deed::mark_concrete:
    case deed::decide_on_late_result:
    case deed::ask_for_second_opinion: return std::nullopt;
    }
    return std::nullopt;
}

reply carry_out(step& now, pinned_run with, wanted_deed const& wanted)
{
    switch (wanted.what) {
    case deed::pause: return pause(now, with);
    case deed::resume: return resume(now, with);
    case deed::extend:
        return wanted.window == window_request{} ? give_more_time(now, with)
                                                 : extend(now, with, wanted.window);
    case deed::invite: return invite(now, with, wanted.user);
    case deed::ask_someone: return ask_someone(now, with, wanted.user, wanted.question);
    case deed::finish: return finish(now, with, static_cast<finish_anyway>(wanted.insists));
    case deed::cancel: return wanted.confirmed ? cancel_confirmed(now, with) : cancel(now, with);
    case deed::hand_over: return hand_over(now, with, wanted.user);
    case deed::remove:
        return wanted.confirmed ? remove_confirmed(now, with) : ask_to_confirm_removal(now, with);
    case deed::settle:
    case deed::mark_concrete:
    case deed::decide_on_late_result:
    case deed::ask_for_second_opinion: break;
    }
    return nothing_to_say{};
}

/// What is left to somebody who may not do it themselves, or the word who can.
reply refuse(step& now, pinned_run with, wanted_deed const& wanted)
{
    auto& run = with.run;
    if (wanted.what == deed::remove && run.owner == now.happened.user)
        return request_removal(now, with);
    if (wanted.what == deed::hand_over && is_owner_gone(now.state, run))
        return hand_over_without_owner(now, with, wanted.user);
    ask_unless_known(now, run.owner);  // who can do it may have left
    auto const known = profile_of(now.state, now.happened.user);
    auto const check = now.happened.from_elsewhere || known.is != membership::unknown ? admin_check::is_none
                                                                                      : admin_check::not_told;
    return say_privately{who_can_card(run, wanted.what, check, reader_language(now))};
}

}  // namespace

permission permission_for(step const& now, assessment const& run, deed what)
{
    auto const& user = now.happened.user;
    if (run.owner == user && may(role::owner, what))
        return permission::given;
    if (!may(role::admin, what) || now.happened.from_elsewhere)
        return permission::refused;
    auto const known = profile_of(now.state, user);
    if (!is_fresh(known, now.happened.at))
        return permission::hangs_on_profile;
    return known.is == membership::admin ? permission::given : permission::refused;
}

std::optional<card> unless_owner(step const& now, assessment const& run, deed what)
{
    if (permission_for(now, run, what) == permission::given)
        return std::nullopt;
    return who_can_card(run, what, admin_check::no_use, reader_language(now));
}

reply take_request(step& now, pinned_run with, wanted_deed wanted)
{
    if (auto over = over_already(now, with.run, wanted.what))
        return say_privately{std::move(*over)};
    switch (permission_for(now, with.run, wanted.what)) {
    case permission::given: return carry_out(now, with, wanted);
    case permission::refused: return refuse(now, with, wanted);
    case permission::hangs_on_profile: return wait_for_profile(now, with.run, std::move(wanted));
    }
    return nothing_to_say{};
}

}  // namespace crossroads
