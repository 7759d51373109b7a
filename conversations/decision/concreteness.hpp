#pragma once

#include "guide/guide.hpp"

#include <string_view>

namespace crossroads {

/// Whether one person's text is concrete enough for its question (model, section 3); true for
/// questions without a concreteness kind. A nudge, not a judge: people may overrule it.
/// Any bytes are accepted. Takes some tens of microseconds for a sentence: keep the result.
bool is_concrete(guide const& rules, question const& asked, std::string_view text);

/// Whether two concrete texts name the same workflow (model, section 2). Not transitive by itself.
bool names_same_workflow(guide const& rules, std::string_view one, std::string_view other);

}  // namespace crossroads
