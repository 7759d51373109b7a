#include "storage/data_file.hpp"

#include "storage/data_files.hpp"

#include <fmt/format.h>

namespace crossroads {

std::optional<raw_line> data_file::next()
{
    return require(lines_.next(), file_.name);
}

void data_file::expect_header()
{
    auto const line = next();
    check_header(file_.name, file_.number, line ? parse_line(*line) : std::nullopt);
}

void data_file::refuse(std::uint64_t line, std::string_view what) const
{
    crossroads::refuse(file_.name, line, what);
}

std::optional<journal_line> parse_line(raw_line const& raw)
{
    return raw.whole ? parse_line(raw.text) : std::nullopt;
}

std::optional<std::size_t> find_line_within(std::string_view text, std::size_t from)
{
    constexpr std::size_t crc_size = 8;
    for (std::size_t space = text.find(' ', from); space != std::string_view::npos;
         space = text.find(' ', space + 1)) {
        if (space < from + crc_size)
            continue;
        std::size_t const start = space - crc_size;
        std::string_view const crc = text.substr(start, crc_size);
        if (crc.find_first_not_of("0123456789abcdef") == std::string_view::npos &&
            parse_line(text.substr(start)))
            return start;
    }
    return std::nullopt;
}

bool tells_durable(std::string_view text, std::uint64_t seq)
{
    for (auto at = find_line_within(text); at; at = find_line_within(text, *at + 1)) {
        if (parse_line(text.substr(*at))->durable >= seq)
            return true;
    }
    return false;
}

void refuse(std::string_view file, std::uint64_t line, std::string_view what)
{
    throw storage_failure(failure_kind::damaged, fmt::format("{}:{}: {}", file, line, what));
}

void refuse_unreadable(std::string_view file, std::uint64_t line, std::string_view payload)
{
    auto const layout = layout_of(payload);
    if (layout && *layout > payload_layout_version)
        throw storage_failure(
            failure_kind::newer_format,
            fmt::format(
                "{}:{}: written in layout {}; this version reads layout {}: start a newer version", file,
                line, *layout, payload_layout_version));
    refuse(file, line, "the line is whole, but means nothing to this version");
}

void check_header(std::string_view file, std::uint64_t number, std::optional<journal_line> const& header)
{
    auto const format = header ? read_format(*header) : std::nullopt;
    if (!format || header->seq != number)
        refuse(file, 1, "the header is damaged");
    if (*format > data_format)
        throw storage_failure(
            failure_kind::newer_format,
            fmt::format(
                "{}: written in format {}; this version reads format {}: start a newer version", file,
                *format, data_format));
}

void require(error_code failed, std::string_view what)
{
    if (failed)
        throw storage_failure(failure_kind::unusable, fmt::format("{}: {}", what, failed.message()));
}

}  // namespace crossroads
