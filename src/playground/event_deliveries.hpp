#pragma once

#include "net/task_group.hpp"
#include "playground/kept_workspace.hpp"
#include "playground/webhook_sender.hpp"
#include "playground/workspace.hpp"

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>

#include <memory>
#include <mutex>
#include <set>
#include <string>

namespace crossroads {

/// Takes events from the workspace to the service until they are acknowledged or given up, each on its own
/// as Slack does, so their order is not certain. Safe to use from any thread.
class event_deliveries : public std::enable_shared_from_this<event_deliveries> {
public:
    event_deliveries(
        boost::asio::any_io_executor executor, playground::app_settings settings, kept_workspace& kept,
        webhook_sender& sender);

    /// Starts on what is pending and not on its way yet. Call it after a change was saved.
    void look();

    /// Ends what is on its way; it stays pending in the workspace.
    boost::asio::awaitable<void> stop();

private:
    static boost::asio::awaitable<void> deliver(std::shared_ptr<event_deliveries> self, std::string event_id);

    boost::asio::any_io_executor executor_;
    playground::app_settings settings_;
    kept_workspace& kept_;
    webhook_sender& sender_;
    task_group tasks_;
    std::mutex mutex_;  // guards the rest
    std::set<std::string> under_way_;
    bool stopped_ = false;
};

}  // namespace crossroads
