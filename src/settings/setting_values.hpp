#pragma once

#include "settings/settings.hpp"

#include <map>
#include <string>
#include <vector>

namespace crossroads {

/// A value as it was found, with the name the operator used for it.
struct setting_value {
    std::string text;
    std::string named;  // "CROSSROADS_LISTEN", "listen in crossroads.json", "--listen"
};

/// The strongest value of each key; problems (unknown keys, unreadable files) are appended.
std::map<std::string, setting_value>
gather_setting_values(settings_sources const& sources, std::vector<settings_problem>& problems);

}  // namespace crossroads
