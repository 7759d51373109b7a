#pragma once

#include "channel/form.hpp"
#include "channel/json_reading.hpp"

#include <string>

namespace crossroads::slack {

/// Whose workspace something happened in, who did it and where. What a payload does not say is empty; no
/// payload is too broken to have an origin.
struct origin {
    std::string team;  // where the app is installed, which in a shared channel may not be the sender's
    std::string enterprise;
    std::string user;
    std::string channel;
    std::string user_team;  // the workspace the person belongs to, where the payload says so

    /// Somebody of a connected workspace (Slack Connect). Within an organisation people of other workspaces
    /// are no strangers; there the payload does not tell.
    bool is_from_elsewhere() const { return !user_team.empty() && enterprise.empty() && user_team != team; }
};

origin origin_of_command(form_fields const& fields);

/// Of an Events API envelope.
origin origin_of_event(json const& envelope);

/// Of block_actions, view_submission and every other interactive payload.
origin origin_of_interaction(json const& payload);

}  // namespace crossroads::slack
