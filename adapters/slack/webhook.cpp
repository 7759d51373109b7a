#include "slack/webhook.hpp"

#include "channel/form.hpp"
#include "slack/events_api.hpp"
#include "slack/incoming_text.hpp"
#include "slack/interaction.hpp"
#include "slack/slash_command.hpp"
#include "slack/verdicts.hpp"

#include <algorithm>

namespace crossroads::slack {
namespace {

/// The media type of the body in lower case, without parameters.
std::string media_type(http_request const& request)
{
    auto const header = find_header(request.headers, "content-type").value_or("");
    std::string type(trimmed(header.substr(0, header.find(';'))));
    std::ranges::transform(type, type.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return type;
}

/// Slack checks a command's TLS certificate with an unsigned form; only the exact value counts.
bool is_ssl_check(http_request const& request)
{
    if (request.body.find("ssl_check") == std::string::npos)
        return false;
    auto const fields = decode_form(request.body);
    return fields && find_field(*fields, "ssl_check") == "1";
}

received receive_form(std::string const& body, std::string const& command, language spoken)
{
    auto const fields = decode_form(body);
    if (!fields)
        return refused("malformed_form", 400);
    if (auto const payload = find_field(*fields, "payload")) {
        auto const parsed = parse_json(*payload);
        if (!parsed || !parsed->is_object())
            return refused("malformed_json", 400);
        return decode_interaction(*parsed);
    }
    if (find_field(*fields, "command"))
        return decode_command(*fields, command, spoken);
    return unknown("form");
}

received receive_json(std::string const& body)
{
    auto const parsed = parse_json(body);
    if (!parsed || !parsed->is_object())
        return refused("malformed_json", 400);
    return decode_event(*parsed);
}

}  // namespace

received receive_webhook(
    http_request const& request, signature_verifier const& signatures, std::string const& command,
    std::chrono::sys_seconds now, language spoken)
{
    if (request.method != "POST")
        return refused("method", 405);
    auto const type = media_type(request);
    bool const is_form = type == "application/x-www-form-urlencoded";
    if (is_form && is_ssl_check(request))
        return {"ssl_check", empty_answer()};
    auto const verdict = signatures.verify(request, now);
    if (verdict != signature_verdict::valid)
        return refused(name_of(verdict), 401);
    if (is_form)
        return receive_form(request.body, command, spoken);
    if (type == "application/json")
        return receive_json(request.body);
    return refused("content_type", 415);
}

}  // namespace crossroads::slack
