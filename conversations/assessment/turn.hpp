#pragma once

#include "assessment/assessment.hpp"
#include "assessment/contact.hpp"
#include "assessment/event.hpp"
#include "guide/guide.hpp"
#include "words/attached_file.hpp"
#include "words/card.hpp"

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace crossroads {

struct result_picture;

/// A message of the bot. `slot` names the place it fills for good, e.g. "1/start", "1/question/traction",
/// "1/result": a later message with the same slot edits it.
struct message {
    enum class audience {
        channel,             // a post of its own; starts the thread of its assessment
        thread,              // a reply in the thread
        thread_and_channel,  // a reply in the thread, shown in the channel as well
        one_person,          // seen by `to` alone, in the thread if there is one, else in the channel
        direct,              // a direct message to `to`, outside of the channel
        profile,             // shown to nobody: asks the platform for the profile of `to`
    };

    std::string slot;
    audience who = audience::thread;
    std::string thread_slot;  // the slot of the post whose thread this belongs to; empty: none
    std::string to;           // user id, for the last three
    bool edit = false;        // replaces what `slot` shows now
    card content;
    std::optional<attached_file> file = std::nullopt;  // only of new messages in a thread

    friend bool operator==(message const&, message const&) = default;
};

// What the person who acted sees at once. Never the only copy of anything.
struct nothing_to_say {};

struct say_privately {
    card content;
};

struct open_form {
    form content;
};

/// After a submission: the next form in the same window.
struct show_next_form {
    form content;
};

struct close_form {};

/// After a submission: what is wrong, by input token. The form stays open and keeps what was typed.
struct refuse_form {
    std::map<std::string, std::string> errors;
};

using reply = std::variant<nothing_to_say, say_privately, open_form, show_next_form, close_form, refuse_form>;

struct turn {
    channel_state next;
    bool changed = false;  // false: nothing to store; `next` equals what came in, `messages` is empty
    std::vector<message> messages;
    reply answer;
    unix_seconds wake_at = 0;  // when `next` wants time_came; 0: never
};

/// How long an assessment is kept after its end, in days. 0: for good.
struct retention {
    int finished_days = 365;
    int cancelled_days = 90;
};

/// Everything around one event that advance() may look at.
struct surroundings {
    /// The guide new assessments use.
    std::shared_ptr<guide const> current_guide;
    /// A guide by its content hash, for runs pinned to an earlier one; null when it is not known.
    std::function<std::shared_ptr<guide const>(std::string_view sha256)> guide_by_hash;
    /// The platform's ids of messages sent so far, by slot.
    std::map<std::string, std::string> const* sent = nullptr;
    /// What people type to reach the bot, for the words of help: "/assess".
    std::string command = "/assess";
    /// Of channels that chose none.
    language spoken = language::english;
    retention kept = {};
    /// How many days an assessment is open unless its start says; 0: five working days.
    int window_days = 0;
    /// Who gives a second opinion on results; nullptr: nobody is named, and nothing of it shows.
    contact const* second_opinion = nullptr;
    /// A PNG of a result, or nothing when it cannot be drawn. None: results come without a picture.
    std::function<std::string(result_picture const&)> draw = {};
};

/// The state machine: one event on one channel's assessments. Pure and total; an event that means
/// nothing here leaves the state unchanged and says so where a person is waiting.
turn advance(surroundings const& around, channel_state current, event const& happened);

}  // namespace crossroads
