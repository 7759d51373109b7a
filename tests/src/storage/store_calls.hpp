#pragma once

#include "storage/store.hpp"

#include <boost/asio/awaitable.hpp>

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace crossroads {

// Calls of a store in the form tests need them.

inline unit changed_to(std::string state, std::string acknowledgement)
{
    unit changed;
    changed.state = std::move(state);
    changed.acknowledgement = std::move(acknowledgement);
    return changed;
}

/// Appends `text` to the state and answers "did <text>".
inline step appending(std::string text)
{
    return [text = std::move(text)](conversation_view const& seen) {
        return changed_to(std::string(seen.state) + text, "did " + text);
    };
}

/// Owes messages with these slots; a slot that starts with '~' is an edit. The body is
/// `{"slot":"…","by":"…"}`.
inline step owing(std::vector<std::string> slots, std::string by)
{
    return [slots = std::move(slots), by = std::move(by)](conversation_view const&) {
        unit changed;
        for (auto const& slot : slots) {
            bool const edit = slot.starts_with('~');
            std::string name = edit ? slot.substr(1) : slot;
            std::string body = R"({"slot":")" + name + R"(","by":")" + by + R"("})";
            changed.messages.push_back({std::move(name), edit, std::move(body)});
        }
        return changed;
    };
}

/// One event with one key.
inline boost::asio::awaitable<result<std::string>>
send_event(store& to, std::string conversation, std::string key, step apply)
{
    std::vector<std::string> keys(1, std::move(key));
    co_return co_await to.transact(std::move(conversation), std::move(keys), std::move(apply));
}

struct seen_conversation {
    std::string state;
    std::map<std::string, std::string> sent;
};

/// What a step sees; changes nothing.
inline boost::asio::awaitable<seen_conversation> look(store& at, std::string conversation)
{
    seen_conversation seen;
    step read = [&seen](conversation_view const& view) {
        seen = {std::string(view.state), view.sent};
        unit nothing;
        nothing.remember = false;
        return nothing;
    };
    std::vector<std::string> no_keys;
    co_await at.transact(std::move(conversation), std::move(no_keys), std::move(read));
    co_return seen;
}

/// Bodies of the messages claimed, with the ids in front when asked for.
inline std::vector<std::string> bodies_of(std::vector<claimed_message> const& messages)
{
    std::vector<std::string> bodies;
    for (auto const& message : messages)
        bodies.push_back(message.body);
    return bodies;
}

/// Sends everything owed, oldest first, with the platform id "ts"; gives the bodies in that order.
inline boost::asio::awaitable<std::vector<std::string>> send_all(store& from)
{
    std::vector<std::string> bodies;
    for (auto messages = from.claim_outgoing(100); !messages.empty(); messages = from.claim_outgoing(100)) {
        for (auto const& message : messages) {
            co_await from.record_attempt(message.conversation, message.id, 1);
            co_await from.settle(message.conversation, message.id, "ts");
            bodies.push_back(message.body);
        }
    }
    co_return bodies;
}

}  // namespace crossroads
