#pragma once

#include "channel/form.hpp"
#include "channel/platform.hpp"

#include <string>

namespace crossroads::slack {

/// A slash command (Slack: "Implementing slash commands"). Another command than `command`, "/assess", gets
/// told so.
received decode_command(form_fields const& fields, std::string const& command);

}  // namespace crossroads::slack
