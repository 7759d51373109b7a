#include "storage/conversation_text.hpp"

#include <fmt/format.h>

#include <charconv>
#include <limits>
#include <utility>

namespace crossroads {
namespace {

constexpr std::size_t part_size = std::size_t{512} * 1024;

/// Builds payloads member by member, beginning a new one whenever the last has grown large.
class part_writer {
public:
    explicit part_writer(std::function<void(std::string_view)> const& take) : take_(take) {}

    void add_state(opaque_text const& state)
    {
        text_ += R"(,"st":)";
        append_opaque(text_, state);
        flush_if_large();
    }

    void add_number(std::string_view name, std::int64_t value)
    {
        text_ += fmt::format(R"(,"{}":{})", name, value);
    }

    /// Adds all of `items` as the member `name`; `write` appends one.
    template <class Items, class Write>
    void add_all(std::string_view name, std::string_view brackets, Items const& items, Write write)
    {
        bool open = false;
        for (auto const& item : items) {
            if (open)
                text_ += ',';
            else
                text_ += fmt::format(R"(,"{}":{})", name, brackets.front());
            open = true;
            write(text_, item);
            if (text_.size() >= part_size) {
                text_ += brackets.back();
                open = false;
                flush_if_large();
            }
        }
        if (open)
            text_ += brackets.back();
    }

    void flush()
    {
        if (text_.size() == payload_layout.size())
            return;
        text_ += '}';
        take_(text_);
        text_ = payload_layout;
    }

private:
    void flush_if_large()
    {
        if (text_.size() >= part_size)
            flush();
    }

    std::function<void(std::string_view)> const& take_;
    std::string text_{payload_layout};
};

/// Ids that share an acknowledgement are those of one event.
struct event_group {
    std::vector<event_id> ids;
    applied_event const* event = nullptr;
};

std::vector<event_group> group_events(std::vector<applied_event> const& events, std::int64_t since)
{
    std::vector<event_group> groups;
    for (auto const& known : events) {
        if (known.at < since)
            continue;
        bool const same = !groups.empty() && groups.back().event->at == known.at &&
                          groups.back().event->acknowledgement == known.acknowledgement;
        if (!same)
            groups.push_back({{}, &known});
        groups.back().ids.push_back(known.id);
    }
    return groups;
}

// What these append came in as text that was checked: append_string() cannot refuse it.
void append_known_string(std::string& out, std::string_view text)
{
    if (!append_string(out, text))
        out += "\"\"";
}

void append_sent(std::string& out, std::pair<std::string const, std::string> const& sent)
{
    append_known_string(out, sent.first);
    out += ':';
    append_known_string(out, sent.second);
}

void append_queued(std::string& out, queued_message const& queued)
{
    out += R"({"id":)";
    append_known_string(out, queued.id);
    out += R"(,"slot":)";
    append_known_string(out, queued.slot);
    if (queued.edit)
        out += R"(,"edit":true)";
    out += fmt::format(R"(,"n":{},"at":{},"body":)", queued.attempts, queued.first_attempt);
    append_opaque(out, queued.body);
    out += '}';
}

void append_given_up(std::string& out, given_up_message const& given_up)
{
    out += R"({"id":)";
    append_known_string(out, given_up.id);
    out += R"(,"slot":)";
    append_known_string(out, given_up.slot);
    if (given_up.edit)
        out += R"(,"edit":true)";
    if (given_up.overtaken)
        out += R"(,"overtaken":true)";
    out += R"(,"reason":)";
    append_known_string(out, given_up.reason);
    out += fmt::format(R"(,"at":{},"body":)", given_up.at);
    append_opaque(out, given_up.body);
    out += '}';
}

void append_events(std::string& out, event_group const& group)
{
    std::string_view separator = R"({"id":[")";
    for (auto const& id : group.ids) {
        out += std::exchange(separator, R"(",")");
        for (unsigned char const byte : id)
            out += fmt::format("{:02x}", byte);
    }
    out += fmt::format(R"("],"at":{},"ack":)", group.event->at);
    append_opaque(out, *group.event->acknowledgement);
    out += '}';
}

std::optional<event_id> read_event_id(std::string_view value)
{
    event_id id = {};
    if (value.size() != id.size() * 2 + 2)
        return std::nullopt;
    char const* digits = value.data() + 1;
    for (auto& byte : id) {
        if (std::from_chars(digits, digits + 2, byte, 16).ptr != digits + 2)
            return std::nullopt;
        digits += 2;
    }
    return id;
}

