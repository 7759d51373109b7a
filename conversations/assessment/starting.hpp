#pragma once

#include "assessment/step.hpp"

#include <string>
#include <string_view>

namespace crossroads {

/// `start`: begins an assessment, or offers what to do when others are open, the product has a result
/// already, or names hide little.
reply start(step& now, start_request wanted);

/// What the person chose from what start() offered.
enum class start_choice { although_open, last_answers, fresh, names_hidden, names_shown };

/// A press on what start() offered; `key` names the offer.
reply start_offered(step& now, std::string_view key, start_choice chosen);
reply ask_for_other_product(step& now, std::string_view key);

/// The product typed into the form of ask_for_other_product().
reply start_other(step& now, std::string_view key, std::string product);

}  // namespace crossroads
