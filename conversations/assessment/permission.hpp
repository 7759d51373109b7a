#pragma once

#include "assessment/step.hpp"

#include <optional>

namespace crossroads {

// Who may do what to an assessment (conversation design, section 6).

enum class permission {
    given,
    refused,
    hangs_on_profile,  // whether the person is a workspace admin is not known yet
};

/// Whether the person who acts may do that.
permission permission_for(step const& now, assessment const& run, deed what);

/// For what only the owner may do: why the person who acts may not, or nothing.
std::optional<card> unless_owner(step const& now, assessment const& run, deed what);

/// Does what the person who acts wants, asks the platform whether they may, or says who can.
reply take_request(step& now, pinned_run with, wanted_deed wanted);

}  // namespace crossroads
