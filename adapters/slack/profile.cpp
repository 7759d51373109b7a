#include "slack/profile.hpp"

#include "slack/api_error.hpp"

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

}  // namespace

std::optional<http_call> call_for_profile(web_api const& api, std::string const& user)
{
    if (user.empty())
        return std::nullopt;
    return api.call("users.info", {{"user", user}, {"include_locale", "true"}});
}

delivery_outcome profile_in(json const& answer, std::string const& user)
{
    profile_known known{user, std::nullopt, false};
    if (flag_member(answer, "ok")) {
        auto const& person = member(answer, "user");
        known.utc_offset = offset_in(person);
        known.gone = flag_member(person, "deleted");
        known.locale = text_member(person, "locale");
        return learned_profile{std::move(known)};
    }
    auto const& error = text_member(answer, "error");
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
