#pragma once

#include "teams/channel_token.hpp"

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>

namespace crossroads::teams {

/// Tokens that were verified, until they expire: the channel sends the same one with many activities. Only
/// their hashes are kept. A value without a lock: whoever shares it between threads locks it.
class verified_tokens {
public:
    using time = std::chrono::sys_seconds;

    explicit verified_tokens(std::size_t most = 1'000) : most_(most) {}

    /// None when it was not verified, or has expired since.
    std::optional<channel_token> find(std::string_view token, time now) const;

    /// Keeps what verify_token() said. When there is no room, those that have expired go, else all.
    void keep(std::string_view token, channel_token verified, time now);

    std::size_t size() const { return kept_.size(); }

private:
    std::size_t most_;
    std::unordered_map<std::string, channel_token> kept_;  // by fingerprint
};

}  // namespace crossroads::teams
