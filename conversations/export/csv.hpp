#pragma once

#include "assessment/assessment.hpp"
#include "guide/guide.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace crossroads {

/// Cells in quotation marks with CRLF at the end (RFC 4180). A cell that a spreadsheet program would take
/// for a formula, because it begins with = + - @, a tab or a carriage return, gets an apostrophe in front:
/// then it is text.
std::string csv_row(std::vector<std::string_view> const& cells);

/// One row for each answer up to `revision`: the question's number (none for the closing vote) and words, the
/// person, the answer, and when it was given: ISO 8601 in UTC, the day alone when names are hidden.
std::string write_csv(assessment const& run, guide const& rules, int revision);

}  // namespace crossroads
