#include "teams/channel_keys.hpp"

#include "net/as_result.hpp"

#include <boost/asio/strand.hpp>
#include <boost/asio/this_coro.hpp>
#include <spdlog/spdlog.h>

#include <utility>

namespace asio = boost::asio;

namespace crossroads {
namespace {

constexpr std::chrono::seconds longest_wait{5};  // Teams gives up after ten

/// Keys that came over an open line are nobody's, unless the document did as well: a test on loopback.
bool is_as_safe(std::string_view keys_url, std::string_view metadata_url)
{
    return keys_url.starts_with("https://") || metadata_url.starts_with("http://");
}

}  // namespace

asio::awaitable<void> channel_keys::prepare_for(std::string token)
{
    auto const now = parts_.now();
    auto const executor = co_await asio::this_coro::executor;
    waiting_list::place place;
    bool begins = false;
    {
        std::lock_guard const lock(mutex_);
        if (verified_.find(token, now))
            co_return;
        auto const id = teams::key_id_of(token);
        if (id.empty())
            co_return;
        begins = cache_.wants_fetch(id, now);
        if (begins)
            cache_.fetch_begins(now);
        if (cache_.fetching() && teams::find_key(*cache_.keys(), id) == nullptr)
            place = waiting_.join(executor, longest_wait);
    }
    if (begins)
        parts_.tasks.spawn(asio::make_strand(parts_.executor), fetch());
    if (place)
        co_await place->async_wait(as_result);
}

std::variant<teams::channel_token, teams::token_fault>
channel_keys::judge(std::string_view token, std::chrono::sys_seconds now)
{
    std::shared_ptr<teams::signing_keys const> keys;
    {
        std::lock_guard const lock(mutex_);
        if (auto known = verified_.find(token, now))
            return std::move(*known);
        keys = cache_.keys();
    }
    auto verdict = teams::verify_token(token, *keys, parts_.rules, now);
    if (auto const* verified = std::get_if<teams::channel_token>(&verdict)) {
        std::lock_guard const lock(mutex_);
        verified_.keep(token, *verified, now);
    }
    return verdict;
}

bool channel_keys::ready() const
{
    std::lock_guard const lock(mutex_);
    return !cache_.keys()->empty();
}

asio::awaitable<void> channel_keys::fetch()
{
    auto keys = co_await fetched_keys();
    parts_.counted.count("crossroads_teams_key_fetches_total", "outcome", keys ? "fetched" : "failed");
    if (!keys)
        spdlog::warn("the keys of the Teams channel could not be fetched from {}", parts_.metadata_url);
    std::lock_guard const lock(mutex_);
    if (keys)
        cache_.fetched(std::move(*keys), parts_.now());
    else
        cache_.fetch_failed();
    waiting_.wake_all();
}

asio::awaitable<std::optional<teams::signing_keys>> channel_keys::fetched_keys()
{
    auto const discovery = co_await document_at(parts_.metadata_url);
    if (!discovery)
        co_return std::nullopt;
    auto keys_url = teams::read_keys_url(*discovery, parts_.rules.issuer);
    if (!keys_url || !is_as_safe(*keys_url, parts_.metadata_url))
        co_return std::nullopt;
    auto const document = co_await document_at(std::move(*keys_url));
    if (!document)
        co_return std::nullopt;
    co_return teams::read_signing_keys(*document);
}

asio::awaitable<std::optional<std::string>> channel_keys::document_at(std::string url)
{
    http_call call;
    call.method = "GET";
    call.url = std::move(url);
    call.headers.emplace_back("Accept", "application/json");
    auto got = co_await parts_.call(std::move(call));
    auto* response = std::get_if<http_response>(&got);
    if (response == nullptr || response->status != 200)
        co_return std::nullopt;
    co_return std::move(response->body);
}

}  // namespace crossroads
