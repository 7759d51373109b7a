// Any answer of Slack's Web API, or of whatever stands in between. The first two bytes choose the status and
// what was sent.

#include "slack/slack_platform.hpp"

#include <array>
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
        chosen.signing_secrets = {"a-secret-made-up-for-tests"};
        chosen.bot_token = "xoxb-made-up";
        return slack::make_platform(chosen);
    }();
    return *made;
}

outgoing_message sent(std::uint8_t kind)
{
    using audience = message::audience;
    constexpr std::array audiences = {
        audience::channel, audience::thread, audience::thread_and_channel, audience::one_person};
    outgoing_message out;
    out.id = "m-1";
    out.conversation = "slack:T1:C1";
    out.content.slot = "1/question";
    out.content.who = audiences[kind % audiences.size()];
    out.content.thread_slot = "1/start";
    out.content.edit = kind % 8 > 3;
    out.sent = {{"1/start", "1.1"}, {"1/question", "1.2"}};
    if (kind % 32 > 15)
        out.content.file = attached_file{"answers.csv", "text/csv", "a,b", {}};
    if (kind % 64 > 31)
        out.upload = file_upload{"F1", kind % 128 > 63};
    return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    if (size < 2)
        return 0;
    constexpr std::array statuses = {200U, 200U, 200U, 200U, 302U, 400U, 404U, 429U, 500U};
    http_response response;
    response.status = statuses[data[0] % statuses.size()];
    response.body.assign(data + 2, data + size);
    response.headers = {{"Retry-After", response.body.substr(0, 24)}};
    auto const out = sent(data[1]);
    auto const outcome = slack_under_test().interpret(out, response);
    if (auto const* arrived = std::get_if<delivered>(&outcome))
        if (arrived->platform_id.empty() && out.content.who != message::audience::one_person &&
            !out.content.file)
            __builtin_trap();
    slack_under_test().found(out, response);
    return 0;
}

}  // namespace crossroads
