#pragma once

#include <boost/asio/buffer.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/write.hpp>

#include <atomic>
#include <cstdint>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace crossroads {

/// A server on loopback that says exactly what a test wants. Each connection gets its own list of replies:
/// one is sent for every request (which has to end with "ping"), and after the last the connection is closed.
/// Connections beyond the script are not accepted.
class scripted_server {
public:
    using replies = std::vector<std::string>;

    explicit scripted_server(std::vector<replies> script)
        : acceptor_(context_, {boost::asio::ip::address_v4::loopback(), 0}),
          script_(std::move(script)),
          thread_([this] { run(); })
    {}

    ~scripted_server()
    {
        // Wakes an accept or a read that nobody answers any more.
        boost::system::error_code ignored;
        stopping_ = true;
        boost::asio::ip::tcp::socket last(context_);
        last.connect(acceptor_.local_endpoint(), ignored);
    }

    scripted_server(scripted_server const&) = delete;
    scripted_server& operator=(scripted_server const&) = delete;

    std::string url(std::string const& path) const
    {
        return "http://127.0.0.1:" + std::to_string(acceptor_.local_endpoint().port()) + path;
    }

    /// Whole requests that came in.
    int requests() const { return requests_; }

    /// Connections that were closed after their last reply.
    int closed() const { return closed_; }

private:
    void run()
    {
        for (auto const& each : script_) {
            boost::system::error_code error;
            boost::asio::ip::tcp::socket client(context_);
            acceptor_.accept(client, error);
            if (error || stopping_)
                return;
            converse(client, each);
            client.close(error);
            ++closed_;
        }
    }

    void converse(boost::asio::ip::tcp::socket& client, replies const& each)
    {
        std::string unread;
        for (auto const& reply : each) {
            boost::system::error_code error;
            auto const size =
                boost::asio::read_until(client, boost::asio::dynamic_buffer(unread), "ping", error);
            if (error)
                return;
            unread.erase(0, size);
            ++requests_;
            boost::asio::write(client, boost::asio::buffer(reply), error);
        }
    }

    boost::asio::io_context context_;
    boost::asio::ip::tcp::acceptor acceptor_;
    std::vector<replies> script_;
    std::atomic<bool> stopping_ = false;
    std::atomic<int> requests_ = 0;
    std::atomic<int> closed_ = 0;
    std::jthread thread_;
};

}  // namespace crossroads
