#pragma once

#include "decision/decision.hpp"
#include "words/language.hpp"

#include <string>
#include <vector>

namespace crossroads {

/// What goes into the weeks of a plan besides its pieces of work.
struct phase_material {
    bool builds = true;                   // false: better scoping
    std::vector<std::string> first_week;  // agreed or checked before anything else
};

/// The weeks of a plan (model, section 7): first, middle and last, by its length.
std::vector<phase> plan_phases(scope_plan const& plan, phase_material const& material, language in);

}  // namespace crossroads
