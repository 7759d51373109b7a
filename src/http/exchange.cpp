#include "http/exchange.hpp"

#include "http/response_reader.hpp"

#include <boost/asio/error.hpp>
#include <boost/beast/core/flat_buffer.hpp>

#include <algorithm>
#include <utility>

namespace asio = boost::asio;
using boost::beast::flat_buffer;

namespace crossroads {
namespace {

constexpr std::size_t read_size = 16 * 1024;
constexpr std::size_t most_unread = 64 * 1024;  // more than a whole head

call_failure broken_off(connection const& used, error_code error, bool maybe_received)
{
    return {
        maybe_received, used.expired() ? "no answer in time" : "the exchange broke off: " + error.message()};
}

void take_from(flat_buffer& buffer, response_reader& reader)
{
    auto const unread = buffer.data();
    if (unread.size() != 0)
        buffer.consume(reader.take({static_cast<char const*>(unread.data()), unread.size()}));
}

// One response, interim or not. The error is the connection's; the reader knows its own.
asio::awaitable<error_code>
read_into(std::shared_ptr<connection> used, flat_buffer& buffer, response_reader& reader)
{
    for (;;) {
        take_from(buffer, reader);
        if (reader.complete() || reader.failure())
            co_return error_code();
        auto const room = std::min(read_size, most_unread - buffer.size());
        if (room == 0)
            co_return error_code(asio::error::no_buffer_space);
        auto const space = buffer.prepare(room);
        auto [error, size] = co_await used->read_some(space);
        buffer.commit(size);
        if (error == asio::error::eof)
            reader.take_end();
        else if (error)
            co_return error;
    }
}

asio::awaitable<exchange_outcome>
read_response(std::shared_ptr<connection> used, std::size_t response_bytes, bool without_body)
{
    constexpr int most_interim = 8;
    exchange_outcome outcome;
    flat_buffer buffer;
    for (int i = 0; i <= most_interim; ++i) {
        response_reader reader(response_bytes, without_body);
        auto const error = co_await read_into(used, buffer, reader);
        if (error) {
            outcome.result = broken_off(*used, error, true);
            co_return outcome;
        }
        if (reader.failure()) {
            outcome.result = call_failure{true, "unusable response: " + reader.failure().message()};
            co_return outcome;
        }
        if (!reader.is_interim()) {
            outcome.reusable = reader.leaves_connection_open() && buffer.size() == 0;
            outcome.result = reader.release();
            co_return outcome;
        }
    }
    outcome.result = call_failure{true, "unusable response: too many interim ones"};
    co_return outcome;
}

}  // namespace

asio::awaitable<exchange_outcome> exchange(
    std::shared_ptr<connection> used, std::shared_ptr<outgoing_request const> request,
    std::chrono::steady_clock::duration limit, std::size_t response_bytes)
{
    used->expire_after(limit);
    auto [error, written] = co_await used->write(asio::buffer(request->head), asio::buffer(request->body));
    exchange_outcome outcome;
    if (error)
        outcome.result = broken_off(*used, error, written != 0);
    else
        outcome = co_await read_response(used, response_bytes, request->answered_without_body);
    used->expire_never();
    co_return outcome;
}

}  // namespace crossroads
