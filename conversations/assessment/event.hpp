#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace crossroads {

/// Seconds since 1970, UTC. The domain reads no clock: time comes in with the event.
using unix_seconds = std::int64_t;

/// `/assess …` or, inside a thread, `@bot …`: what follows the command's name.
struct typed_command {
    std::string text;
    bool slash = true;  // false: a mention, whose answer shows in the thread privately
};

/// A reply typed in a thread, not addressed to the bot.
struct typed_reply {
    std::string message;  // the platform's id of the message
    std::string text;     // plain text, the platform's escapes undone
};

struct reply_edited {
    std::string message;
    std::string text;
};

struct reply_deleted {
    std::string message;
};

/// The action of a tap on a radio button of a card's choice list. Those of buttons are in
/// assessment/action.hpp.
inline constexpr std::string_view choose_action = "choose";

/// A button or a radio button of a card or a form. `chosen` carries the state of the card's choice list.
struct pressed {
    std::string action;
    std::string token;
    std::vector<std::string> chosen;
};

/// A submitted form: its token, and by input token the options chosen or the text typed.
struct form_saved {
    std::string token;
    std::map<std::string, std::vector<std::string>> chosen;
    std::map<std::string, std::string> typed;
};

struct form_closed {
    std::string token;
};

/// The platform refused a message for good (channel archived, message gone, …).
struct delivery_failed {
    std::string slot;
    std::string reason;  // the platform's error code
};

/// What became of the channel itself.
struct channel_changed {
    enum class change {
        archived,
        unarchived,
        left,  // the bot was taken out of it
        deleted,
    };

    change how = change::archived;
};

/// Somebody deleted a message of the bot.
struct message_deleted {
    std::string message;  // the platform's id of it
};

/// The platform gave the channel another id, under which everything in it goes on. Where messages are sent
/// and what is received where is for whoever keeps conversations; an assessment does not notice.
struct channel_moved {
    std::string to;  // the platform's new id of the channel
};

/// The time the conversation asked to be woken at has come (turn::wake_at).
struct time_came {};

/// How somebody belongs to the workspace the bot is installed in.
enum class membership {
    unknown,   // the platform does not say
    nobody,    // the platform knows no such person
    bot,       // an app
    stranger,  // from a connected workspace
    guest,
    member,
    admin,  // owners of the workspace included
};

/// What the platform says of a person that the conversation asked about (message::audience::profile).
struct profile_known {
    std::string of;                 // user id
    std::optional<int> utc_offset;  // seconds ahead of UTC; none: it does not say
    bool gone = false;              // left the workspace
    std::string locale = {};        // "de-DE", as they have set it; empty: it does not say
    membership is = membership::unknown;
};

using happening = std::variant<
    typed_command, typed_reply, reply_edited, reply_deleted, pressed, form_saved, form_closed,
    delivery_failed, channel_changed, message_deleted, channel_moved, time_came, profile_known>;

/// Something that happened in one conversation (a channel), with what the domain must not fetch itself.
struct event {
    std::string user;    // the platform's id of the person; empty for what no person did
    std::string thread;  // the platform's id of the thread, or empty outside of threads
    unix_seconds at = 0;
    std::string random;  // 32 lower-case hex digits, fresh for this event; tokens are made from it
    happening what;
    bool from_elsewhere = false;  // what arrived says that the person belongs to a connected workspace
    bool one_thread = false;  // the channel has no threads: everything in it may be about its open assessment
};

}  // namespace crossroads
