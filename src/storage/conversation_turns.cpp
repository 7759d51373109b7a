#include "storage/conversation_turns.hpp"

#include "storage/store_error.hpp"

#include <utility>

namespace crossroads {

result<conversation_turns::waiter>
conversation_turns::enter(std::string const& conversation, boost::asio::any_io_executor const& executor)
{
    auto const [place, free] = taken_.try_emplace(conversation);
    if (free)
        return waiter{};
    auto& waiting = place->second;
    if (waiting.size() >= most_waiting_)
        return store_error::overloaded;
    waiting.push_back(std::make_shared<pending_result<void>>(executor));
    return waiting.back();
}

void conversation_turns::leave(std::string const& conversation)
{
    auto const place = taken_.find(conversation);
    auto& waiting = place->second;
    while (!waiting.empty()) {
        waiter const next = std::move(waiting.front());
        waiting.pop_front();
        if (next->complete({}))
            return;
    }
    taken_.erase(place);
}

}  // namespace crossroads
