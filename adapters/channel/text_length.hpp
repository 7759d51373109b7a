#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace crossroads {

/// One character of UTF-8 text. `valid` is false for a byte that belongs to none.
struct character {
    std::size_t bytes = 1;
    std::size_t length = 1;
    bool valid = false;
};

/// The first character of a text that is not empty.
character first_character(std::string_view text);

/// Length as Slack's limits count it. Slack does not say whether it counts code points or UTF-16 units;
/// UTF-16 units, never fewer, keep both.
std::size_t text_length(std::string_view text);

/// How many bytes of `text` have at most this length, cut between characters.
std::size_t bytes_within(std::string_view text, std::size_t length);

/// At most `length` long: cut after a word, with "…", when it was longer.
std::string shortened(std::string_view text, std::size_t length);

bool is_utf8(std::string_view text);

/// What can be shown and stored everywhere: bytes that are not UTF-8 and U+0000 become U+FFFD.
std::string clean_text(std::string_view text);

}  // namespace crossroads
