#pragma once

#include "playground/workspace.hpp"
#include "support/random_source.hpp"

#include <nlohmann/json.hpp>

#include <string>

namespace crossroads::simulation {

/// What this person does next in this channel, as the playground's act() takes it: a command, a mention, a
/// tap on a card, a window filled in and saved, a reply typed in the thread, edited or deleted. People use
/// what they see, and all their words carry the channel's mark. Null: they see nothing to do.
nlohmann::json next_action(
    random_source& random, playground::workspace const& in, std::string const& person,
    std::string const& channel);

}  // namespace crossroads::simulation
