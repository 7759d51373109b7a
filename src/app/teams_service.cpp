#include "app/teams_service.hpp"

#include "teams/service_url.hpp"
#include "teams/teams_platform.hpp"

#include <boost/asio/strand.hpp>
#include <spdlog/spdlog.h>

#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace asio = boost::asio;

namespace crossroads {
namespace {

/// What people type to reach the bot, by the name that the app package gives it.
constexpr std::string_view called_by = "@Assess";

std::vector<std::string> service_hosts_of(settings const& read)
{
    return read.teams_service_hosts.empty() ? teams::known_service_hosts() : read.teams_service_hosts;
}

teams::admission_rules rules_of(settings const& read)
{
    auto tenants = read.teams_tenants;
    if (tenants.empty())
        tenants.push_back(read.teams_tenant_id);
    return {service_hosts_of(read), std::move(tenants), read.slack_command};
}

std::function<asio::awaitable<call_result>(http_call)> calls_of(http_client& client)
{
    return [&client](http_call made) { return client.send(std::move(made)); };
}

channel_key_parts key_parts_of(teams_service_parts const& parts)
{
    teams::token_rules rules;
    rules.app_id = parts.read.teams_app_id;
    return {parts.executor,   parts.read.teams_openid_metadata_url,
            std::move(rules), calls_of(parts.client),
            parts.now,        parts.tasks,
            parts.counted};
}

connector_parts connector_parts_of(teams_service_parts const& parts)
{
    auto const& read = parts.read;
    teams::app_credentials who{
        read.teams_login_url, read.teams_tenant_id, read.teams_app_id, read.teams_app_password};
    return {parts.executor, std::move(who), service_hosts_of(read), calls_of(parts.client),
            parts.now,      parts.tasks,    parts.counted};
}

std::string token_of(http_request const& request)
{
    return std::string(teams::token_in(find_header(request.headers, "authorization").value_or("")));
}

}  // namespace

teams_service::teams_service(
    teams_service_parts parts, std::function<inbox_parts(platform const&)> const& parts_for)
    : parts_(std::move(parts)),
      keys_(key_parts_of(parts_)),
      connector_(connector_parts_of(parts_)),
      reaches_(parts_.conversations),
      platform_(teams::make_platform(
          rules_of(parts_.read),
          [this](std::string_view token, std::chrono::sys_seconds now) { return keys_.judge(token, now); }))
{
    auto of_inbox = parts_for(*platform_);
    of_inbox.call_at_once = [this](http_call call) { call_at_once(std::move(call)); };
    of_inbox.reaches = &reaches_;
    of_inbox.command = called_by;
    inbox_ = std::make_unique<inbox>(std::move(of_inbox));
}

asio::awaitable<http_response> teams_service::receive(http_request request)
{
    auto token = token_of(request);
    if (!token.empty())
        co_await keys_.prepare_for(std::move(token));
    co_return co_await inbox_->receive(std::move(request));
}

delivery_channel teams_service::channel()
{
    return {
        *platform_, [this](http_call made) { return connector_.send(std::move(made)); },
        [this](std::string const& conversation) { return reaches_.find(conversation); }};
}

void teams_service::call_at_once(http_call call)
{
    constexpr std::size_t most_at_once = 256;
    if (calls_at_once_ >= most_at_once) {
        parts_.counted.count("crossroads_immediate_calls_total", "outcome", "not_made");
        return;
    }
    ++calls_at_once_;
    parts_.tasks.spawn(asio::make_strand(parts_.executor), make_call(std::move(call)));
}

/// A message for one person in answer to what they did; made once.
asio::awaitable<void> teams_service::make_call(http_call call)
{
    auto const result = co_await connector_.send(std::move(call));
    --calls_at_once_;
    std::string_view outcome = "accepted";
    if (auto const* failure = std::get_if<call_failure>(&result)) {
        outcome = "no_answer";
        spdlog::warn("a private message was not sent: {}", failure->reason);
    } else if (auto const status = std::get<http_response>(result).status; status < 200 || status >= 300) {
        outcome = "refused";
        spdlog::warn("a private message was refused with {}", status);
    }
    parts_.counted.count("crossroads_immediate_calls_total", "outcome", outcome);
}

}  // namespace crossroads
