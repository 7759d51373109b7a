#pragma once

#include "commands/exit_code.hpp"
#include "storage/backup.hpp"
#include "storage/storage_failure.hpp"

#include <iosfwd>
#include <map>
#include <string>

namespace crossroads {

// What the commands that work on a data directory share.

/// The directory given with the command, or CROSSROADS_DATA_DIR, or the default.
std::string data_dir_of(std::string const& given, std::map<std::string, std::string> const& environment);

/// One line on `errors`: what is wrong and what to do.
exit_code report(storage_failure const& failure, std::string const& data_dir, std::ostream& errors);

/// "12 conversations, 3 messages waiting, 1 given up, up to line 184223".
std::string describe(read_back const& data);

}  // namespace crossroads
