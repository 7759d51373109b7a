#include "storage/records.hpp"

#include <fmt/format.h>
#include <openssl/sha.h>

#include <algorithm>
#include <limits>
#include <utility>

namespace crossroads {
namespace {

bool append_strings(std::string& out, std::vector<std::string> const& values)
{
    char separator = '[';
    for (auto const& value : values) {
        out += std::exchange(separator, ',');
        if (!append_string(out, value))
            return false;
    }
    out += values.empty() ? "[]" : "]";
    return true;
}

std::optional<std::vector<event_id>> read_event_ids(std::string_view array)
{
    auto const elements = read_elements(array);
    if (!elements)
        return std::nullopt;
    std::vector<event_id> ids;
    for (auto const element : *elements) {
        auto const key = read_string(element);
        if (!key)
            return std::nullopt;
        ids.push_back(event_id_of(*key));
    }
    return ids;
}

std::optional<std::vector<message_record>> read_messages(std::string_view array)
{
    auto const elements = read_elements(array);
    if (!elements)
        return std::nullopt;
    std::vector<message_record> messages;
    for (auto const element : *elements) {
        auto const members = read_members(element);
        if (!members)
            return std::nullopt;
        auto slot = string_of(*members, "slot");
        auto body = read_opaque(value_of(*members, "body"));
        if (!slot || !body)
            return std::nullopt;
        bool const edit = value_of(*members, "edit") == "true";
        messages.push_back({std::move(*slot), edit, std::move(*body)});
    }
    return messages;
}

std::optional<record> read_event(json_members const& members)
{
    event_record what;
    auto const at = integer_of(members, "at");
    auto events = read_event_ids(value_of(members, "ev"));
    auto acknowledgement = read_opaque(value_of(members, "ack"));
    auto messages = read_messages(value_of(members, "out"));
    if (!at || *at < 0 || !events || !acknowledgement || !messages)
        return std::nullopt;
    if (auto const state = value_of(members, "st"); !state.empty()) {
        what.state = read_opaque(state);
        if (!what.state)
            return std::nullopt;
    }
    if (!value_of(members, "wake").empty()) {
        what.wake_at = integer_of(members, "wake");
        if (!what.wake_at || *what.wake_at < 0)
            return std::nullopt;
    }
    if (auto const sent = value_of(members, "pids"); !sent.empty()) {
        auto known = read_texts(sent);
        if (!known)
            return std::nullopt;
        what.sent = std::move(*known);
    }
    what.at = *at;
    what.events = std::move(*events);
    what.acknowledgement = std::make_shared<opaque_text const>(std::move(*acknowledgement));
    what.messages = std::move(*messages);
    return what;
}

std::optional<record> read_attempt(json_members const& members)
{
    auto id = string_of(members, "id");
    auto const count = integer_of(members, "n");
    auto const at = integer_of(members, "at");
    if (!id || !count || *count < 0 || *count > std::numeric_limits<int>::max() || !at)
        return std::nullopt;
    return attempt_record{std::move(*id), static_cast<int>(*count), *at};
}

std::optional<record> read_sent(json_members const& members)
{
    auto id = string_of(members, "id");
    auto slot = string_of(members, "slot");
    auto platform_id = string_of(members, "pid");
    if (!id || !slot || !platform_id)
        return std::nullopt;
    return sent_record{std::move(*id), std::move(*slot), std::move(*platform_id)};
}

std::optional<record> read_gave_up(json_members const& members)
{
    auto id = string_of(members, "id");
    auto reason = string_of(members, "reason");
    auto const at = integer_of(members, "at");
    if (!id || !reason || !at)
        return std::nullopt;
    return gave_up_record{std::move(*id), std::move(*reason), *at};
}

template <class Record>
std::optional<record> read_id_only(json_members const& members)
{
    auto id = string_of(members, "id");
    if (!id)
        return std::nullopt;
    return Record{std::move(*id)};
}

struct kind_names {
    line_kind operator()(event_record const&) const { return line_kind::event; }

    line_kind operator()(attempt_record const&) const { return line_kind::attempt; }

    line_kind operator()(sent_record const&) const { return line_kind::sent; }

    line_kind operator()(gave_up_record const&) const { return line_kind::gave_up; }

    line_kind operator()(sent_again_record const&) const { return line_kind::sent_again; }

    line_kind operator()(discarded_record const&) const { return line_kind::discarded; }

    line_kind operator()(erased_record const&) const { return line_kind::erased; }
};

/// Appends the members after the layout; false when something is not UTF-8.
struct member_writer {
    std::string& out;

    bool operator()(event_record const&) const { return false; }

