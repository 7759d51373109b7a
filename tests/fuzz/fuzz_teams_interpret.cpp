// Any answer of the connector or of Microsoft Entra, or of whatever stands in between, and any reach that was
// kept. The first two bytes choose the status and what was sent.

#include "support/teams_requests.hpp"
#include "teams/app_token.hpp"
#include "teams/reach.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>

namespace crossroads {
namespace {

outgoing_message sent(std::uint8_t kind)
{
    using audience = message::audience;
    constexpr std::array audiences = {audience::channel,    audience::thread, audience::thread_and_channel,
                                      audience::one_person, audience::direct, audience::profile};
    outgoing_message out;
    out.id = "m-1";
    out.conversation = "teams:tenant-one:19%3Avan@thread.tacv2";
    out.content.slot = "1/question";
    out.content.who = audiences[kind % audiences.size()];
    out.content.thread_slot = "1/start";
    out.content.to = testing::teams_person;
    out.content.edit = kind > 127;
    out.sent = {{"1/start", "1766"}, {"1/question", "1780"}};
    out.reach = R"({"service_url":"https://smba.trafficmanager.net/emea/","bot":"28:bot","where":"channel"})";
    return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    static auto const platform = testing::teams_under_test();
    if (size < 2)
        return 0;
    constexpr std::array statuses = {200U, 201U, 202U, 302U, 400U, 401U, 403U, 404U, 412U, 429U, 500U, 502U};
    http_response response;
    response.status = statuses[data[0] % statuses.size()];
    response.body.assign(data + 2, data + size);
    response.headers = {{"Retry-After", response.body.substr(0, 24)}};
    auto out = sent(data[1]);
    auto const outcome = platform->interpret(out, response);
    if (auto const* next = std::get_if<upload_goes_on>(&outcome)) {
        out.upload = next->so_far;
        if (std::holds_alternative<upload_goes_on>(platform->interpret(out, response)))
            __builtin_trap();
    }
    auto const token = teams::token_of(response);
    if (auto const* refusal = std::get_if<teams::token_refusal>(&token))
        if (refusal->code.empty() || refusal->advice.empty())
            __builtin_trap();
    if (auto const known = teams::read_reach(response.body))
        if (teams::read_reach(teams::write_reach(*known)) != known)
            __builtin_trap();
    out.reach = response.body;
    platform->render(out);
    return 0;
}

}  // namespace crossroads
