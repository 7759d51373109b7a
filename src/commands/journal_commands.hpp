#pragma once

#include "commands/command_line.hpp"
#include "commands/exit_code.hpp"

#include <iosfwd>
#include <map>
#include <string>

namespace crossroads {

/// `crossroads journal check`: good, good with a torn tail, or what is wrong on `errors`.
exit_code check_journal(
    journal_check_command const& asked, std::map<std::string, std::string> const& environment,
    std::ostream& out, std::ostream& errors);

/// `crossroads journal show`: one JSON object for each line of the files.
exit_code show_journal(
    journal_show_command const& asked, std::map<std::string, std::string> const& environment,
    std::ostream& out, std::ostream& errors);

/// `crossroads journal salvage`: a new directory from what is good, and what was left out.
exit_code salvage_journal(journal_salvage_command const& asked, std::ostream& out, std::ostream& errors);

}  // namespace crossroads
