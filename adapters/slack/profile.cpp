#include "slack/profile.hpp"

#include "slack/api_error.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace crossroads::slack {
namespace {

constexpr std::int64_t widest_offset = 14 * 3'600;  // of any place on Earth

std::optional<int> offset_in(json const& user)
{
    auto const& offset = member(user, "tz_offset");
    if (!offset.is_number_integer())
        return std::nullopt;
    auto const seconds = offset.get<std::int64_t>();
    if (seconds < -widest_offset || seconds > widest_offset)
        return std::nullopt;
    return static_cast<int>(seconds);
}

/// Whether the person belongs to the workspace `team`: it is their own, or one of their organisation's
/// (Slack: user object, enterprise_user). One who says nothing of either does.
bool belongs_to(json const& person, std::string_view team)
{
    auto const& own = text_member(person, "team_id");
    if (own.empty() || team.empty() || own == team)
        return !flag_member(person, "is_stranger");
    auto const& teams = array_member(member(person, "enterprise_user"), "teams");
    return std::ranges::any_of(teams, [&](json const& one) { return one.is_string() && one == team; });
}

membership membership_in(json const& person, std::string_view team)
{
    if (flag_member(person, "is_bot") || text_member(person, "id") == "USLACKBOT")
        return membership::bot;
    if (!belongs_to(person, team))
        return membership::stranger;
    if (flag_member(person, "is_restricted") || flag_member(person, "is_ultra_restricted"))
        return membership::guest;
    if (flag_member(person, "is_admin") || flag_member(person, "is_owner") ||
        flag_member(person, "is_primary_owner"))
        return membership::admin;
    return membership::member;
}

}  // namespace

std::optional<http_call> call_for_profile(web_api const& api, std::string const& user)
{
    if (user.empty())
        return std::nullopt;
    return api.call("users.info", {{"user", user}, {"include_locale", "true"}});
}

delivery_outcome profile_in(json const& answer, std::string const& user, std::string_view team)
{
    profile_known known{user, std::nullopt, false, {}, membership::unknown};
    if (flag_member(answer, "ok")) {
        auto const& person = member(answer, "user");
        known.utc_offset = offset_in(person);
        known.gone = flag_member(person, "deleted");
        known.locale = text_member(person, "locale");
        if (person.is_object())
            known.is = membership_in(person, team);
        return learned_profile{std::move(known)};
    }
    auto const& error = text_member(answer, "error");
    if (error == "user_not_found" || error == "user_not_visible")
        known.is = membership::nobody;
    switch (class_of(error)) {
    case error_class::wait: return retry_later{};
    case error_class::maybe_done: return outcome_unknown{error_code(error)};
    case error_class::installation:
        if (!lacks_a_right(error))
            return installation_blocked{error_code(error)};
        break;
    case error_class::message_gone:
    case error_class::refused: break;
    }
    return learned_profile{std::move(known)};
}

}  // namespace crossroads::slack
