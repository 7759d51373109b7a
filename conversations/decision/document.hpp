#pragma once

#include "decision/decision.hpp"

#include <string>
#include <string_view>
#include <variant>

namespace crossroads {

/// Reads the input of `crossroads evaluate`, an answer sheet as JSON. The string says what is wrong,
/// naming the respondent, the question and the option where it can.
std::variant<answer_sheet, std::string> read_sheet(guide const& rules, std::string_view json);

/// The sheet as `evaluate` takes it: read_sheet() gives back an equal one.
std::string write_sheet(guide const& rules, answer_sheet const& sheet);

/// The decision as `evaluate` prints it, on one line, in the format of the README.
std::string write_decision(decision const& decided);

}  // namespace crossroads
