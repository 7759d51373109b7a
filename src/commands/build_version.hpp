#pragma once

#include <string_view>

namespace crossroads {

/// The project's version: "0.1.0".
std::string_view build_version();

/// The commit this program was built from, "-dirty" behind it if the checkout had changes; "unknown" without
/// one.
std::string_view build_commit();

}  // namespace crossroads
