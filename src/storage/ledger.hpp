#pragma once

#include "storage/records.hpp"
#include "storage/store.hpp"

#include <chrono>
#include <cstdint>
#include <list>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace crossroads {

struct queued_message {
    std::string id;
    std::string slot;
    bool edit = false;
    opaque_text body;
    int attempts = 0;
    std::int64_t first_attempt = 0;
};

struct given_up_message {
    std::string id;
    std::string slot;  // empty: given up by a version that did not keep it
    bool edit = false;
    bool overtaken = false;  // a newer message of its slot was sent since
    opaque_text body;
    std::string reason;
    std::int64_t at = 0;
};

/// An event that was applied, and what was answered.
struct applied_event {
    event_id id = {};
    std::int64_t at = 0;
    std::shared_ptr<opaque_text const> acknowledgement;
};

struct stored_conversation {
    std::uint64_t version = 0;  // seq of the last line that changed it
    opaque_text state;
    std::optional<std::int64_t> wake_at;  // unix seconds, 0: never; none: nobody ever said
    std::map<std::string, std::string> sent;
    std::list<queued_message> outgoing;
    std::vector<given_up_message> given_up;
    std::vector<applied_event> events;  // in the order they were applied

    queued_message const* find_outgoing(std::string_view id) const;

    given_up_message const* find_given_up(std::string_view id) const;

    /// The acknowledgement of the first of `ids` that was applied after `since`, or nullptr.
    opaque_text const* find_acknowledgement(std::vector<event_id> const& ids, std::int64_t since) const;
};

/// Everything the store knows, as the lines say so far. Live and replayed lines take the same way in.
/// Not for several threads at once; one conversation may be read while others change.
class ledger {
public:
    explicit ledger(std::chrono::seconds event_memory = std::chrono::hours{72}) : event_memory_(event_memory)
    {}

    /// Applies a line of `conversation`, unless the conversation already is as new as `seq`. False when
    /// the message it is about is not there any more.
    bool apply(std::uint64_t seq, std::string const& conversation, record what);

    /// Puts a conversation, or a further part of one, as a snapshot has it.
    void put(std::string const& conversation, stored_conversation part);

    /// Takes the conversation out, as if nothing had ever been said about it.
    void forget(std::string const& conversation);

    /// For when lines are lost: each message may have been tried since the first event that is known, so
    /// it is looked up before it is sent.
    void assume_all_tried();

    std::shared_ptr<stored_conversation const> find(std::string const& conversation) const;

    /// The highest seq that changed anything.
    std::uint64_t newest() const { return newest_; }

    using conversations = std::map<std::string, std::shared_ptr<stored_conversation>, std::less<>>;

    conversations const& all() const { return conversations_; }

    std::size_t pending() const { return pending_; }

    /// The same of one tenant, as tenant_of() names it.
    std::size_t pending(std::string_view tenant) const;

    /// As store::wake_ups().
    std::vector<wake_up> wake_ups(std::int64_t now) const;

    std::vector<dead_letter> dead_letters() const;

    std::size_t dead_letter_count() const { return given_up_; }

private:
    void note_wake_up(std::string const& conversation, std::int64_t before, std::int64_t after);
    void count_pending(std::string const& conversation, std::size_t before, std::size_t after);

    conversations conversations_;
    std::chrono::seconds event_memory_;
    std::size_t pending_ = 0;
    std::map<std::string, std::size_t, std::less<>> pending_by_tenant_;
    std::set<std::pair<std::int64_t, std::string>> wake_ups_;
    std::size_t given_up_ = 0;
    std::uint64_t newest_ = 0;
};

}  // namespace crossroads
