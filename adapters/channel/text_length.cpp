#include "channel/text_length.hpp"

namespace crossroads {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";  // U+FFFD
constexpr std::string_view ellipsis = "\xE2\x80\xA6";     // U+2026

unsigned byte_at(std::string_view text, std::size_t at)
{
    return static_cast<unsigned char>(text[at]);
}

std::size_t bytes_announced_by(unsigned lead)
{
    if (lead < 0x80)
        return 1;
    if (lead >= 0xC2 && lead <= 0xDF)
        return 2;
    if (lead >= 0xE0 && lead <= 0xEF)
        return 3;
    if (lead >= 0xF0 && lead <= 0xF4)
        return 4;
    return 0;
}

/// Overlong forms, surrogates and what lies beyond U+10FFFF (Unicode, table 3-7).
bool is_excluded(unsigned lead, unsigned second)
{
    return (lead == 0xE0 && second < 0xA0) || (lead == 0xED && second > 0x9F) ||
           (lead == 0xF0 && second < 0x90) || (lead == 0xF4 && second > 0x8F);
}

}  // namespace

character first_character(std::string_view text)
{
    unsigned const lead = byte_at(text, 0);
    auto const bytes = bytes_announced_by(lead);
    if (bytes == 0 || bytes > text.size())
        return {};
    for (std::size_t at = 1; at < bytes; ++at)
        if ((byte_at(text, at) & 0xC0U) != 0x80)
            return {};
    if (bytes > 2 && is_excluded(lead, byte_at(text, 1)))
        return {};
    return {bytes, bytes == 4 ? 2U : 1U, true};
}

std::size_t text_length(std::string_view text)
{
    std::size_t length = 0;
    for (std::size_t at = 0; at < text.size();) {
        bool const ascii = byte_at(text, at) < 0x80;  // nearly all of it is
        auto const next = ascii ? character{1, 1, true} : first_character(text.substr(at));
        length += next.length;
        at += next.bytes;
    }
    return length;
}

std::size_t bytes_within(std::string_view text, std::size_t length)
{
    std::size_t bytes = 0;
    while (bytes < text.size()) {
        auto const next = first_character(text.substr(bytes));
        if (next.length > length)
            break;
        length -= next.length;
        bytes += next.bytes;
    }
    return bytes;
}

std::string shortened(std::string_view text, std::size_t length)
{
    if (bytes_within(text, length) == text.size())
        return std::string(text);
    if (length == 0)
        return {};
    auto kept = text.substr(0, bytes_within(text, length - 1));
    auto const space = kept.find_last_of(" \n");
    if (space != std::string_view::npos && space > kept.size() / 2)
        kept = kept.substr(0, space);
    return std::string(kept).append(ellipsis);
}

bool is_utf8(std::string_view text)
{
    while (!text.empty()) {
        auto const next = first_character(text);
        if (!next.valid)
            return false;
        text.remove_prefix(next.bytes);
    }
    return true;
}

std::string clean_text(std::string_view text)
{
    std::string clean;
    clean.reserve(text.size());
    while (!text.empty()) {
        auto const next = first_character(text);
        if (next.valid && text.front() != '\0')
            clean += text.substr(0, next.bytes);
        else
            clean += replacement;
        text.remove_prefix(next.bytes);
    }
    return clean;
}

}  // namespace crossroads
