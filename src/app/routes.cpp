#include "app/routes.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

namespace crossroads {
namespace {

constexpr std::array<std::string_view, 3> slack_paths = {
    "/slack/commands", "/slack/interactions", "/slack/events"};
constexpr std::array<std::string_view, 2> teams_paths = {"/teams/messages", "/api/messages"};

http_response plain_text(unsigned status, std::string body)
{
    http_response response;
    response.status = status;
    response.headers.emplace_back("Content-Type", "text/plain; charset=utf-8");
    response.body = std::move(body);
    return response;
}

http_response wrong_method(std::string allowed)
{
    http_response response;
    response.status = 405;
    response.headers.emplace_back("Allow", std::move(allowed));
    return response;
}

http_response redirect(std::string location)
{
    http_response response;
    response.status = 302;
    response.headers.emplace_back("Location", std::move(location));
    return response;
}

}  // namespace

boost::asio::awaitable<http_response> routes::handle(http_request request)
{
    std::string const path = request.target.substr(0, request.target.find('?'));
    auto const* webhooks = handler_of(path);
    if (webhooks != nullptr) {
        if (request.method != "POST")
            co_return wrong_method("POST");
        co_return co_await (*webhooks)(std::move(request));
    }
    if (targets_.playground && (path == "/playground" || path == "/"))
        co_return redirect("/playground/");
    if (targets_.playground && path.starts_with("/playground/"))
        co_return co_await targets_.playground(std::move(request));

    bool const is_status_page = path == "/healthz" || path == "/readyz" || path == "/metrics";
    if (!is_status_page)
        co_return plain_text(404, "There is nothing here.\n");
    if (request.method != "GET" && request.method != "HEAD")
        co_return wrong_method("GET, HEAD");
    if (path == "/healthz")
        co_return plain_text(200, "alive\n");
    if (path == "/metrics")
        co_return plain_text(200, metrics());
    if (targets_.conversations.ready())
        co_return plain_text(200, "ready\n");
    co_return plain_text(503, "events cannot be stored at the moment\n");
}

/// Who takes the webhooks of a path; nullptr when it is nobody's.
request_handler const* routes::handler_of(std::string_view path) const
{
    if (targets_.slack && std::ranges::find(slack_paths, path) != slack_paths.end())
        return &targets_.slack;
    if (targets_.teams && std::ranges::find(teams_paths, path) != teams_paths.end())
        return &targets_.teams;
    return nullptr;
}

std::string routes::metrics() const
{
    auto text = targets_.counted.prometheus_text();
    if (targets_.more_metrics)
        text += targets_.more_metrics();
    return text;
}

}  // namespace crossroads
