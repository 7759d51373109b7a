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

/// The guide an assessment is pinned to, in the language of the channel; nullptr when it is not known any
/// more.
guide const* rules_of(step& now, assessment const& run);

// Who reads what in which language: a channel in its own, a person in that of their profile, if it is known
// and spoken here, else in the channel's.

language channel_language(step const& now);
language language_of(step const& now, std::string_view user);

/// That of the person who acts.
language reader_language(step const& now);

/// A guide in use, in a language, in that of a person, or of the one who acts.
guide const& rules_in(step const& now, guide const& rules, language wanted);
guide const& rules_for(step const& now, guide const& rules, std::string_view user);
guide const& theirs(step const& now, pinned_run with);

/// Notes that a change was recorded; gives its revision.
int record_change(step& now, assessment& run);

}  // namespace crossroads
