#pragma once

#include "channel/platform.hpp"
#include "teams/webhook.hpp"

#include <memory>

namespace crossroads::teams {

/// Microsoft Teams. Its calls carry no token. Throws std::invalid_argument when nobody is admitted.
std::unique_ptr<platform> make_platform(admission_rules rules, token_judge judge);

}  // namespace crossroads::teams
