#include "assessment/time_zone.hpp"

#include <algorithm>

namespace crossroads {

namespace {

profile const* known_profile(channel_state const& state, std::string_view user)
{
    auto const found = state.profiles.find(std::string{user});
    return found == state.profiles.end() || !found->second.utc_offset ? nullptr : &found->second;
}

}  // namespace

unix_seconds utc_offset(channel_state const& state, assessment const& run, std::string_view user)
{
    auto const* of_person = known_profile(state, user);
    if (of_person == nullptr)
        of_person = known_profile(state, run.owner);
    return of_person == nullptr ? 0 : *of_person->utc_offset;
}

bool zone_is_known(channel_state const& state, std::string_view user)
{
    return known_profile(state, user) != nullptr;
}

void forget_profiles_nobody_needs(channel_state& state)
{
    bool const any = std::ranges::any_of(state.assessments, [](auto const& run) {
        return run.state == run_state::open || run.state == run_state::paused;
    });
    if (any)
        return;
    // Results are still looked at, each in the reader's language.
    std::erase_if(
        state.profiles, [&](auto const& one) { return state.assessments.empty() || !one.second.speaks; });
    for (auto& [user, known] : state.profiles) {
        profile kept;
        kept.speaks = known.speaks;
        known = kept;
    }
}

}  // namespace crossroads
