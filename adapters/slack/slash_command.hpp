#pragma once

#include "channel/form.hpp"
#include "channel/platform.hpp"
#include "words/language.hpp"

#include <string>

namespace crossroads::slack {

/// A slash command (Slack: "Implementing slash commands"). Another command than `command`, "/assess", gets
/// told so in the language `spoken`.
received
decode_command(form_fields const& fields, std::string const& command, language spoken = language::english);

}  // namespace crossroads::slack
