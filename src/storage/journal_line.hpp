#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace crossroads {

// One line of a journal or snapshot, text throughout so that less, grep and jq can read it:
//
//   crc32 SP seq SP durable SP kind SP key SP payload LF
//   9f3a61c2 184223 184219 e slack:T1:C42 {"sv":1,"ev":["Ev08X"],…}
//
// crc32 (8 hex digits) covers everything after the first space up to the LF.

enum class line_kind : char {
    header = 'h',
    event = 'e',
    attempt = 't',
    sent = 's',
    gave_up = 'f',
    sent_again = 'r',
    discarded = 'd',
    erased = 'x',
    conversation = 'c',
    mark = 'm',
};

struct journal_line {
    std::uint64_t seq = 0;      // in a journal, one more than the line before
    std::uint64_t durable = 0;  // the highest seq known to be on disk when this line was written
    line_kind kind = line_kind::mark;
    std::string_view key;      // the conversation, encoded; "-" where there is none
    std::string_view payload;  // JSON without line breaks

    friend bool operator==(journal_line const&, journal_line const&) = default;
};

/// No line is longer, without its LF; what is, is damage.
inline constexpr std::size_t line_limit = std::size_t{4} * 1024 * 1024;

inline constexpr std::string_view no_key = "-";

/// The line with its LF. The key is encoded and not empty; the payload holds no LF and is not empty.
void append_line(std::string& out, journal_line const& line);

/// Reads a line without its LF; none unless it is exactly what append_line() writes. The result views
/// into `text`.
std::optional<journal_line> parse_line(std::string_view text);

/// Everything but [A-Za-z0-9:._@;=+-] becomes %XX, upper case.
std::string encode_key(std::string_view conversation);

/// None unless it is exactly what encode_key() writes.
std::optional<std::string> decode_key(std::string_view key);

}  // namespace crossroads