/// Calls `read` with the members of each object in the array `name`; false when one is not as it should be.
template <class Read>
bool read_all(json_members const& members, std::string_view name, Read read)
{
    auto const array = value_of(members, name);
    if (array.empty())
        return true;
    auto const elements = read_elements(array);
    if (!elements)
        return false;
    for (auto const element : *elements) {
        auto const fields = read_members(element);
        if (!fields || !read(*fields))
            return false;
    }
    return true;
}

bool read_sent(json_members const& members, stored_conversation& into)
{
    auto const object = value_of(members, "sent");
    if (object.empty())
        return true;
    auto sent = read_texts(object);
    if (!sent)
        return false;
    into.sent = std::move(*sent);
    return true;
}

bool read_queued(json_members const& fields, stored_conversation& into)
{
    auto id = string_of(fields, "id");
    auto slot = string_of(fields, "slot");
    auto const attempts = integer_of(fields, "n");
    auto const at = integer_of(fields, "at");
    auto body = read_opaque(value_of(fields, "body"));
    if (!id || !slot || !attempts || *attempts < 0 || *attempts > std::numeric_limits<int>::max() || !at ||
        !body)
        return false;
    bool const edit = value_of(fields, "edit") == "true";
    into.outgoing.push_back(
        {std::move(*id), std::move(*slot), edit, std::move(*body), static_cast<int>(*attempts), *at});
    return true;
}

bool read_given_up(json_members const& fields, stored_conversation& into)
{
    auto id = string_of(fields, "id");
    auto reason = string_of(fields, "reason");
    auto const at = integer_of(fields, "at");
    auto body = read_opaque(value_of(fields, "body"));
    if (!id || !reason || !at || !body)
        return false;
    // Format 1 kept no slot.
    auto slot = string_of(fields, "slot").value_or(std::string());
    bool const edit = value_of(fields, "edit") == "true";
    bool const overtaken = value_of(fields, "overtaken") == "true";
    into.given_up.push_back(
        {std::move(*id), std::move(slot), edit, overtaken, std::move(*body), std::move(*reason), *at});
    return true;
}

bool read_events(json_members const& fields, stored_conversation& into)
{
    auto const ids = read_elements(value_of(fields, "id"));
    auto const at = integer_of(fields, "at");
    auto acknowledgement = read_opaque(value_of(fields, "ack"));
    if (!ids || !at || !acknowledgement)
        return false;
    auto const shared = std::make_shared<opaque_text const>(std::move(*acknowledgement));
    for (auto const text : *ids) {
        auto const id = read_event_id(text);
        if (!id)
            return false;
        into.events.push_back({*id, *at, shared});
    }
    return true;
}

}  // namespace

void write_conversation(
    stored_conversation const& stored, std::int64_t since, std::function<void(std::string_view)> const& take)
{
    part_writer parts(take);
    if (stored.wake_at)
        parts.add_number("wake", *stored.wake_at);
    if (!stored.state.text.empty())
        parts.add_state(stored.state);
    parts.add_all("sent", "{}", stored.sent, &append_sent);
    parts.add_all("out", "[]", stored.outgoing, &append_queued);
    parts.add_all("dead", "[]", stored.given_up, &append_given_up);
    parts.add_all("ev", "[]", group_events(stored.events, since), &append_events);
    parts.flush();
}

std::optional<stored_conversation> read_conversation(std::string_view payload)
{
    auto const members = read_payload(payload);
    if (!members)
        return std::nullopt;
    stored_conversation stored;
    if (auto const state = value_of(*members, "st"); !state.empty()) {
        auto text = read_opaque(state);
        if (!text)
            return std::nullopt;
        stored.state = std::move(*text);
    }
    if (!value_of(*members, "wake").empty()) {
        stored.wake_at = integer_of(*members, "wake");
        if (!stored.wake_at || *stored.wake_at < 0)
            return std::nullopt;
    }
    auto const into = [&stored](auto read) {
        return [&stored, read](json_members const& fields) { return read(fields, stored); };
    };
    bool const read = read_sent(*members, stored) && read_all(*members, "out", into(&read_queued)) &&
                      read_all(*members, "dead", into(&read_given_up)) &&
                      read_all(*members, "ev", into(&read_events));
    if (!read)
        return std::nullopt;
    return stored;
}

}  // namespace crossroads
