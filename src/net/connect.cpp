#include "net/connect.hpp"

#include "net/address_rules.hpp"
#include "net/as_result.hpp"
#include "net/with_timeout.hpp"

#include <boost/asio/error.hpp>
#include <boost/asio/this_coro.hpp>

#include <algorithm>
#include <utility>

namespace asio = boost::asio;
using asio::ip::tcp;
using std::chrono::steady_clock;

namespace crossroads {
namespace {

bool is_allowed(asio::ip::address const& address, connect_target const& target)
{
    if (!target.tls)
        return target.private_allowed && is_loopback(address);
    return target.private_allowed || is_public(address);
}

std::string refusal(connect_target const& target)
{
    if (!target.tls)
        return "plain http is for loopback only, and only where that is allowed: " + target.host;
    return target.host + " has no public address";
}

asio::awaitable<result<tcp::socket>> connect_socket(tcp::endpoint to)
{
    tcp::socket socket(co_await asio::this_coro::executor);
    auto [error] = co_await socket.async_connect(to, as_result);
    if (error)
        co_return error;
    socket.set_option(tcp::no_delay(true), error);
    co_return std::move(socket);
}

// Each address gets an equal part of the time that is left, so that one that never answers (a broken IPv6
// path) does not use up the time of those after it.
asio::awaitable<result<tcp::socket>>
connect_any(addresses candidates, std::uint16_t port, steady_clock::time_point until)
{
    error_code last = asio::error::host_not_found;
    auto left = static_cast<std::int64_t>(candidates.size());
    for (auto const& address : candidates) {
        auto const share = std::max(until - steady_clock::now(), steady_clock::duration::zero()) / left--;
        tcp::endpoint const to(address, port);
        auto socket = co_await with_timeout(connect_socket(to), share);
        if (socket)
            co_return socket;
        last = socket.error();
    }
    co_return last;
}

std::string handshake_failure(connection& opened, error_code error, std::string const& host)
{
    std::string reason = "TLS handshake with " + host + " failed: ";
    if (opened.expired())
        return reason + "it took too long";
    auto const problem = opened.certificate_problem();
    return reason + (problem.empty() ? error.message() : "its certificate was refused: " + problem);
}

}  // namespace

asio::awaitable<connect_result> connect(
    connect_target target, name_lookup names, std::shared_ptr<asio::ssl::context> tls,
    steady_clock::duration limit)
{
    auto const until = steady_clock::now() + limit;
    auto found = co_await names.resolve(target.host, limit);
    if (!found)
        co_return "cannot look up " + target.host + ": " + found.error().message();
    std::erase_if(*found, [&target](auto const& address) { return !is_allowed(address, target); });
    if (found->empty())
        co_return refusal(target);

    auto socket = co_await connect_any(std::move(*found), target.port, until);
    if (!socket)
        co_return "cannot connect to " + target.host + ": " + socket.error().message();
    auto const opened = target.tls ? std::make_shared<connection>(std::move(*socket), *tls)
                                   : std::make_shared<connection>(std::move(*socket));
    opened->expire_after(until - steady_clock::now());
    if (auto const error = co_await opened->request_handshake(target.host))
        co_return handshake_failure(*opened, error, target.host);
    opened->expire_never();
    co_return opened;
}

}  // namespace crossroads
