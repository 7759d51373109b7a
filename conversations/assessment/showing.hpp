#pragma once

#include "assessment/step.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace crossroads {

/// One question for the eyes of the person who acts: a form where a window can be shown, else a card.
/// It becomes their position.
reply show_question(step& now, pinned_run with, std::vector<std::string> const& asked, question const& which);

/// The person's next open question after `current` (empty: from the start), or that nothing is open.
reply show_next(step& now, pinned_run with, std::vector<std::string> const& asked, std::string_view current);

/// The question before the person's position.
reply show_previous(step& now, pinned_run with, std::vector<std::string> const& asked);

}  // namespace crossroads
