#include "storage/damaged_lines.hpp"

#include "storage/data_file.hpp"

#include <algorithm>

namespace crossroads {
namespace {

constexpr std::size_t most_joined_lines = 4;

}  // namespace

std::vector<met_line> lines_in(raw_line const& raw)
{
    if (auto const line = parse_line(raw))
        return {{raw.number, raw.text, line}};
    std::vector<met_line> met;
    std::string_view rest = raw.text;
    while (met.size() < most_joined_lines) {
        auto const at = find_line_within(rest);
        if (!at)
            break;
        met.push_back({raw.number, rest.substr(*at), parse_line(rest.substr(*at))});
        rest = rest.substr(0, *at > 0 ? *at - 1 : 0);
    }
    if (!rest.empty() || met.empty())
        met.push_back({raw.number, rest, std::nullopt});
    std::reverse(met.begin(), met.end());
    return met;
}

std::optional<std::string> subject_of(std::string_view text)
{
    std::vector<std::string_view> fields;
    for (auto space = text.find(' '); fields.size() < 5 && space != std::string_view::npos;
         space = text.find(' ')) {
        fields.push_back(text.substr(0, space));
        text.remove_prefix(space + 1);
    }
    if (fields.size() < 5 || fields[4].empty())
        return std::nullopt;
    if (fields[4] == no_key)
        return fields[3] == "m" ? std::optional(std::string()) : std::nullopt;
    return decode_key(fields[4]);
}

}  // namespace crossroads
