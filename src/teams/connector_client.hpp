#pragma once

#include "http/client.hpp"
#include "net/task_group.hpp"
#include "runtime/counters.hpp"
#include "teams/app_token.hpp"
#include "teams/waiting_list.hpp"

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>

#include <chrono>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace crossroads {

/// What the connector's client works with. All of it outlives it.
struct connector_parts {
    boost::asio::any_io_executor executor;
    teams::app_credentials credentials;
    std::vector<std::string> service_hosts;  // as teams::may_call() takes them
    std::function<boost::asio::awaitable<call_result>(http_call)> call;
    std::function<std::chrono::sys_seconds()> now;
    task_group& tasks;
    counters& counted;
};

/// Makes the calls of the Teams connector with our token, which is fetched by one at a time and refreshed
/// before it expires. Safe to use from any thread.
class connector_client {
public:
    explicit connector_client(connector_parts parts) : parts_(std::move(parts)) {}

    /// Sends `call` with our token; once more with a new one when it is not taken. Without a token, or to a
    /// host that is not allowed, nothing is sent. Call it on a strand.
    boost::asio::awaitable<call_result> send(http_call call);

private:
    boost::asio::awaitable<std::string> token();
    boost::asio::awaitable<void> fetch();

    connector_parts parts_;
    std::mutex mutex_;
    teams::app_token_cache cache_;
    waiting_list waiting_;
    std::string advice_;  // why there is no token
};

}  // namespace crossroads
