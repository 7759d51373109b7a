#pragma once

#include "channel/json_reading.hpp"

#include <string>
#include <vector>

namespace crossroads::teams {

/// What Teams would refuse or show wrongly in an Adaptive Card. Written from Microsoft's reference alone, so
/// that it can contradict the code under test. Empty: nothing.
std::vector<std::string> problems_in(json const& card);

/// All text that the card shows, one element a line; a RichTextBlock's runs joined.
std::string shown_text_of(json const& card);

}  // namespace crossroads::teams
