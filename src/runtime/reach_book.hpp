#pragma once

#include "net/result.hpp"
#include "storage/store.hpp"

#include <boost/asio/awaitable.hpp>

#include <map>
#include <mutex>
#include <string>

namespace crossroads {

/// How each conversation is reached, as platform::merged_reach() says: kept in the store, under a key of its
/// own, and in memory. Safe to use from any thread. The store outlives it.
class reach_book {
public:
    /// Reads all that is kept.
    explicit reach_book(store& kept_in);

    /// Empty if it is not known.
    std::string find(std::string const& conversation) const;

    /// Durable when it returns without an error. Does nothing when that is known already.
    boost::asio::awaitable<result<void>> keep(std::string conversation, std::string reach);

private:
    store& kept_in_;
    mutable std::mutex mutex_;
    std::map<std::string, std::string> known_;  // by conversation
};

}  // namespace crossroads
