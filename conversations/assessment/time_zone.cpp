#include "assessment/time_zone.hpp"

#include "assessment/profiles.hpp"

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

void forget_profiles_nobody_needs(channel_state& state, unix_seconds at)
{
    bool const any = std::ranges::any_of(state.assessments, [](auto const& run) {
        return run.state == run_state::open || run.state == run_state::paused;
    });
    if (any)
        return;
    if (state.assessments.empty()) {
        state.profiles.clear();
        return;
    }
    auto const is_of_use = [&](std::string const& user, profile const& known) {
        bool const is_on_its_way = known.asked > known.at;
        bool const decides_what_they_may = known.is == membership::admin || is_outsider(known.is);
        return is_on_its_way || (decides_what_they_may && is_fresh(known, at)) ||
               std::ranges::count(state.waiting, user, &waiting_request::by) > 0;
    };
    // Results are still looked at, each in the reader's language.
    for (auto& [user, known] : state.profiles)
        if (!is_of_use(user, known)) {
            profile kept;
            kept.speaks = known.speaks;
            known = kept;
        }
    std::erase_if(state.profiles, [](auto const& one) { return one.second == profile{}; });
}

}  // namespace crossroads
