#pragma once

#include <map>
#include <string>

namespace crossroads::teams {

/// Writes a zip file with these contents by name, all at its root as Teams wants them; a file that is there
/// is replaced. Gives what went wrong, empty for nothing; then no file is left half written.
std::string write_zip(std::string const& path, std::map<std::string, std::string> const& contents);

}  // namespace crossroads::teams
