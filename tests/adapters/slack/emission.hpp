#pragma once

#include "channel/json_reading.hpp"

#include <string>

namespace crossroads::slack {

/// Writes a message or a modal to CROSSROADS_EMIT_DIR/<name>.json, for validators outside of this program;
/// does nothing when the variable is not set.
void emit(std::string const& name, json const& content);

}  // namespace crossroads::slack
