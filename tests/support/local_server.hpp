#pragma once

#include "http/server.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/use_future.hpp>

#include <chrono>
#include <cstdint>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace crossroads {

/// An http_server on a free port of loopback, with threads of its own. It is stopped when the test ends.
class local_server {
public:
    explicit local_server(request_handler handle, server_settings settings = {}, int threads = 4)
        : server_(
              context_.get_executor(), {boost::asio::ip::address_v4::loopback(), 0}, std::move(handle),
              std::move(settings))
    {
        server_.start();
        for (int i = 0; i < threads; ++i)
            threads_.emplace_back([this] { context_.run(); });
    }

    ~local_server()
    {
        stop(std::chrono::milliseconds(0));
        work_.reset();
    }

    local_server(local_server const&) = delete;
    local_server& operator=(local_server const&) = delete;

    /// Returns when the last connection is gone.
    void stop(std::chrono::milliseconds grace)
    {
        if (!std::exchange(stopped_, true))
            boost::asio::co_spawn(context_, server_.stop(grace), boost::asio::use_future).get();
    }

    std::uint16_t port() const { return server_.endpoint().port(); }

    std::string url(std::string const& path) const
    {
        return "http://127.0.0.1:" + std::to_string(port()) + path;
    }

    std::size_t connections() const { return server_.connections(); }

    boost::asio::any_io_executor executor() { return context_.get_executor(); }

private:
    boost::asio::io_context context_;
    boost::asio::executor_work_guard<boost::asio::io_context::executor_type> work_{context_.get_executor()};
    http_server server_;
    bool stopped_ = false;
    std::vector<std::jthread> threads_;
};

}  // namespace crossroads
