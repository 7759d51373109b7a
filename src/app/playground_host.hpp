#pragma once

#include "http/server.hpp"
#include "playground/playground_server.hpp"
#include "settings/settings.hpp"

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>

#include <memory>
#include <string>

namespace crossroads {

/// The local workspace on a port of its own, for a service that runs elsewhere on this machine.
class playground_host {
public:
    /// Throws when the port cannot be listened on, or the credentials that both sides share are missing.
    playground_host(boost::asio::any_io_executor executor, settings const& read);

    void start();
    boost::asio::awaitable<void> stop();
    std::string url() const;

private:
    std::unique_ptr<http_server> server_;
    std::unique_ptr<playground_server> playground_;
};

}  // namespace crossroads
