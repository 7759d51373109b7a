#pragma once

#include "settings/settings.hpp"

namespace crossroads {

/// Sets the process's log up: to standard error, one line an event, as text or as JSON.
void set_up_logging(settings const& read);

}  // namespace crossroads
