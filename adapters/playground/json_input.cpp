#include "playground/json_input.hpp"

#include <algorithm>
#include <cstdint>

namespace crossroads::playground {
namespace {

/// Length of the UTF-8 sequence that starts `text`, 0 if it is malformed, overlong or a surrogate.
std::size_t sequence_length(std::string_view text)
{
    auto const byte = [&text](std::size_t at) {
        return at < text.size() ? static_cast<unsigned char>(text[at]) : std::uint8_t{0};
    };
    auto const continues = [&byte](std::size_t at) { return (byte(at) & 0xC0U) == 0x80U; };
    unsigned const first = byte(0);
    if (first < 0x80U)
        return 1;
    if (first < 0xC2U)
        return 0;
    if (first < 0xE0U)
        return continues(1) ? 2 : 0;
    if (first < 0xF0U) {
        bool const overlong = first == 0xE0U && byte(1) < 0xA0U;
        bool const surrogate = first == 0xEDU && byte(1) >= 0xA0U;
        return continues(1) && continues(2) && !overlong && !surrogate ? 3 : 0;
    }
    if (first < 0xF5U) {
        bool const overlong = first == 0xF0U && byte(1) < 0x90U;
        bool const beyond = first == 0xF4U && byte(1) >= 0x90U;
        return continues(1) && continues(2) && continues(3) && !overlong && !beyond ? 4 : 0;
    }
    return 0;
}

}  // namespace

std::optional<json> read_json(std::string_view text, int depth)
{
    bool too_deep = false;
    auto const watch_depth = [&too_deep, depth](int level, json::parse_event_t /*event*/, json& /*parsed*/) {
        too_deep = too_deep || level > depth;
        return !too_deep;
    };
    auto value = json::parse(text, watch_depth, false);
    if (too_deep || value.is_discarded())
        return std::nullopt;
    return value;
}

std::string write_json(json const& value)
{
    return value.dump(-1, ' ', false, json::error_handler_t::replace);
}

json const& field_of(json const& value, char const* field)
{
    static json const absent;
    if (!value.is_object())
        return absent;
    auto const found = value.find(field);
    return found == value.end() ? absent : *found;
}

std::string_view text_of(json const& value, char const* field)
{
    auto const* text = field_of(value, field).get_ptr<json::string_t const*>();
    return text ? std::string_view(*text) : std::string_view();
}

bool flag_of(json const& value, char const* field)
{
    auto const* flag = field_of(value, field).get_ptr<json::boolean_t const*>();
    return flag && *flag;
}

std::size_t characters(std::string_view text)
{
    auto const starts_one = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; };
    return static_cast<std::size_t>(std::ranges::count_if(text, starts_one));
}

bool valid_utf8(std::string_view text)
{
    while (!text.empty()) {
        auto const length = sequence_length(text);
        if (length == 0)
            return false;
        text.remove_prefix(length);
    }
    return true;
}

}  // namespace crossroads::playground
