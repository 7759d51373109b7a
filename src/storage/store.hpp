#pragma once

#include "net/result.hpp"

#include <boost/asio/awaitable.hpp>

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace crossroads {

/// What a step sees of its conversation.
struct conversation_view {
    std::string_view state;                          // empty: nothing stored yet
    std::map<std::string, std::string> const& sent;  // slot -> platform id
    bool may_have_sent = false;  // a message that is not in `sent`: it was tried, and the outcome is unknown
    std::optional<std::int64_t> wake_at = {};  // as unit::wake_at said last; none: nobody ever said
};

/// A message to be sent, as the store keeps it.
struct stored_message {
    std::string slot;
    bool edit = false;  // replaces an edit of the same slot that was not tried yet
    std::string body;   // JSON
};

/// What one step wants made durable, all of it or none.
struct unit {
    std::optional<std::string> state;  // none: unchanged
    std::vector<stored_message> messages;
    std::string acknowledgement;  // given again when the event is repeated
    bool remember = true;         // false: nothing happened, nothing is stored, not even the event's keys
    bool can_wait = true;         // may be refused with disk_low when the conversation is new
    std::optional<std::int64_t> wake_at = {};      // unix seconds; 0: never; none: unchanged
    std::map<std::string, std::string> sent = {};  // more for conversation_view::sent, without a message
};

/// A conversation that wants an event of its own at a time.
struct wake_up {
    std::string conversation;
    std::int64_t at = 0;  // unix seconds; 1 for one whose state is older than wake-ups

    friend bool operator==(wake_up const&, wake_up const&) = default;
};

using step = std::function<unit(conversation_view const&)>;

/// The head of one conversation's queue, claimed until settled, given up or released.
struct claimed_message {
    std::string id;
    std::string conversation;
    std::string body;
    int attempts = 0;  // made durable before; more than 0 after a restart: its outcome is unknown
    std::int64_t first_attempt = 0;  // unix seconds, 0: none
    std::map<std::string, std::string> sent;
};

/// A message that was given up.
struct dead_letter {
    std::string conversation;
    std::string id;
    std::string slot;  // empty: given up by a version that did not keep it
    std::string body;
    std::string reason;
    std::int64_t at = 0;     // unix seconds
    bool overtaken = false;  // a newer message of its slot was sent since
};

/// Conversations, the events applied to them and the messages they owe. All calls may come from any
/// thread. A call returns when what it did is durable, or with an error within 2 s: then nothing is
/// promised, and a repeat with the same keys is safe. Errors are store_error or timed_out.
class store {
public:
    virtual ~store() = default;

    /// Runs `apply` on the conversation unless one of `event_keys` was applied within the last 72 h, and
    /// gives the acknowledgement (of the first time). Steps of one conversation run one after another, on
    /// the caller's executor. What `apply` throws comes out here, and nothing has changed.
    virtual boost::asio::awaitable<result<std::string>>
    transact(std::string conversation, std::vector<std::string> event_keys, step apply) = 0;

    /// Up to `limit` messages, each the oldest of its conversation; one per conversation is out at a time.
    virtual std::vector<claimed_message> claim_outgoing(std::size_t limit) = 0;

    /// Called, from any thread, when claim_outgoing() may have something new. Set once, before use.
    virtual void on_outgoing(std::function<void()> notify) = 0;

    /// Durable before each send: after this a crash means "maybe sent". Must succeed before the send;
    /// store_error::superseded: a newer edit has taken the message's place, which is free to be claimed.
    virtual boost::asio::awaitable<result<void>>
    record_attempt(std::string conversation, std::string id, std::int64_t at) = 0;

    /// Sent, under this platform id (may be empty); the next message of the conversation is free. Safe to
    /// repeat: after an error the message stays claimed until settle, give_up or release.
    virtual boost::asio::awaitable<result<void>>
    settle(std::string conversation, std::string id, std::string platform_id) = 0;

    /// Never to be sent; the next message is free, and this one stands in the dead-letter list.
    virtual boost::asio::awaitable<result<void>>
    give_up(std::string conversation, std::string id, std::string reason) = 0;

    /// Puts it back at the head of its conversation, to be claimed again not before `wait` is over.
    virtual void release(
        std::string const& conversation, std::string const& id, std::chrono::steady_clock::duration wait) = 0;

    /// Forgets the conversation: state, messages, dead letters. Gone from the disk after the next snapshot.
    virtual boost::asio::awaitable<result<void>> erase(std::string conversation) = 0;

    /// The conversations that wanted to be woken by `now`, in unix seconds, the longest due first.
    virtual std::vector<wake_up> wake_ups(std::int64_t now) const = 0;

    virtual std::vector<dead_letter> dead_letters() const = 0;

    /// The states of all conversations whose keys begin so; for start-up, not for the way of an event.
    virtual std::vector<std::string> states(std::string_view key_prefix) const = 0;

    /// Messages that are neither sent nor given up.
    virtual std::size_t pending() const = 0;

    /// False while nothing can be made durable.
    virtual bool ready() const = 0;
};

}  // namespace crossroads
