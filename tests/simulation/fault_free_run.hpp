#pragma once

#include "settings/guide_file.hpp"
#include "simulation/fake_slack.hpp"
#include "simulation/testimony.hpp"

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace crossroads::simulation {

/// What there is in the end of a run: the states, and what people see of the bot.
struct shown_messages {
    std::vector<std::string> in_order;         // each post's first content, private ones too, copies left out
    std::map<std::string, std::string> final;  // by the post's id in Slack: what it says in the end
};

struct end_of_run {
    std::map<std::string, std::string> states;       // by conversation
    std::map<std::string, shown_messages> messages;  // by conversation
};

std::map<std::string, shown_messages> shown_in(std::vector<effect> const& effects);

/// Plays the same events to a service of its own, one after the other, each at rest before the next, with a
/// disk and a Slack that work. `seen` says which ids Slack gave to posts: people's threads hang on them.
end_of_run play_without_faults(
    guide_source const& guide, std::vector<std::shared_ptr<heard_turn>> const& turns,
    std::vector<effect> const& seen);

}  // namespace crossroads::simulation
