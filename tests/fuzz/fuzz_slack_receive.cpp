// Any body, rightly signed: decoding is reached, and always ends in an event or an answer.
// The first byte chooses how the rest is sent.

#include "slack/slack_platform.hpp"
#include "support/slack_requests.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

namespace crossroads {
namespace {

platform const& slack_under_test()
{
    static std::unique_ptr<platform> const made = [] {
        slack::settings chosen;
        chosen.signing_secrets = {std::string(testing::slack_secret)};
        chosen.bot_token = "xoxb-made-up";
        return slack::make_platform(chosen);
    }();
    return *made;
}

http_request request_of(std::uint8_t way, std::string body)
{
    switch (way % 4) {
    case 0: return testing::slack_json_request(std::move(body));
    case 1: return testing::slack_payload_request(std::move(body));
    case 2: return testing::slack_request("application/x-www-form-urlencoded", std::move(body));
    default:
        return testing::slack_form_request(
            {{"command", "/assess"},
             {"team_id", "T1"},
             {"channel_id", "C1"},
             {"user_id", "U1"},
             {"text", std::move(body)}});
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    if (size == 0)
        return 0;
    auto const request = request_of(data[0], std::string(data + 1, data + size));
    auto const got = slack_under_test().receive(request, testing::slack_now);
    auto const* arrived = std::get_if<inbound>(&got.outcome);
    if (got.kind.empty() || (arrived != nullptr && !parse_conversation_key(arrived->conversation)))
        __builtin_trap();
    if (arrived != nullptr) {
        form next;
        next.token = "t";
        for (auto const& said : {reply(show_next_form{next}), reply(say_privately{})}) {
            slack_under_test().acknowledge(said, arrived->answer_by);
            slack_under_test().call_for(said, arrived->answer_by);
        }
    }
    return 0;
}

}  // namespace crossroads
