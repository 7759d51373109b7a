#pragma once

#include "commands/command_line.hpp"
#include "commands/exit_code.hpp"

#include <iosfwd>

namespace crossroads {

/// `crossroads evaluate`: answer sheets on `in`, decisions on `out`, what is wrong on `errors`.
/// With one sheet per line, a bad line yields {"error": …} in its place and invalid_input at the end.
exit_code evaluate(evaluate_command const& asked, std::istream& in, std::ostream& out, std::ostream& errors);

}  // namespace crossroads
