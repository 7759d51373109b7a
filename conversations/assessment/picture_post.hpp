#pragma once

#include "assessment/step.hpp"
#include "decision/decision.hpp"

namespace crossroads {

/// Posts the result at a glance into the thread, where pictures can be drawn. Each result has its own.
void post_picture(step& now, pinned_run with, decision const& decided);

}  // namespace crossroads
