#include "http/session.hpp"

#include "http/wire_format.hpp"

#include <boost/asio/cancellation_state.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <openssl/rand.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <exception>
#include <optional>
#include <utility>

namespace asio = boost::asio;
using expiry = crossroads::connection::expiry;

namespace crossroads {
namespace {

struct session_state {
    bool idle = true;       // waiting for a next request
    bool stopping = false;  // the request in hand is the last
};

// The wish to stop (total cancellation) ends the wait for a next request, but leaves a request in hand alone;
// the order to stop (terminal) ends both. It is passed on as terminal, as TLS streams heed nothing less.
struct stop_when_idle {
    std::shared_ptr<session_state> state;

    asio::cancellation_type operator()(asio::cancellation_type asked) const
    {
        state->stopping = true;
        bool const at_once =
            state->idle || (asked & asio::cancellation_type::terminal) != asio::cancellation_type::none;
        return at_once ? asio::cancellation_type::terminal : asio::cancellation_type::none;
    }
};

std::string short_reference()
{
    std::array<unsigned char, 4> bytes{};
    ::RAND_bytes(bytes.data(), static_cast<int>(bytes.size()));
    return fmt::format("{:02x}{:02x}{:02x}{:02x}", bytes[0], bytes[1], bytes[2], bytes[3]);
}

http_response failure(std::string const& target, std::string_view what)
{
    auto reference = short_reference();
    // Without the query: it may hold what is nobody's business.
    spdlog::error(
        "answering {} failed, reference {}: {}", target.substr(0, target.find('?')), reference, what);
    http_response response;
    response.status = 500;
    response.headers.emplace_back("X-Reference", std::move(reference));
    return response;
}

http_response refused(unsigned status)
{
    http_response response;
    response.status = status;
    return response;
}

bool says_close(http_response const& response)
{
    auto const value = find_header(response.headers, "connection");
    return value && same_without_case(*value, "close");
}

class session {
public:
    session(std::shared_ptr<connection> client, std::string peer, std::shared_ptr<session_setup const> setup)
        : client_(std::move(client)),
          peer_(std::move(peer)),
          setup_(std::move(setup)),
          buffer_(std::max<std::size_t>(16 * 1024, 2 * setup_->limits.request.header_bytes))
    {
        // At once: growing from nothing, a request of 4 KiB would take nine reads.
        buffer_.reserve(buffer_.max_size());
    }

    asio::awaitable<void> run();

    std::shared_ptr<session_state> state() const { return state_; }

private:
    enum class arrival { request, refusal, nothing };

    asio::awaitable<arrival> receive(request_reader& reader, body_memory::share& memory);
    unsigned refusal_for(request_reader const& reader, body_memory::share& memory) const;
    asio::awaitable<void> tell_to_continue();
    asio::awaitable<http_response> answer(http_request request);
    asio::awaitable<bool> respond(http_response response, after_response after, bool with_body);
    void begin_request();

