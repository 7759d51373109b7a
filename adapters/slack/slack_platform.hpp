#pragma once

#include "channel/platform.hpp"
#include "words/language.hpp"

#include <memory>
#include <string>
#include <vector>

namespace crossroads::slack {

struct settings {
    std::vector<std::string> signing_secrets;  // one, or two during a rotation
    std::string bot_token;
    std::string api_url = "https://slack.com/api/";
    std::string command = "/assess";
    language spoken = language::english;  // to whoever types another command
};

/// Slack. Throws std::invalid_argument when there is no signing secret or one of them is empty, or no token.
std::unique_ptr<platform> make_platform(settings const& chosen);

}  // namespace crossroads::slack