    bool operator()(attempt_record const& what) const
    {
        bool const text = append_id(what.id);
        out += fmt::format(R"(,"n":{},"at":{})", what.count, what.at);
        return text;
    }

    bool operator()(sent_record const& what) const
    {
        bool text = append_id(what.id);
        out += R"(,"slot":)";
        text = append_string(out, what.slot) && text;
        out += R"(,"pid":)";
        return append_string(out, what.platform_id) && text;
    }

    bool operator()(gave_up_record const& what) const
    {
        bool text = append_id(what.id);
        out += R"(,"reason":)";
        text = append_string(out, what.reason) && text;
        out += fmt::format(R"(,"at":{})", what.at);
        return text;
    }

    bool operator()(sent_again_record const& what) const { return append_id(what.id); }

    bool operator()(discarded_record const& what) const { return append_id(what.id); }

    bool operator()(erased_record const&) const { return true; }

private:
    bool append_id(std::string const& id) const
    {
        out += R"(,"id":)";
        return append_string(out, id);
    }
};

}  // namespace

std::optional<std::int64_t> layout_of(std::string_view payload)
{
    auto const members = read_members(payload);
    if (!members || members->empty() || members->front().first != "sv")
        return std::nullopt;
    return read_integer(members->front().second);
}

std::optional<json_members> read_payload(std::string_view payload)
{
    auto members = read_members(payload);
    if (!members || members->empty() || members->front() != json_members::value_type("sv", "1"))
        return std::nullopt;
    return members;
}

event_id event_id_of(std::string_view event_key)
{
    std::array<unsigned char, SHA256_DIGEST_LENGTH> digest = {};
    ::SHA256(reinterpret_cast<unsigned char const*>(event_key.data()), event_key.size(), digest.data());
    event_id id = {};
    std::copy_n(digest.begin(), id.size(), id.begin());
    return id;
}

line_kind kind_of(record const& what)
{
    return std::visit(kind_names{}, what);
}

std::string payload_text::with_ids(std::uint64_t seq) const
{
    std::string text;
    text.reserve(size() + pieces.size() * 24);
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        if (i > 0)
            text += fmt::format("{}.{}", seq, i - 1);
        text += pieces[i];
    }
    return text;
}

std::size_t payload_text::size() const
{
    std::size_t total = 0;
    for (auto const& piece : pieces)
        total += piece.size();
    return total;
}

std::optional<payload_text>
write_payload(event_record const& what, std::vector<std::string> const& event_keys)
{
    payload_text text;
    std::string piece(payload_layout);
    piece += fmt::format(R"(,"at":{},"ev":)", what.at);
    if (!append_strings(piece, event_keys))
        return std::nullopt;
    piece += R"(,"ack":)";
    append_opaque(piece, *what.acknowledgement);
    if (what.state) {
        piece += R"(,"st":)";
        append_opaque(piece, *what.state);
    }
    if (what.wake_at)
        piece += fmt::format(R"(,"wake":{})", *what.wake_at);
    if (!what.sent.empty()) {
        piece += R"(,"pids":)";
        if (!append_texts(piece, what.sent))
            return std::nullopt;
    }
    piece += R"(,"out":[)";
    bool first = true;
    for (auto const& message : what.messages) {
        piece += first ? R"({"id":")" : R"(,{"id":")";
        first = false;
        text.pieces.push_back(std::exchange(piece, R"(","slot":)"));
        if (!append_string(piece, message.slot))
            return std::nullopt;
        piece += message.edit ? R"(,"edit":true,"body":)" : R"(,"body":)";
        append_opaque(piece, message.body);
        piece += '}';
    }
    piece += "]}";
    text.pieces.push_back(std::move(piece));
    return text;
}

std::optional<payload_text> write_payload(record const& what)
{
    std::string text(payload_layout);
    if (!std::visit(member_writer{text}, what))
        return std::nullopt;
    text += '}';
    return payload_text{{std::move(text)}};
}

std::optional<record> read_record(line_kind kind, std::string_view payload)
{
    auto const members = read_payload(payload);
    if (!members)
        return std::nullopt;
    switch (kind) {
    case line_kind::event: return read_event(*members);
    case line_kind::attempt: return read_attempt(*members);
    case line_kind::sent: return read_sent(*members);
    case line_kind::gave_up: return read_gave_up(*members);
    case line_kind::sent_again: return read_id_only<sent_again_record>(*members);
    case line_kind::discarded: return read_id_only<discarded_record>(*members);
    case line_kind::erased: return erased_record{};
    case line_kind::header:
    case line_kind::conversation:
    case line_kind::mark: break;
    }
    return std::nullopt;
}

}  // namespace crossroads
