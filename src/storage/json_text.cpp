#include "storage/json_text.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>
#include <utility>

namespace crossroads {
namespace {

constexpr std::size_t nowhere = std::string_view::npos;

bool is_enclosed(std::string_view text, char open, char close)
{
    return text.size() >= 2 && text.front() == open && text.back() == close;
}

bool has_control_character(std::string_view text)
{
    return std::any_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; });
}

/// The position after the string that starts at `at`.
std::size_t end_of_string(std::string_view text, std::size_t at)
{
    for (++at; at < text.size(); ++at) {
        if (text[at] == '"')
            return at + 1;
        if (text[at] == '\\')
            ++at;
    }
    return nowhere;
}

std::size_t end_of_nested(std::string_view text, std::size_t at)
{
    std::size_t depth = 0;
    while (at < text.size()) {
        switch (text[at]) {
        case '"':
            at = end_of_string(text, at);
            if (at == nowhere)
                return nowhere;
            continue;
        case '{':
        case '[': ++depth; break;
        case '}':
        case ']':
            if (--depth == 0)
                return at + 1;
            break;
        default: break;
        }
        ++at;
    }
    return nowhere;
}

/// The position after the value that starts at `at`.
std::size_t end_of_value(std::string_view text, std::size_t at)
{
    if (at >= text.size())
        return nowhere;
    if (text[at] == '"')
        return end_of_string(text, at);
    if (text[at] == '{' || text[at] == '[')
        return end_of_nested(text, at);
    std::size_t const end = std::min(text.find_first_of(",]}", at), text.size());
    return end > at ? end : nowhere;
}

}  // namespace

std::optional<opaque_text> as_opaque(std::string text)
{
    bool const json = (is_enclosed(text, '{', '}') || is_enclosed(text, '[', ']')) &&
                      !has_control_character(text) && nlohmann::json::accept(text);
    if (!json) {
        std::string quoted;
        if (!append_string(quoted, text))
            return std::nullopt;
    }
    return opaque_text{std::move(text), json};
}

void append_opaque(std::string& out, opaque_text const& value)
{
    if (value.json)
        out += value.text;
    else if (!append_string(out, value.text))
        out += "\"\"";
}

std::optional<opaque_text> read_opaque(std::string_view value)
{
    if (value.empty())
        return std::nullopt;
    if (value.front() == '{' || value.front() == '[')
        return opaque_text{std::string(value), true};
    auto text = read_string(value);
    if (!text)
        return std::nullopt;
    return opaque_text{std::move(*text), false};
}

bool append_string(std::string& out, std::string_view text)
{
    try {
        out += nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::strict);
    } catch (nlohmann::json::type_error const&) {  // not UTF-8
        return false;
    }
    return true;
}

std::optional<std::string> read_string(std::string_view value)
{
    auto const parsed = nlohmann::json::parse(value, nullptr, false);
    if (!parsed.is_string())
        return std::nullopt;
    return parsed.get<std::string>();
}

std::optional<std::int64_t> read_integer(std::string_view value)
{
    std::int64_t number = 0;
    auto const [end, failed] = std::from_chars(value.data(), value.data() + value.size(), number);
    if (failed != std::errc{} || end != value.data() + value.size())
        return std::nullopt;
    return number;
}

std::optional<json_members> read_members(std::string_view object)
{
    json_members members;
    if (!is_enclosed(object, '{', '}'))
        return std::nullopt;
    if (object.size() == 2)
        return members;
    std::size_t at = 0;
    while (object[at] != '}') {  // at the brace or comma before a member
        std::size_t const name = at + 1;
        if (name >= object.size() || object[name] != '"')
            return std::nullopt;
        std::size_t const colon = end_of_string(object, name);
        if (colon == nowhere || colon >= object.size() || object[colon] != ':')
            return std::nullopt;
        at = end_of_value(object, colon + 1);
        if (at == nowhere || at >= object.size() || (object[at] != ',' && object[at] != '}'))
            return std::nullopt;
        members.emplace_back(
            object.substr(name + 1, colon - name - 2), object.substr(colon + 1, at - colon - 1));
    }
    if (at + 1 != object.size())
        return std::nullopt;
    return members;
}

bool append_texts(std::string& out, std::map<std::string, std::string> const& texts)
{
    char separator = '{';
    for (auto const& [name, text] : texts) {
        out += std::exchange(separator, ',');
        if (!append_string(out, name))
            return false;
        out += ':';
        if (!append_string(out, text))
            return false;
    }
    out += texts.empty() ? "{}" : "}";
    return true;
}

std::optional<std::map<std::string, std::string>> read_texts(std::string_view object)
{
    auto const members = read_members(object);
    if (!members)
        return std::nullopt;
    std::map<std::string, std::string> texts;
    for (auto const& [escaped, value] : *members) {
        auto const name = read_string({escaped.data() - 1, escaped.size() + 2});  // with its quotes
        auto text = read_string(value);
        if (!name || !text)
            return std::nullopt;
        texts[*name] = std::move(*text);
    }
    return texts;
}

std::string_view value_of(json_members const& members, std::string_view name)
{
    for (auto const& [member, value] : members) {
        if (member == name)
            return value;
    }
    return {};
}

std::optional<std::string> string_of(json_members const& members, std::string_view name)
{
    return read_string(value_of(members, name));
}

std::optional<std::int64_t> integer_of(json_members const& members, std::string_view name)
{
    return read_integer(value_of(members, name));
}

std::optional<std::vector<std::string_view>> read_elements(std::string_view array)
{
    std::vector<std::string_view> elements;
    if (!is_enclosed(array, '[', ']'))
        return std::nullopt;
    if (array.size() == 2)
        return elements;
    std::size_t at = 0;
    while (array[at] != ']') {
        std::size_t const start = at + 1;
        at = end_of_value(array, start);
        if (at == nowhere || at >= array.size() || (array[at] != ',' && array[at] != ']'))
            return std::nullopt;
        elements.push_back(array.substr(start, at - start));
    }
    if (at + 1 != array.size())
        return std::nullopt;
    return elements;
}

}  // namespace crossroads
