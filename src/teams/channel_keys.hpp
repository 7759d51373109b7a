#pragma once

#include "http/client.hpp"
#include "net/task_group.hpp"
#include "runtime/counters.hpp"
#include "teams/channel_token.hpp"
#include "teams/key_cache.hpp"
#include "teams/verified_tokens.hpp"
#include "teams/waiting_list.hpp"

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>

#include <chrono>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace crossroads {

/// What the keys of the Teams channel work with. All of it outlives them.
struct channel_key_parts {
    boost::asio::any_io_executor executor;
    std::string metadata_url;  // the channel's OpenID Connect discovery document
    teams::token_rules rules;
    std::function<boost::asio::awaitable<call_result>(http_call)> call;
    std::function<std::chrono::sys_seconds()> now;
    task_group& tasks;
    counters& counted;
};

/// The keys that the Teams channel signs with: fetched when needed, by one at a time, and kept when a fetch
/// fails. Safe to use from any thread.
class channel_keys {
public:
    explicit channel_keys(channel_key_parts parts) : parts_(std::move(parts)) {}

    /// Before a token is judged: fetches the keys if that takes it, and waits for a fetch that may bring the
    /// token's key, up to five seconds. Call it on a strand.
    boost::asio::awaitable<void> prepare_for(std::string token);

    /// Verifies a token with the keys known now, or knows it from before.
    std::variant<teams::channel_token, teams::token_fault>
    judge(std::string_view token, std::chrono::sys_seconds now);

    /// Whether there are keys at all.
    bool ready() const;

private:
    boost::asio::awaitable<void> fetch();
    boost::asio::awaitable<std::optional<teams::signing_keys>> fetched_keys();
    boost::asio::awaitable<std::optional<std::string>> document_at(std::string url);

    channel_key_parts parts_;
    mutable std::mutex mutex_;
    teams::key_cache cache_;
    teams::verified_tokens verified_;
    waiting_list waiting_;
};

}  // namespace crossroads
