#pragma once

#include "assessment/step.hpp"

#include <string>
#include <string_view>

namespace crossroads {

/// `start`: begins an assessment, or offers what to do when others are open or names hide little.
reply start(step& now, start_request wanted);

/// A press on what start() offered; `key` names the offer.
reply start_offered(step& now, std::string_view key, bool names_shown);
reply ask_for_other_product(step& now, std::string_view key);

/// The product typed into the form of ask_for_other_product().
reply start_other(step& now, std::string_view key, std::string product);

}  // namespace crossroads
