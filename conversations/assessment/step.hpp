#pragma once

#include "assessment/turn.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace crossroads {

/// One event on its way through the state machine: what it may look at, and what has come of it so far.
/// Lives for one call of advance().
struct step {
    /// Where the person who acts is looking, which decides what can be shown to them.
    enum class screen {
        chat,       // a typed reply or a mention: a private message only
        can_open,   // a slash command or a press in the chat: a window can be opened
        window,     // a press inside a window: the answer is another form in it
        submitted,  // the same, after its form was submitted
    };

    surroundings const& around;
    event const& happened;
    channel_state& state;
    screen looking_at = screen::chat;
    bool changed = false;
    std::vector<message> messages;
    std::vector<std::shared_ptr<guide const>> held;  // guides in use stay alive until the end
};

/// An assessment of the channel with the guide it is pinned to.
struct pinned_run {
    assessment& run;
    guide const& rules;
};

/// The guide an assessment is pinned to, or nullptr when it is not known any more.
guide const* rules_of(step& now, assessment const& run);

/// Notes that a change was recorded; gives its revision.
int record_change(step& now, assessment& run);

}  // namespace crossroads
