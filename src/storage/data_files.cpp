#include "storage/data_files.hpp"

#include "storage/json_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace crossroads {
namespace {

constexpr std::string_view journal_prefix = "journal-";
constexpr std::string_view snapshot_prefix = "snapshot-";
constexpr std::string_view suffix = ".log";
constexpr std::size_t digits = 16;

std::optional<std::uint64_t> number_after(std::string_view prefix, std::string_view name)
{
    if (!name.starts_with(prefix) || !name.ends_with(suffix) ||
        name.size() != prefix.size() + digits + suffix.size())
        return std::nullopt;
    std::string_view const text = name.substr(prefix.size(), digits);
    std::uint64_t number = 0;
    auto const [end, failed] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (failed != std::errc{} || end != text.data() + text.size())
        return std::nullopt;
    return number;
}

}  // namespace

std::string journal_name(std::uint64_t number)
{
    return fmt::format("{}{:016}{}", journal_prefix, number, suffix);
}

std::string snapshot_name(std::uint64_t number)
{
    return fmt::format("{}{:016}{}", snapshot_prefix, number, suffix);
}

std::optional<std::uint64_t> journal_number(std::string_view name)
{
    return number_after(journal_prefix, name);
}

std::optional<std::uint64_t> snapshot_number(std::string_view name)
{
    return number_after(snapshot_prefix, name);
}

bool is_unfinished(std::string_view name)
{
    return name.ends_with(".tmp");
}

void append_header(std::string& out, std::uint64_t number)
{
    std::string const payload = fmt::format(R"({{"format":{}}})", data_format);
    append_line(out, {number, number, line_kind::header, no_key, payload});
}

std::optional<std::uint64_t> read_format(journal_line const& header)
{
    auto const members = read_members(header.payload);
    if (header.kind != line_kind::header || !members || members->empty() ||
        members->front().first != "format")
        return std::nullopt;
    auto const format = read_integer(members->front().second);
    if (!format || *format < 1)
        return std::nullopt;
    return static_cast<std::uint64_t>(*format);
}

}  // namespace crossroads
