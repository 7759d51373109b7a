#pragma once

#include "channel/http_message.hpp"
#include "support/teams_tokens.hpp"
#include "teams/teams_platform.hpp"

#include <nlohmann/json.hpp>

#include <memory>
#include <string>
#include <utility>

namespace crossroads::testing {

inline constexpr std::string_view teams_tenant = "tenant-one";
inline constexpr std::string_view teams_bot = "28:0b3f6c1e-2222-4444-8888-aaaabbbbcccc";
inline constexpr std::string_view teams_person = "29:1Ana";
inline constexpr std::string_view teams_channel = "19:van@thread.tacv2";
inline constexpr std::chrono::sys_seconds teams_now{std::chrono::seconds{teams_time}};

/// An activity of a person in the thread 1766 of a channel.
inline nlohmann::json teams_activity(std::string type)
{
    return {
        {"type", std::move(type)},
        {"id", "1767"},
        {"timestamp", "2026-09-21T10:00:00Z"},
        {"channelId", "msteams"},
        {"serviceUrl", teams_service_url},
        {"from", {{"id", teams_person}, {"name", "Ana Silva"}, {"aadObjectId", "ana-object"}}},
        {"recipient", {{"id", teams_bot}, {"name", "Assess"}}},
        {"conversation",
         {{"id", std::string(teams_channel) + ";messageid=1766"},
          {"conversationType", "channel"},
          {"isGroup", true},
          {"tenantId", teams_tenant}}},
        {"channelData", {{"tenant", {{"id", teams_tenant}}}, {"channel", {{"id", teams_channel}}}}}};
}

/// The same in a chat: "personal" or "groupChat".
inline nlohmann::json teams_chat_activity(std::string type, std::string const& kind)
{
    auto activity = teams_activity(std::move(type));
    activity["conversation"] = {
        {"id", kind == "personal" ? "a:chat-of-ana" : "19:chat@thread.v2"},
        {"conversationType", kind},
        {"isGroup", kind != "personal"},
        {"tenantId", teams_tenant}};
    activity["channelData"] = {{"tenant", {{"id", teams_tenant}}}};
    return activity;
}

inline nlohmann::json teams_mention(std::string_view id, std::string const& text)
{
    return {{"type", "mention"}, {"text", text}, {"mentioned", {{"id", id}, {"name", "Somebody"}}}};
}

/// "@Assess …", typed in the thread.
inline nlohmann::json teams_command(std::string const& text)
{
    auto activity = teams_activity("message");
    activity["text"] = "<at>Assess</at> " + text;
    activity["entities"] = nlohmann::json::array({teams_mention(teams_bot, "<at>Assess</at>")});
    return activity;
}

inline http_request teams_request(std::string body, std::string const& token)
{
    http_request request;
    request.method = "POST";
    request.target = "/teams/messages";
    request.headers = {
        {"Content-Type", "application/json; charset=utf-8"}, {"Authorization", "Bearer " + token}};
    request.body = std::move(body);
    return request;
}

/// Rightly signed, for the service URL that the activity names.
inline http_request teams_request(nlohmann::json const& activity)
{
    auto claims = teams_claims();
    if (activity.is_object() && activity.contains("serviceUrl"))
        claims["serviceurl"] = activity["serviceUrl"];
    return teams_request(activity.dump(), known_teams_signer().sign(claims));
}

inline teams::token_judge known_keys_judge()
{
    auto const keys = std::make_shared<teams::signing_keys const>(
        teams::read_signing_keys(known_teams_signer().key_set()).value());
    return [keys](std::string_view token, std::chrono::sys_seconds now) {
        return teams::verify_token(token, *keys, {std::string(teams_app)}, now);
    };
}

inline teams::admission_rules teams_rules()
{
    return {{"smba.trafficmanager.net"}, {std::string(teams_tenant)}, "/assess"};
}

inline std::unique_ptr<platform> teams_under_test(teams::admission_rules rules = teams_rules())
{
    return teams::make_platform(std::move(rules), known_keys_judge());
}

}  // namespace crossroads::testing
