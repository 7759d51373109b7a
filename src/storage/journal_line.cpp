#include "storage/journal_line.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <zlib.h>

namespace crossroads {
namespace {

constexpr std::size_t crc_digits = 8;
constexpr std::string_view kinds = "hetsfrdxcm";

std::uint32_t crc_of(std::string_view text)
{
    auto const* bytes = reinterpret_cast<unsigned char const*>(text.data());
    return static_cast<std::uint32_t>(::crc32_z(0, bytes, text.size()));
}

void append_number(std::string& out, std::uint64_t number)
{
    std::array<char, 20> digits = {};
    auto const end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    out.append(digits.data(), end);
}

void write_crc(char* into, std::uint32_t crc)
{
    constexpr std::string_view digits = "0123456789abcdef";
    for (std::size_t i = crc_digits; i-- > 0; crc >>= 4U)
        into[i] = digits[crc & 0xFU];
}

std::optional<std::string_view> take_field(std::string_view& rest)
{
    std::size_t const space = rest.find(' ');
    if (space == std::string_view::npos || space == 0)
        return std::nullopt;
    std::string_view const field = rest.substr(0, space);
    rest.remove_prefix(space + 1);
    return field;
}

std::optional<std::uint64_t> take_number(std::string_view& rest)
{
    auto const field = take_field(rest);
    if (!field || (field->front() == '0' && field->size() > 1))
        return std::nullopt;
    std::uint64_t number = 0;
    auto const [end, failed] = std::from_chars(field->data(), field->data() + field->size(), number);
    if (failed != std::errc{} || end != field->data() + field->size())
        return std::nullopt;
    return number;
}

bool is_plain(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
           std::string_view(":._@;=+-").find(c) != std::string_view::npos;
}

}  // namespace

void append_line(std::string& out, journal_line const& line)
{
    std::size_t const start = out.size();
    out.append(crc_digits, '0');
    out += ' ';
    std::size_t const covered = out.size();
    append_number(out, line.seq);
    out += ' ';
    append_number(out, line.durable);
    out += ' ';
    out += static_cast<char>(line.kind);
    out += ' ';
    out += line.key;
    out += ' ';
    out += line.payload;
    write_crc(out.data() + start, crc_of(std::string_view(out).substr(covered)));
    out += '\n';
}

std::optional<journal_line> parse_line(std::string_view text)
{
    if (text.size() > line_limit || text.size() <= crc_digits || text[crc_digits] != ' ')
        return std::nullopt;
    std::string_view const covered = text.substr(crc_digits + 1);
    std::string_view rest = covered;
    auto const seq = take_number(rest);
    auto const durable = seq ? take_number(rest) : std::nullopt;
    auto const kind = durable ? take_field(rest) : std::nullopt;
    auto const key = kind ? take_field(rest) : std::nullopt;
    if (!key || kind->size() != 1 || kinds.find(kind->front()) == std::string_view::npos || rest.empty())
        return std::nullopt;

    std::array<char, crc_digits> crc = {};
    write_crc(crc.data(), crc_of(covered));
    if (text.substr(0, crc_digits) != std::string_view(crc.data(), crc.size()) ||
        rest.find('\n') != std::string_view::npos)
        return std::nullopt;
    return journal_line{*seq, *durable, static_cast<line_kind>(kind->front()), *key, rest};
}

std::string encode_key(std::string_view conversation)
{
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string key;
    key.reserve(conversation.size());
    for (char const c : conversation) {
        if (is_plain(c)) {
            key += c;
            continue;
        }
        auto const byte = static_cast<unsigned char>(c);
        key += '%';
        key += digits[byte >> 4U];
        key += digits[byte & 0xFU];
    }
    return key;
}

std::optional<std::string> decode_key(std::string_view key)
{
    std::string conversation;
    conversation.reserve(key.size());
    for (std::size_t i = 0; i < key.size(); ++i) {
        if (is_plain(key[i])) {
            conversation += key[i];
            continue;
        }
        unsigned byte = 0;
        char const* const first = key.data() + i + 1;
        if (key[i] != '%' || key.size() - i < 3 ||
            std::from_chars(first, first + 2, byte, 16).ptr != first + 2)
            return std::nullopt;
        conversation += static_cast<char>(byte);
        i += 2;
    }
    if (encode_key(conversation) != key)
        return std::nullopt;
    return conversation;
}

}  // namespace crossroads
