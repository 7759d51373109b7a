#pragma once

#include "channel/form.hpp"
#include "slack/json_reading.hpp"

#include <string>

namespace crossroads::slack {

/// Whose workspace something happened in, who did it and where. What a payload does not say is empty; no
/// payload is too broken to have an origin.
struct origin {
    std::string team;  // where the app is installed, which in a shared channel may not be the sender's
    std::string enterprise;
    std::string user;
    std::string channel;
};

origin origin_of_command(form_fields const& fields);

/// Of an Events API envelope.
origin origin_of_event(json const& envelope);

/// Of block_actions, view_submission and every other interactive payload.
origin origin_of_interaction(json const& payload);

}  // namespace crossroads::slack
