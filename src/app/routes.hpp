#pragma once

#include "http/handler.hpp"
#include "runtime/counters.hpp"
#include "storage/store.hpp"

#include <boost/asio/awaitable.hpp>

#include <functional>
#include <string>
#include <string_view>
#include <utility>

namespace crossroads {

/// What the routes lead to. All of it outlives them.
struct route_targets {
    request_handler slack;  // its webhooks; empty: Slack is not set up
    request_handler teams;  // the same of Microsoft Teams
    store const& conversations;
    counters const& counted;
    std::function<std::string()> more_metrics;  // in Prometheus' text format; empty: there are none
    request_handler playground;                 // empty: there is none
};

/// The service's HTTP surface: Slack's three webhook paths, Teams' two, /healthz, /readyz, /metrics,
/// /playground/. Unknown paths get 404, wrong methods 405 with the right one. Safe to use from any thread.
class routes {
public:
    explicit routes(route_targets targets) : targets_(std::move(targets)) {}

    boost::asio::awaitable<http_response> handle(http_request request);

private:
    request_handler const* handler_of(std::string_view path) const;
    std::string metrics() const;

    route_targets targets_;
};

}  // namespace crossroads
