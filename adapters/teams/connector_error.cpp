#include "teams/connector_error.hpp"

#include "channel/conclusions.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace crossroads::teams {
namespace {

constexpr std::size_t longest_code = 64;

/// Codes that say more than their status.
constexpr std::array<std::pair<std::string_view, error_class>, 5> known_codes = {{
    {"BotNotRegistered", error_class::installation},
    {"BotDisabledByAdmin", error_class::installation},
    {"InvalidBotApiHost", error_class::installation},
    {"ActivityNotFoundInConversation", error_class::message_gone},
    {"ConversationNotFound", error_class::refused},
}};

bool is_code(std::string_view text)
{
    return !text.empty() && text.size() <= longest_code && std::ranges::all_of(text, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    });
}

/// {"error":{"code"}}, or {"errorCode":209,"message":"{…subCode…}"}; empty for anything else.
std::string code_in(http_response const& response)
{
    auto const body = parse_json(response.body);
    if (!body)
        return {};
    if (auto const& code = text_member(member(*body, "error"), "code"); is_code(code))
        return code;
    auto const inner = parse_json(text_member(*body, "message"));
    if (inner && is_code(text_member(*inner, "subCode")))
        return text_member(*inner, "subCode");
    return {};
}

error_class class_of_status(unsigned status)
{
    switch (status) {
    case 401: return error_class::installation;
    case 404: return error_class::message_gone;
    case 412:
    case 429:
    case 503: return error_class::wait;
    case 408: return error_class::maybe_done;
    default: break;
    }
    return status >= 400 && status < 500 ? error_class::refused : error_class::maybe_done;
}

}  // namespace

error_class class_of(http_response const& response)
{
    auto const code = code_in(response);
    auto const known = std::ranges::find(known_codes, code, &std::pair<std::string_view, error_class>::first);
    return known == known_codes.end() ? class_of_status(response.status) : known->second;
}

std::string error_code(http_response const& response)
{
    auto code = code_in(response);
    return code.empty() ? status_reason(response) : code;
}

}  // namespace crossroads::teams
