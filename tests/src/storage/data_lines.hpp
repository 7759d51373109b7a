#pragma once

#include "storage/data_files.hpp"
#include "storage/ledger.hpp"
#include "storage/records.hpp"
#include "storage/snapshot.hpp"
#include "support/simulated_disk.hpp"

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <utility>

namespace crossroads {

// Lines of data files as the store writes them, and files made of them.

inline std::string header(std::uint64_t number)
{
    std::string text;
    append_header(text, number);
    return text;
}

/// One event whose state is its seq.
inline std::string event_line(std::uint64_t seq, std::uint64_t durable, std::string const& key = "c")
{
    event_record event;
    event.at = 1700;
    event.acknowledgement = std::make_shared<opaque_text const>();
    event.state = as_opaque(std::to_string(seq));
    std::string text;
    std::string const payload = write_payload(event, {std::to_string(seq)})->with_ids(seq);
    append_line(text, {seq, durable, line_kind::event, key, payload});
    return text;
}

/// An event that owes one message in this slot.
inline std::string owing_line(std::uint64_t seq, std::string slot, bool edit = false)
{
    event_record event;
    event.at = 1700;
    event.acknowledgement = std::make_shared<opaque_text const>();
    event.messages.push_back({std::move(slot), edit, *as_opaque(R"({"text":"hello"})")});
    std::string text;
    std::string const payload = write_payload(event, {std::to_string(seq)})->with_ids(seq);
    append_line(text, {seq, seq - 1, line_kind::event, "c", payload});
    return text;
}

inline std::string record_line(std::uint64_t seq, record const& what)
{
    std::string text;
    std::string const payload = write_payload(what)->with_ids(seq);
    append_line(text, {seq, seq - 1, kind_of(what), "c", payload});
    return text;
}

inline std::string mark_line(std::uint64_t seq, std::uint64_t durable, std::string const& payload = "{}")
{
    std::string text;
    append_line(text, {seq, durable, line_kind::mark, no_key, payload});
    return text;
}

inline std::string conversation_line(
    std::uint64_t seq, std::uint64_t number, std::string const& state, std::string const& conversation = "c")
{
    stored_conversation stored;
    stored.version = seq;
    stored.state = *as_opaque(state);
    std::string text;
    append_conversation(text, conversation, stored, 0, number);
    return text;
}

inline std::string end_line(std::uint64_t number, int count)
{
    return mark_line(number, number, R"({"count":)" + std::to_string(count) + "}");
}

/// Damaged beyond reading, but for its first fields.
inline std::string torn(std::string line)
{
    line[line.size() / 2] = '\0';
    return line;
}

using files = std::map<std::string, std::string>;

inline simulated_platter platter_with(files const& contents)
{
    simulated_platter platter(1);
    for (auto const& [name, text] : contents)
        platter.put(name, text);
    return platter;
}

}  // namespace crossroads
