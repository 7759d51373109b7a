#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace crossroads {

/// Text from outside made fit to keep: valid UTF-8 (U+FFFD for what is not), line ends as \n, without
/// U+0000, other control characters and marks that reverse the writing direction; trimmed.
std::string clean(std::string_view text);

/// Characters (code points) of UTF-8 text.
std::size_t length(std::string_view text);

/// At most `limit` characters, cut at a word where there is one, and "…" behind them when something was cut.
/// Line breaks become spaces.
std::string shorten(std::string_view text, std::size_t limit);

/// ASCII letters, and those of western Europe, in lower case; other bytes as they are.
std::string lower(std::string_view text);

/// Words of letters and digits in lower case, punctuation dropped.
std::vector<std::string> words_of(std::string_view text);

std::string_view trimmed(std::string_view text);

}  // namespace crossroads
