#include "assessment/profiles.hpp"

#include <utility>

namespace crossroads {

namespace {

constexpr std::string_view profile_slot = "profile/";
constexpr unix_seconds answer_may_take = 15 * 60;

}  // namespace

profile profile_of(channel_state const& state, std::string_view user)
{
    auto const found = state.profiles.find(std::string{user});
    return found == state.profiles.end() ? profile{} : found->second;
}

bool is_fresh(profile const& known, unix_seconds at)
{
    return known.at != 0 && at < later(known.at, profile_is_fresh);
}

bool is_outsider(membership is)
{
    return is == membership::guest || is == membership::stranger;
}

bool cannot_answer(profile const& known)
{
    return known.gone_since != 0 || known.is == membership::bot || known.is == membership::nobody;
}

membership membership_of_actor(step const& now)
{
    if (now.happened.from_elsewhere)
        return membership::stranger;
    return profile_of(now.state, now.happened.user).is;
}

void ask_for_profile(step& now, std::string const& user)
{
    now.state.profiles[user].asked = now.happened.at;
    now.changed = true;
    message question;
    question.slot = std::string{profile_slot} + user;
    question.who = message::audience::profile;
    question.to = user;
    now.messages.push_back(std::move(question));
}

void ask_unless_known(step& now, std::string const& user)
{
    auto const known = profile_of(now.state, user);
    bool const under_way = known.asked > known.at && now.happened.at < later(known.asked, answer_may_take);
    if (!under_way && !is_fresh(known, now.happened.at))
        ask_for_profile(now, user);
}

std::string_view asked_about(std::string_view slot)
{
    return slot.starts_with(profile_slot) ? slot.substr(profile_slot.size()) : std::string_view{};
}

}  // namespace crossroads
