#pragma once

#include "storage/journal_line.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace crossroads {

// The files of a data directory. A number is a seq: a snapshot holds everything up to it, a journal
// the lines after it. While a file is being written its name ends in .tmp.

/// What is written. 1 knew no `r` and `d` lines and kept no slot with a message that was given up; it is
/// still read.
inline constexpr std::uint64_t data_format = 2;

/// The highest number that fits a name.
inline constexpr std::uint64_t highest_number = 9'999'999'999'999'999;

std::string journal_name(std::uint64_t number);
std::string snapshot_name(std::uint64_t number);

std::optional<std::uint64_t> journal_number(std::string_view name);
std::optional<std::uint64_t> snapshot_number(std::string_view name);
bool is_unfinished(std::string_view name);

/// The first line of each file, with its LF.
void append_header(std::string& out, std::uint64_t number);

/// The format a header states, or none when it states none.
std::optional<std::uint64_t> read_format(journal_line const& header);

}  // namespace crossroads
