#pragma once

#include <string_view>

namespace crossroads::teams {

/// The ids of apps and tenants: "0b3f6c1e-2222-4444-8888-aaaabbbbcccc".
bool is_guid(std::string_view text);

}  // namespace crossroads::teams
