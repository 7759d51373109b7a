#include "teams/connector.hpp"

#include "teams/service_url.hpp"

#include <utility>

namespace crossroads::teams {
namespace {

http_call call(std::string method, reach const& where, std::string_view path, json const& body)
{
    http_call made;
    made.method = std::move(method);
    made.url = call_url(where.service_url, path);
    made.headers = {{"Accept", "application/json"}};
    if (!body.is_null()) {
        made.headers.emplace_back("Content-Type", "application/json; charset=utf-8");
        made.body = write_json(body);
    }
    return made;
}

std::string activities_of(place const& to)
{
    return "v3/conversations/" + path_segment(to.conversation) + "/activities";
}

std::string_view query_of(place const& to)
{
    return to.only_for.empty() ? "" : "?isTargetedActivity=true";
}

}  // namespace

json card_message(json card, std::string_view summary)
{
    json const attachment = {
        {"contentType", "application/vnd.microsoft.card.adaptive"}, {"content", std::move(card)}};
    return {{"type", "message"}, {"summary", summary}, {"attachments", json::array({attachment})}};
}

http_call post_message(reach const& where, place const& to, json message)
{
    message["from"] = {{"id", where.bot}};
    message["conversation"] = {{"id", to.conversation}};
    if (!to.only_for.empty())
        message["recipient"] = {{"id", to.only_for}};
    return call("POST", where, activities_of(to).append(query_of(to)), message);
}

http_call put_message(reach const& where, place const& to, std::string_view id, json message)
{
    // A recipient, which a new message for one person needs, is an error in its update.
    message["from"] = {{"id", where.bot}};
    message["conversation"] = {{"id", to.conversation}};
    message["id"] = id;
    auto const path = activities_of(to).append("/").append(path_segment(id)).append(query_of(to));
    return call("PUT", where, path, message);
}

http_call open_chat(reach const& where, std::string_view user, std::string_view tenant)
{
    json const person = {{"id", user}};
    json const body = {
        {"isGroup", false},
        {"bot", {{"id", where.bot}}},
        {"members", json::array({person})},
        {"tenantId", tenant},
        {"channelData", {{"tenant", {{"id", tenant}}}}}};
    return call("POST", where, "v3/conversations", body);
}

http_call get_member(reach const& where, std::string_view conversation, std::string_view user)
{
    return call(
        "GET", where, "v3/conversations/" + path_segment(conversation) + "/members/" + path_segment(user),
        nullptr);
}

}  // namespace crossroads::teams
