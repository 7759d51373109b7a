#include "decision/broken_utf8.hpp"

#include <algorithm>

namespace crossroads {

namespace {

// 0 for a byte that starts no character.
std::size_t length_of_character(std::string_view text, std::size_t at)
{
    auto const byte = [&](std::size_t offset) {
        return at + offset < text.size() ? static_cast<unsigned char>(text[at + offset]) : 0U;
    };
    auto const follows = [&](std::size_t offset) { return (byte(offset) & 0xC0U) == 0x80U; };
    auto const lead = byte(0);
    if (lead < 0x80U) {
        return 1;
    }
    if (lead >= 0xC2U && lead <= 0xDFU) {
        return follows(1) ? 2 : 0;
    }
    if (lead >= 0xE0U && lead <= 0xEFU) {
        bool const overlong = lead == 0xE0U && byte(1) < 0xA0U;
        bool const surrogate = lead == 0xEDU && byte(1) > 0x9FU;
        return follows(1) && follows(2) && !overlong && !surrogate ? 3 : 0;
    }
    if (lead >= 0xF0U && lead <= 0xF4U) {
        bool const overlong = lead == 0xF0U && byte(1) < 0x90U;
        bool const too_large = lead == 0xF4U && byte(1) > 0x8FU;
        return follows(1) && follows(2) && follows(3) && !overlong && !too_large ? 4 : 0;
    }
    return 0;
}

}  // namespace

std::optional<std::string> mark_broken_bytes(std::string_view text)
{
    std::string marked;
    bool broken = false;
    for (std::size_t at = 0; at < text.size();) {
        auto const length = length_of_character(text, at);
        if (length == 0 && !broken) {
            broken = true;
            marked.assign(text.substr(0, at));
        }
        if (broken) {
            marked.append(length == 0 ? broken_byte : text.substr(at, length));
        }
        at += std::max<std::size_t>(length, 1);
    }
    return broken ? std::optional(std::move(marked)) : std::nullopt;
}

}  // namespace crossroads
