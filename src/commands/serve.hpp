#pragma once

#include "commands/command_line.hpp"
#include "commands/exit_code.hpp"

#include <iosfwd>
#include <map>
#include <string>

namespace crossroads {

/// `crossroads serve`: runs until SIGINT or SIGTERM, then stops cleanly; a second signal ends it at once.
/// `out` gets the address people open, once it answers; `errors` what stops the start.
exit_code serve(
    serve_command const& asked, std::map<std::string, std::string> const& environment, std::ostream& out,
    std::ostream& errors);

/// `crossroads playground`: the workspace alone, in the same way.
exit_code serve_playground(
    playground_command const& asked, std::map<std::string, std::string> const& environment, std::ostream& out,
    std::ostream& errors);

}  // namespace crossroads
