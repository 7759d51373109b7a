#pragma once

#include "channel/json_reading.hpp"

#include <string>
#include <vector>

namespace crossroads::slack {

/// What Slack would refuse in a message of this text and these blocks, or in a view. Written from Slack's
/// reference alone, so that it can contradict the code under test. Empty: nothing.
std::vector<std::string> problems_in_message(std::string const& text, json const& blocks);
std::vector<std::string> problems_in_view(json const& view);

/// Code points of valid UTF-8.
std::size_t code_points(std::string const& text);

}  // namespace crossroads::slack
