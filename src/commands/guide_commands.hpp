#pragma once

#include "commands/command_line.hpp"
#include "commands/exit_code.hpp"

#include <iosfwd>

namespace crossroads {

/// `crossroads guide check FILE`: "FILE: fine" with what it holds, or one line per defect on `errors`.
exit_code check_guide(guide_check_command const& asked, std::ostream& out, std::ostream& errors);

/// `crossroads guide show [FILE] [--language NAME]`: Markdown on `out`.
exit_code show_guide(guide_show_command const& asked, std::ostream& out, std::ostream& errors);

}  // namespace crossroads
