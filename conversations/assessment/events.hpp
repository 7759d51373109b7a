#pragma once

#include "assessment/step.hpp"

namespace crossroads {

// One function for each kind of event that takes more than a line.

reply take_command(step& now, typed_command const& typed);
reply take_press(step& now, pressed const& press);
reply take_form(step& now, form_saved const& submitted);

}  // namespace crossroads
