#pragma once

#include "storage/journal_line.hpp"
#include "storage/json_text.hpp"

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace crossroads {

// What journal lines say about a conversation, and their payloads.

/// The first 16 bytes of an event key's SHA-256.
using event_id = std::array<unsigned char, 16>;

event_id event_id_of(std::string_view event_key);

struct message_record {
    std::string slot;
    bool edit = false;
    opaque_text body;

    friend bool operator==(message_record const&, message_record const&) = default;
};

/// `e`: one event applied, with all it changed.
struct event_record {
    std::int64_t at = 0;  // unix seconds
    std::vector<event_id> events;
    std::shared_ptr<opaque_text const> acknowledgement;
    std::optional<opaque_text> state;         // none: unchanged
    std::optional<std::int64_t> wake_at;      // unix seconds, 0: never; none: unchanged
    std::map<std::string, std::string> sent;  // slot -> platform id, known without a message
    std::vector<message_record> messages;     // the n-th gets the id "<seq>.<n>", from 0
};

/// `t`: about to be sent.
struct attempt_record {
    std::string id;
    int count = 0;  // this attempt included
    std::int64_t at = 0;
};

/// `s`: sent.
struct sent_record {
    std::string id;
    std::string slot;
    std::string platform_id;  // empty: the slot keeps the one it has
};

/// `f`: never to be sent.
struct gave_up_record {
    std::string id;
    std::string reason;
    std::int64_t at = 0;
};

/// `r`: a message that was given up is to be sent after all.
struct sent_again_record {
    std::string id;
};

/// `d`: a message that was given up is taken off the list.
struct discarded_record {
    std::string id;
};

/// `x`: everything about the conversation is forgotten, but for which events were applied.
struct erased_record {};

using record = std::variant<
    event_record, attempt_record, sent_record, gave_up_record, sent_again_record, discarded_record,
    erased_record>;

line_kind kind_of(record const& what);

/// A payload that is complete but for the ids of its messages, which depend on the line's seq: they go
/// between the pieces.
struct payload_text {
    std::vector<std::string> pieces;

    std::string with_ids(std::uint64_t seq) const;
    std::size_t size() const;
};

/// None when something in it is not UTF-8. `event_keys` are the ones `what.events` was made from.
std::optional<payload_text>
write_payload(event_record const& what, std::vector<std::string> const& event_keys);

/// For every kind but events.
std::optional<payload_text> write_payload(record const& what);

/// Each payload starts with the version of its layout, so that a line stays readable when others change.
inline constexpr std::int64_t payload_layout_version = 1;
inline constexpr std::string_view payload_layout = R"({"sv":1)";

/// The version a payload states, of whatever layout; none when it states none.
std::optional<std::int64_t> layout_of(std::string_view payload);

/// The members of a payload; none when it is not of this layout.
std::optional<json_members> read_payload(std::string_view payload);

/// None when the payload is not one of this kind; what write_payload() gives is always read back.
std::optional<record> read_record(line_kind kind, std::string_view payload);

}  // namespace crossroads
