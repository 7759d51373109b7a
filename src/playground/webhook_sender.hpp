#pragma once

#include "http/client.hpp"
#include "playground/events.hpp"

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>

namespace crossroads {

/// The time now, as the workspace counts it.
playground::instant playground_now();

/// Sends webhooks and waits 3 s for the answer, as Slack does. Safe to use from any thread.
class webhook_sender {
public:
    explicit webhook_sender(boost::asio::any_io_executor executor);

    boost::asio::awaitable<playground::webhook_answer> send(http_call call);

private:
    http_client client_;
};

}  // namespace crossroads
