#include "channel/json_reading.hpp"

namespace crossroads {
namespace {

constexpr int deepest_nesting = 64;

/// Looked at before parsing: a parser would build what is then thrown away.
bool is_nested_too_deep(std::string_view text)
{
    int depth = 0;
    bool in_string = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        char const c = text[at];
        if (in_string) {
            if (c == '\\')
                ++at;
            else if (c == '"')
                in_string = false;
        } else if (c == '"') {
            in_string = true;
        } else if (c == '{' || c == '[') {
            if (++depth > deepest_nesting)
                return true;
        } else if (c == '}' || c == ']') {
            --depth;
        }
    }
    return false;
}

}  // namespace

std::optional<json> parse_json(std::string_view text)
{
    if (is_nested_too_deep(text))
        return std::nullopt;
    auto parsed = json::parse(text, nullptr, false);
    if (parsed.is_discarded())
        return std::nullopt;
    return parsed;
}

json const& member(json const& value, std::string_view name)
{
    static json const absent;
    if (!value.is_object())
        return absent;
    auto const found = value.find(name);
    return found == value.end() ? absent : *found;
}

std::string const& text_member(json const& value, std::string_view name)
{
    static std::string const absent;
    auto const* text = member(value, name).get_ptr<json::string_t const*>();
    return text == nullptr ? absent : *text;
}

json::array_t const& array_member(json const& value, std::string_view name)
{
    static json::array_t const absent;
    auto const* elements = member(value, name).get_ptr<json::array_t const*>();
    return elements == nullptr ? absent : *elements;
}

bool flag_member(json const& value, std::string_view name)
{
    auto const* flag = member(value, name).get_ptr<json::boolean_t const*>();
    return flag != nullptr && *flag;
}

std::string write_json(json const& value)
{
    return value.dump(-1, ' ', false, json::error_handler_t::replace);
}

}  // namespace crossroads
