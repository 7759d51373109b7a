#pragma once

#include "net/result.hpp"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/steady_timer.hpp>

#include <chrono>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <tuple>

namespace crossroads {

/// One TCP connection, plain or TLS, on which no wait is endless. Hold it in a shared_ptr. Except where said,
/// use it only on the socket's executor, a strand.
class connection : public std::enable_shared_from_this<connection> {
public:
    using transferred = std::tuple<error_code, std::size_t>;

    explicit connection(boost::asio::ip::tcp::socket socket);
    connection(boost::asio::ip::tcp::socket socket, boost::asio::ssl::context& tls);

    /// What happens when the time is up: the connection is cut, or reading gives end-of-file while an answer
    /// can still be written.
    enum class expiry { close, stop_reading };

    /// One deadline for everything that waits from now on, until it is set again.
    void expire_after(std::chrono::steady_clock::duration limit, expiry what = expiry::close);
    void expire_never();

    bool expired() const { return expired_; }

    /// The TLS handshake; nothing on a plain connection.
    boost::asio::awaitable<error_code> accept_handshake();
    /// The same from the client's side; the certificate has to be made out for `host`.
    boost::asio::awaitable<error_code> request_handshake(std::string host);
    /// Why the other side's certificate was refused; empty if it was not.
    std::string certificate_problem();

    boost::asio::awaitable<transferred> read_some(boost::asio::mutable_buffer into);
    /// Writes `head`, then `body`, in as few packets as possible.
    boost::asio::awaitable<transferred>
    write(boost::asio::const_buffer head, boost::asio::const_buffer body = {});

    /// Ends the connection so that the last bytes written arrive: says goodbye, then reads on for a moment,
    /// because closing with unread input would make the system discard what the other side has not read yet.
    boost::asio::awaitable<void> finish();

    /// Whether an idle connection can be used again: open, and nothing came in. Any thread, while nothing
    /// waits.
    bool is_quiet();

    boost::asio::any_io_executor executor() { return socket_.get_executor(); }

private:
    void arm();
    void on_timer();

    boost::asio::ip::tcp::socket socket_;
    std::optional<boost::asio::ssl::stream<boost::asio::ip::tcp::socket&>> tls_;
    // The timer is left alone as long as it fires before the deadline, and then looks again: setting it for
    // every request would cost more than parsing one.
    boost::asio::steady_timer timer_;
    std::chrono::steady_clock::time_point deadline_ = std::chrono::steady_clock::time_point::max();
    std::chrono::steady_clock::time_point armed_for_ = std::chrono::steady_clock::time_point::max();
    expiry what_ = expiry::close;
    bool expired_ = false;
};

}  // namespace crossroads
