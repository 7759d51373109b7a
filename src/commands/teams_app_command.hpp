#pragma once

#include "commands/command_line.hpp"
#include "commands/exit_code.hpp"

#include <iosfwd>
#include <map>
#include <string>

namespace crossroads {

/// `crossroads teams-app`: writes the package that a team uploads to Teams; one line on `out`.
exit_code write_teams_app(
    teams_app_command const& asked, std::map<std::string, std::string> const& environment, std::ostream& out,
    std::ostream& errors);

}  // namespace crossroads
