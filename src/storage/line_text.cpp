#include "storage/line_text.hpp"

#include "storage/data_files.hpp"
#include "storage/history.hpp"
#include "storage/json_text.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace crossroads {
namespace {

std::string_view name_of(line_kind kind)
{
    switch (kind) {
    case line_kind::header: return "header";
    case line_kind::event: return "event";
    case line_kind::attempt: return "attempt";
    case line_kind::sent: return "sent";
    case line_kind::gave_up: return "gave_up";
    case line_kind::sent_again: return "sent_again";
    case line_kind::discarded: return "discarded";
    case line_kind::erased: return "erased";
    case line_kind::conversation: return "conversation";
    case line_kind::mark: break;
    }
    return "mark";
}

/// A payload's member as a person calls it.
std::string_view long_name(line_kind kind, std::string_view member)
{
    if (member == "ev")
        return kind == line_kind::event ? "event_keys" : "events";
    constexpr std::array<std::pair<std::string_view, std::string_view>, 6> names = {{
        {"ack", "acknowledgement"},
        {"st", "state"},
        {"out", "messages"},
        {"dead", "dead_letters"},
        {"n", "attempt"},
        {"pid", "platform_id"},
    }};
    auto const* const found =
        std::find_if(names.begin(), names.end(), [member](auto const& one) { return one.first == member; });
    return found == names.end() ? member : found->second;
}

std::string describe(std::string_view file, std::uint64_t number, journal_line const& line)
{
    std::string text = fmt::format(
        R"({{"file":"{}","line":{},"seq":{},"kind":"{}")", file, number, line.seq, name_of(line.kind));
    if (line.key != no_key)
        text += R"(,"conversation":)" + as_json_string(decode_key(line.key).value_or(std::string(line.key)));
    auto const members = read_members(line.payload);
    if (!members || !nlohmann::json::accept(line.payload)) {
        text += R"(,"payload":)" + as_json_string(line.payload) + '}';
        return text;
    }
    for (auto const& [name, value] : *members) {
        if (name != "sv")
            text += fmt::format(R"(,"{}":{})", long_name(line.kind, name), value);
    }
    text += '}';
    return text;
}

class shown_file {
public:
    shown_file(
        open_data_file& from, std::string const& conversation,
        std::function<void(std::string_view)> const& take)
        : file_(from), key_(conversation.empty() ? std::string() : encode_key(conversation)), take_(take)
    {}

    void show()
    {
        while (auto const raw = file_.next()) {
            auto const line = parse_line(*raw);
            if (line && read_format(*line).value_or(data_format) > data_format)
                check_header(file_.name(), file_.number(), line);
            if (line && (key_.empty() || line->key == key_))
                take_(describe(file_.name(), raw->number, *line));
            else if (!line)
                take_(fmt::format(
                    R"({{"file":"{}","line":{},"kind":"damaged","bytes":{}}})", file_.name(), raw->number,
                    raw->text.size()));
        }
    }

private:
    data_file file_;
    std::string key_;
    std::function<void(std::string_view)> const& take_;
};

}  // namespace

void show_lines(
    disk& directory, std::string const& conversation, std::function<void(std::string_view)> const& take)
{
    auto files = open_files(directory);
    if (files.is_empty())
        throw storage_failure(failure_kind::not_data, no_data_there);
    if (files.snapshot)
        shown_file(*files.snapshot, conversation, take).show();
    for (auto& journal : files.journals)
        shown_file(journal, conversation, take).show();
}

std::string as_json_string(std::string_view text)
{
    return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::string as_json(std::string_view text)
{
    bool const is_json =
        !text.empty() && (text.front() == '{' || text.front() == '[') && nlohmann::json::accept(text);
    return is_json ? std::string(text) : as_json_string(text);
}

}  // namespace crossroads
