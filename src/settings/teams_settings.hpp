#pragma once

#include "settings/setting_reader.hpp"
#include "settings/settings.hpp"

namespace crossroads {

/// The settings of Microsoft Teams, which is on when the app id is set.
void read_teams(setting_reader& from, settings& into);

}  // namespace crossroads
