#pragma once

#include "http/handler.hpp"
#include "runtime/counters.hpp"
#include "runtime/inbox.hpp"
#include "storage/store.hpp"

#include <boost/asio/awaitable.hpp>

#include <functional>
#include <string>

namespace crossroads {

/// What the routes lead to. All of it outlives them.
struct route_targets {
    inbox& webhooks;
    store const& conversations;
    counters const& counted;
    std::function<std::string()> more_metrics;  // in Prometheus' text format; empty: there are none
    request_handler playground;                 // empty: there is none
};

/// The service's HTTP surface: Slack's three webhook paths, /healthz, /readyz, /metrics, /playground/.
/// Unknown paths get 404, wrong methods 405 with the right one. Safe to use from any thread.
class routes {
public:
    explicit routes(route_targets targets) : targets_(std::move(targets)) {}

    boost::asio::awaitable<http_response> handle(http_request request);

private:
    std::string metrics() const;

    route_targets targets_;
};

}  // namespace crossroads
