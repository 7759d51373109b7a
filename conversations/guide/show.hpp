#pragma once

#include "guide/guide.hpp"

#include <string>

namespace crossroads {

/// The guide as a person reads it, in Markdown: questions, grades, paths with their criteria,
/// scoping gates, contradictions and plans.
std::string show_guide(guide const& rules);

}  // namespace crossroads
