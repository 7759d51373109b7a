#include "teams/webhook.hpp"

#include "channel/conclusions.hpp"
#include "teams/activities.hpp"
#include "teams/service_url.hpp"
#include "words/text.hpp"

#include <algorithm>
#include <utility>

namespace crossroads::teams {
namespace {

constexpr std::string_view only_channel = "msteams";

received refused_for(token_fault fault)
{
    return refused(name_of(fault), status_of(fault));
}

/// Two headers are one too many: which of them a proxy looked at is anybody's guess.
std::string_view authorization_of(http_request const& request)
{
    auto const is_it = [](auto const& header) { return lower(header.first) == "authorization"; };
    if (std::ranges::count_if(request.headers, is_it) != 1)
        return {};
    return std::ranges::find_if(request.headers, is_it)->second;
}

bool is_admitted(std::string_view tenant, std::vector<std::string> const& tenants)
{
    return std::ranges::any_of(
        tenants, [&](std::string const& one) { return one == "*" || lower(one) == lower(tenant); });
}

}  // namespace

received receive_activity(
    http_request const& request, token_judge const& judge, admission_rules const& rules,
    std::chrono::sys_seconds now)
{
    if (request.method != "POST")
        return refused("method", 405);
    auto const token = token_in(authorization_of(request));
    auto const verified =
        token.empty() ? std::variant<channel_token, token_fault>(token_fault::no_token) : judge(token, now);
    if (auto const* fault = std::get_if<token_fault>(&verified))
        return refused_for(*fault);
    auto body = parse_json(request.body);
    if (!body || !body->is_object())
        return refused("malformed_json", 400);
    auto const& service_url = text_member(*body, "serviceUrl");
    if (service_url.empty() || channel_of(*body).empty())
        return refused(service_url.empty() ? "no_service_url" : "no_channel_id", 400);
    if (auto const fault = fault_for(std::get<channel_token>(verified), channel_of(*body), service_url))
        return refused_for(*fault);
    if (channel_of(*body) != only_channel)
        return refused("other_channel", 403);
    if (!may_call(service_url, rules.service_hosts))
        return refused("service_url_not_allowed", 403);
    auto const read = read_activity(std::move(*body));
    if (auto const* missing = std::get_if<std::string_view>(&read))
        return refused("activity_without_" + std::string(*missing), 400);
    auto const& said = std::get<activity>(read);
    if (!is_admitted(said.tenant, rules.tenants))
        return refused("foreign_tenant", 403);
    return decode_activity(said, rules.command);
}

}  // namespace crossroads::teams
