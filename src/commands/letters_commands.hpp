#pragma once

#include "commands/command_line.hpp"
#include "commands/exit_code.hpp"

#include <iosfwd>
#include <map>
#include <string>

namespace crossroads {

/// `crossroads letters list`: each message that was given up as a JSON object; also beside a service.
exit_code list_letters(
    letters_list_command const& asked, std::map<std::string, std::string> const& environment,
    std::ostream& out, std::ostream& errors);

// The others need the data directory for themselves. One wrong id, and nothing is changed.

/// `crossroads letters retry`: to be sent after all, in their old places.
exit_code retry_letters(
    letters_retry_command const& asked, std::map<std::string, std::string> const& environment,
    std::ostream& out, std::ostream& errors);

/// `crossroads letters drop`: off the list.
exit_code drop_letters(
    letters_drop_command const& asked, std::map<std::string, std::string> const& environment,
    std::ostream& out, std::ostream& errors);

/// `crossroads erase`: all about a conversation, gone from the disk as well when it returns.
exit_code erase_conversation(
    erase_command const& asked, std::map<std::string, std::string> const& environment, std::ostream& out,
    std::ostream& errors);

}  // namespace crossroads
