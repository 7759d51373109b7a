#pragma once

#include "channel/platform.hpp"
#include "http/client.hpp"
#include "net/task_group.hpp"
#include "runtime/counters.hpp"
#include "runtime/deliveries.hpp"
#include "runtime/inbox.hpp"
#include "runtime/reach_book.hpp"
#include "settings/settings.hpp"
#include "teams/channel_keys.hpp"
#include "teams/connector_client.hpp"

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>

#include <atomic>
#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>

namespace crossroads {

/// What Teams works with. All of it outlives it.
struct teams_service_parts {
    boost::asio::any_io_executor executor;
    settings const& read;
    http_client& client;
    task_group& tasks;
    counters& counted;
    store& conversations;
    std::function<std::chrono::sys_seconds()> now;
};

/// Microsoft Teams, wired: its keys and tokens, and an inbox of its own on the common store.
class teams_service {
public:
    /// `parts_for` gives what the inboxes of all platforms have in common. Throws when nobody is admitted.
    teams_service(teams_service_parts parts, std::function<inbox_parts(platform const&)> const& parts_for);

    /// Answers one activity.
    boost::asio::awaitable<http_response> receive(http_request request);

    inbox& events() { return *inbox_; }

    /// For the delivery of messages.
    delivery_channel channel();

private:
    void call_at_once(http_call call);
    boost::asio::awaitable<void> make_call(http_call call);

    teams_service_parts parts_;
    std::atomic<std::size_t> calls_at_once_ = 0;
    channel_keys keys_;
    connector_client connector_;
    reach_book reaches_;
    std::unique_ptr<platform> platform_;
    std::unique_ptr<inbox> inbox_;
};

}  // namespace crossroads
