#pragma once

#include "assessment/event.hpp"
#include "decision/answers.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace crossroads {

enum class run_state { open, paused, finished, cancelled };

/// One answer as it was given, kept with its time; the newest counts.
struct given_answer {
    answer value;
    unix_seconds at = 0;
    std::string message;       // the chat message it was typed in, or empty
    bool forced_text = false;  // "That is all we can say": kept although not concrete

    friend bool operator==(given_answer const&, given_answer const&) = default;
};

struct participant {
    std::string user;
    std::string hat;
    unix_seconds joined = 0;
    std::map<std::string, std::vector<given_answer>> answers;  // by question; oldest first, the last counts
    std::vector<std::string> skipped;                          // question ids set aside for now
    std::string position;                                      // the question shown last, or empty

    friend bool operator==(participant const&, participant const&) = default;
};

/// One assessment ("run") of one product.
struct assessment {
    int number = 0;  // within the channel: #1, #2 …
    std::string product;
    std::string guide_id;
    std::string guide_version;
    std::string guide_sha256;  // pins the run to its guide
    std::string owner;
    run_state state = run_state::open;
    bool names_shown = true;
    bool open_to_all = true;
    std::vector<std::string> invited;  // user ids, when not open to all
    unix_seconds started = 0;
    unix_seconds ended = 0;
    std::vector<participant> people;            // in the order they joined
    std::map<std::string, std::string> tokens;  // question id -> the token its card carries
    std::vector<std::string> carded;            // question ids with a card in the thread, in order
    std::map<std::string, settlement> settled;  // by question id
    std::map<std::string, bool> concrete;       // owner's marks
    std::string result;                         // decision as evaluate prints it, once finished

    friend bool operator==(assessment const&, assessment const&) = default;
};

/// All assessments of one channel: the unit that is loaded, changed and stored at once.
struct channel_state {
    std::vector<assessment> assessments;  // oldest first

    friend bool operator==(channel_state const&, channel_state const&) = default;
};

/// The state as readable JSON with a schema version, and back; the string says why it cannot be read.
std::string write_state(channel_state const& state);
std::variant<channel_state, std::string> read_state(std::string_view json);

}  // namespace crossroads
