#pragma once

#include "net/result.hpp"
#include "storage/pending_result.hpp"

#include <boost/asio/any_io_executor.hpp>

#include <cstddef>
#include <deque>
#include <memory>
#include <string>
#include <unordered_map>

namespace crossroads {

/// Who may change a conversation: one at a time, the others in the order they came. The turn is kept
/// over suspensions, which neither a strand nor a mutex could do. Not for several threads at once.
class conversation_turns {
public:
    using waiter = std::shared_ptr<pending_result<void>>;

    explicit conversation_turns(std::size_t most_waiting) : most_waiting_(most_waiting) {}

    /// nullptr: the turn is the caller's; else it is once the waiter completes. store_error::overloaded
    /// when too many wait.
    result<waiter> enter(std::string const& conversation, boost::asio::any_io_executor const& executor);

    /// Ends the turn; the next waiter that still waits has it.
    void leave(std::string const& conversation);

private:
    std::size_t most_waiting_;
    std::unordered_map<std::string, std::deque<waiter>> taken_;
};

}  // namespace crossroads
