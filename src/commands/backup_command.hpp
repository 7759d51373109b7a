#pragma once

#include "commands/command_line.hpp"
#include "commands/exit_code.hpp"

#include <iosfwd>
#include <map>
#include <string>

namespace crossroads {

/// `crossroads backup DEST`: a copy that was read back, also while a service runs; one line on `out`.
exit_code back_up(
    backup_command const& asked, std::map<std::string, std::string> const& environment, std::ostream& out,
    std::ostream& errors);

}  // namespace crossroads
