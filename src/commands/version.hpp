#pragma once

#include <string>

namespace crossroads {

/// What `crossroads version` prints: version, commit, and the libraries it was built with.
std::string version_text();

}  // namespace crossroads
