#pragma once

#include "channel/http_message.hpp"
#include "playground/workspace.hpp"

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace crossroads {

struct playground_settings {
    std::string signing_secret;
    std::string bot_token;
    std::string service_url;  // of the service under test: "http://127.0.0.1:8080"
    std::string own_url;      // where this server is reached, the same when both share a port
    std::string command = "/assess";
    std::filesystem::path state_file = "playground.json";
};

/// The local workspace around its value: a page for people, Slack's Web API for the service, and the
/// webhooks to it. Nothing is answered before it is in the state file. Loopback only. Safe to use from any
/// thread.
class playground_server {
public:
    /// Throws when the state file cannot be read or written or is none.
    playground_server(boost::asio::any_io_executor executor, playground_settings settings);
    ~playground_server();
    playground_server(playground_server const&) = delete;
    playground_server& operator=(playground_server const&) = delete;

    /// Begins to deliver the events that a former run left; call it once the service can be reached.
    void start();

    /// Answers waiting browsers and ends deliveries; call it before stopping the HTTP server.
    boost::asio::awaitable<void> stop();

    /// Everything under /playground/: the page, `api/<method>` (Slack's Web API), `hooks/…` (response URLs),
    /// `upload/…` and `files/…` (of the app) and `workspace/…` (for the page).
    boost::asio::awaitable<http_response> handle(http_request request);

private:
    class members;
    std::shared_ptr<members> members_;
};

}  // namespace crossroads