    std::shared_ptr<connection> client_;
    std::string peer_;
    std::shared_ptr<session_setup const> setup_;
    boost::beast::flat_buffer buffer_;
    std::string head_;  // of the response; kept for its memory
    std::shared_ptr<session_state> const state_ = std::make_shared<session_state>();
    unsigned refusal_ = 0;
};

std::string_view content(boost::beast::flat_buffer const& buffer)
{
    auto const bytes = buffer.data();
    return {static_cast<char const*>(bytes.data()), bytes.size()};
}

void session::begin_request()
{
    if (!std::exchange(state_->idle, false))
        return;
    client_->expire_after(setup_->limits.request_limit, expiry::stop_reading);
}

// The status to refuse the request with as far as it has come, or 0.
unsigned session::refusal_for(request_reader const& reader, body_memory::share& memory) const
{
    if (auto const refusal = reader.refusal())
        return *refusal;
    if (!reader.complete() && buffer_.size() == buffer_.max_size())
        return 400;  // the header of a chunk that does not end
    return memory.grow_to(reader.body_size()) ? 0 : 503;
}

asio::awaitable<session::arrival> session::receive(request_reader& reader, body_memory::share& memory)
{
    for (;;) {
        if (buffer_.size() != 0) {
            begin_request();
            buffer_.consume(reader.take(content(buffer_)));
            refusal_ = refusal_for(reader, memory);
            if (refusal_ != 0)
                co_return arrival::refusal;
            if (reader.complete())
                co_return arrival::request;
            if (reader.take_expectation())
                co_await tell_to_continue();
        }
        auto const space = buffer_.prepare(buffer_.max_size() - buffer_.size());
        auto [error, size] = co_await client_->read_some(space);
        if (client_->expired() && !state_->idle) {
            refusal_ = 408;
            co_return arrival::refusal;
        }
        if (error)
            co_return arrival::nothing;
        buffer_.commit(size);
    }
}

asio::awaitable<void> session::tell_to_continue()
{
    constexpr std::string_view go_on = "HTTP/1.1 100 Continue\r\n\r\n";
    co_await client_->write(asio::buffer(go_on));  // should it fail, so will the next read
}

asio::awaitable<http_response> session::answer(http_request request)
{
    auto const target = request.target;
    std::optional<std::string> problem;
    http_response response;
    try {
        // A handler told to end may miss it between two waits; then the next one throws.
        co_await asio::this_coro::throw_if_cancelled(true);
        response = co_await setup_->handle(std::move(request));
    } catch (std::exception const& error) {
        problem = error.what();
    } catch (...) {
        problem = "an exception of unknown type";
    }
    co_await asio::this_coro::throw_if_cancelled(false);
    if (problem)
        response = failure(target, *problem);
    co_return response;
}

// False when nothing more can be sent.
asio::awaitable<bool> session::respond(http_response response, after_response after, bool with_body)
{
    try {
        write_response_head(head_, response, after);
    } catch (std::exception const& error) {
        response = failure("a request", error.what());
        write_response_head(head_, response, after);
    }
    client_->expire_after(setup_->limits.write_limit);
    auto const body = with_body ? asio::buffer(response.body) : asio::const_buffer();
    auto [error, size] = co_await client_->write(asio::buffer(head_), body);
    co_return !error;
}

asio::awaitable<void> session::run()
{
    auto const& limits = setup_->limits;
    auto const cancellation = co_await asio::this_coro::cancellation_state;
    auto const is_cut = [&cancellation] { return cancellation.cancelled() != asio::cancellation_type::none; };

    client_->expire_after(limits.request_limit);
    if (co_await client_->accept_handshake())
        co_return;
    for (std::size_t served = 0; !state_->stopping;) {
        state_->idle = true;
        client_->expire_after(served == 0 ? limits.request_limit : limits.idle_limit);
        request_reader reader(limits.request);
        body_memory::share memory(setup_->bodies);
        auto const arrived = co_await receive(reader, memory);
        if (arrived == arrival::nothing || is_cut())
            co_return;
        if (arrived == arrival::refusal) {
            spdlog::debug("refused a request with {}", refusal_);
            auto response = refused(refusal_);
            if (co_await respond(std::move(response), after_response::close, true))
                co_await client_->finish();
            co_return;
        }

        auto request = reader.release();
        request.peer = peer_;
        bool const with_body = request.method != "HEAD";
        client_->expire_never();  // the handler's time is its own to limit
        auto response = co_await answer(std::move(request));
        if (is_cut())
            co_return;
        ++served;
        bool const goes_on = reader.wants_keep_alive() && !says_close(response) && served < limits.requests &&
                             !state_->stopping;
        auto const open = reader.is_http10() ? after_response::keep_alive_http10 : after_response::keep_alive;
        auto const after = goes_on ? open : after_response::close;
        if (!co_await respond(std::move(response), after, with_body))
            co_return;
        if (!goes_on)
            break;
    }
    if (!is_cut())
        co_await client_->finish();
}

}  // namespace

asio::awaitable<void>
serve(std::shared_ptr<connection> client, std::string peer, std::shared_ptr<session_setup const> setup)
{
    session served(std::move(client), std::move(peer), std::move(setup));
    stop_when_idle const heeded{served.state()};
    co_await asio::this_coro::reset_cancellation_state(heeded, asio::enable_terminal_cancellation());
    co_await asio::this_coro::throw_if_cancelled(false);
    co_await served.run();
}

}  // namespace crossroads
