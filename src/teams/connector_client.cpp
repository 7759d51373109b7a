#include "teams/connector_client.hpp"

#include "net/as_result.hpp"
#include "teams/service_url.hpp"

#include <boost/asio/strand.hpp>
#include <boost/asio/this_coro.hpp>
#include <spdlog/spdlog.h>

#include <utility>

namespace asio = boost::asio;

namespace crossroads {
namespace {

constexpr std::chrono::seconds longest_wait{16};  // a fetch takes no longer

http_call with_token(http_call call, std::string const& token)
{
    call.headers.emplace_back("Authorization", "Bearer " + token);
    return call;
}

}  // namespace

asio::awaitable<call_result> connector_client::send(http_call call)
{
    if (!teams::may_call(call.url.substr(0, call.url.find('?')), parts_.service_hosts))
        co_return call_failure{false, "not a service URL that may be called"};
    call_result result = call_failure{};
    for (int attempt = 0; attempt < 2; ++attempt) {
        auto const current = co_await token();
        if (current.empty()) {
            std::lock_guard const lock(mutex_);
            co_return call_failure{false, "no token: " + advice_};
        }
        result = co_await parts_.call(with_token(call, current));
        auto const* response = std::get_if<http_response>(&result);
        if (response == nullptr || response->status != 401)
            break;
        std::lock_guard const lock(mutex_);
        cache_.drop(current);
    }
    co_return result;
}

/// The token to use now; empty when there is none to be had.
asio::awaitable<std::string> connector_client::token()
{
    auto const executor = co_await asio::this_coro::executor;
    waiting_list::place place;
    std::string usable;
    bool begins = false;
    {
        std::lock_guard const lock(mutex_);
        usable = cache_.usable(parts_.now());
        begins = cache_.wants_fetch(parts_.now());
        if (begins)
            cache_.fetch_begins();
        if (usable.empty() && cache_.fetching())
            place = waiting_.join(executor, longest_wait);
    }
    if (begins)
        parts_.tasks.spawn(asio::make_strand(parts_.executor), fetch());
    if (!place)
        co_return usable;
    co_await place->async_wait(as_result);
    std::lock_guard const lock(mutex_);
    co_return cache_.usable(parts_.now());
}

asio::awaitable<void> connector_client::fetch()
{
    auto const got = co_await parts_.call(teams::call_for_token(parts_.credentials));
    teams::token_refusal refusal{"no_answer", "Microsoft Entra did not answer."};
    std::optional<teams::app_token> fetched;
    if (auto const* response = std::get_if<http_response>(&got)) {
        auto read = teams::token_of(*response);
        if (auto* token = std::get_if<teams::app_token>(&read))
            fetched = std::move(*token);
        else
            refusal = std::get<teams::token_refusal>(std::move(read));
    }
    parts_.counted.count("crossroads_teams_tokens_total", "outcome", fetched ? "fetched" : refusal.code);
    if (!fetched)
        spdlog::error("no token for Teams ({}): {}", refusal.code, refusal.advice);
    std::lock_guard const lock(mutex_);
    if (fetched) {
        cache_.fetched(std::move(*fetched), parts_.now());
    } else {
        advice_ = refusal.code + ": " + refusal.advice;
        cache_.fetch_failed(parts_.now());
    }
    waiting_.wake_all();
}

}  // namespace crossroads
