#pragma once

#include "storage/journal_line.hpp"
#include "storage/line_reader.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace crossroads {

/// A line, or what stands in the place of one: then `line` is none.
struct met_line {
    std::uint64_t number = 0;  // in its file
    std::string_view text;
    std::optional<journal_line> line;
};

/// The lines that `raw` is made of: a damaged LF joins lines that may be good each for itself. They view
/// into it.
std::vector<met_line> lines_in(raw_line const& raw);

/// What a damaged line says it is about: a conversation, or nothing (empty, a mark); none when it does not
/// say.
std::optional<std::string> subject_of(std::string_view text);

}  // namespace crossroads
