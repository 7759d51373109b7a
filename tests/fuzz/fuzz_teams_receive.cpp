// Any body, with a right token: decoding is reached, and always ends in an event or an answer. The first byte
// chooses whether it is the whole activity, its text, or what came back from a card.

#include "support/teams_requests.hpp"
#include "teams/card_data.hpp"

#include <cstddef>
#include <cstdint>
#include <string>

namespace crossroads {
namespace {

platform const& teams_with_any_token()
{
    static auto const made = teams::make_platform(testing::teams_rules(), [](std::string_view, auto) {
        return teams::channel_token{
            std::string(testing::teams_service_url), std::nullopt, testing::teams_now};
    });
    return *made;
}

std::string body_of(std::uint8_t way, std::string text)
{
    auto const clean = nlohmann::json(text).dump(-1, ' ', true, nlohmann::json::error_handler_t::replace);
    auto activity = testing::teams_command("help");
    switch (way % 4) {
    case 0: return text;
    case 1: activity["text"] = nlohmann::json::parse(clean); break;
    case 2: {
        auto data = nlohmann::json::parse(text, nullptr, false);
        activity["value"] = data.is_discarded() ? nlohmann::json() : std::move(data);
        break;
    }
    default: {
        activity = testing::teams_activity("invoke");
        activity["name"] = "adaptiveCard/action";
        auto data = nlohmann::json::parse(text, nullptr, false);
        activity["value"]["action"] = {{"type", "Action.Execute"}};
        activity["value"]["action"]["data"] = data.is_discarded() ? nlohmann::json() : std::move(data);
        break;
    }
    }
    return activity.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    if (size == 0)
        return 0;
    auto const request =
        testing::teams_request(body_of(data[0], std::string(data + 1, data + size)), "a.b.c");
    auto const got = teams_with_any_token().receive(request, testing::teams_now);
    auto const* arrived = std::get_if<inbound>(&got.outcome);
    if (got.kind.empty() || (arrived != nullptr && !parse_conversation_key(arrived->conversation)))
        __builtin_trap();
    if (arrived == nullptr)
        return 0;
    if (teams_with_any_token().merged_reach("", arrived->answer_by.reach).empty())
        __builtin_trap();
    form next;
    next.token = "t";
    for (auto const& said :
         {reply(show_next_form{next}), reply(say_privately{}), reply(refuse_form{}),
          reply(nothing_to_say{})}) {
        teams_with_any_token().acknowledge(said, arrived->answer_by);
        teams_with_any_token().call_for(said, arrived->answer_by);
    }
    return 0;
}

}  // namespace crossroads
