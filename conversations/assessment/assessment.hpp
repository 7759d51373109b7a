#pragma once

#include "assessment/deed.hpp"
#include "assessment/event.hpp"
#include "decision/answers.hpp"
#include "words/language.hpp"

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
    std::optional<answer> value;  // none: withdrawn
    unix_seconds at = 0;
    int revision = 0;           // of the assessment, when it was recorded
    std::string message;        // the chat message it was typed in, or empty
    bool edited = false;        // came with an edit of that message, and can be undone
    bool kept_as_said = false;  // "That is all we can say": kept although not concrete

    friend bool operator==(given_answer const&, given_answer const&) = default;
};

struct participant {
    std::string user;
    std::string hat;
    bool hat_offered = false;  // "What do you mostly do?" is asked once
    unix_seconds joined = 0;
    std::map<std::string, std::vector<given_answer>> answers;  // by question; oldest first, the last counts
    std::vector<std::string> skipped;                          // question ids set aside for now
    std::vector<std::string> asked_for_detail;  // text questions: more detail is asked for once
    std::string position;                       // the question shown last, or empty
    std::string last_typed;  // the newest chat message that was taken as an answer or a skip

    friend bool operator==(participant const&, participant const&) = default;
};

/// A value set for the team where it differs; earlier ones stay on record.
struct settled_question {
    std::string question;
    settlement value;  // `by` is a user id, or team_vote
    unix_seconds at = 0;
    int revision = 0;

    friend bool operator==(settled_question const&, settled_question const&) = default;
};

/// `settlement::by` of a question settled by a tap vote.
inline constexpr std::string_view team_vote = "vote";

/// The owner's word that a budget question is answered concretely enough.
struct marked_concrete {
    std::string budget;  // "B1"
    std::string by;
    unix_seconds at = 0;
    int revision = 0;

    friend bool operator==(marked_concrete const&, marked_concrete const&) = default;
};

/// A result that answers after the end point to, put to the owner.
struct late_result {
    std::string outcome;
    std::string question;  // whose late answer did it
    int revision = 0;      // of that answer; names the message that tells it
    bool decided = false;  // adopted, kept, or gone by itself

    friend bool operator==(late_result const&, late_result const&) = default;
};

/// Answers in a row that could not be taken, by one person to one question: hints grow with them.
struct stumble {
    std::string question;
    int times = 0;

    friend bool operator==(stumble const&, stumble const&) = default;
};

/// What an assessment knows of time. 0: never, or not yet.
struct timing {
    unix_seconds closes = 0;        // the deadline
    bool closes_by_utc = false;     // set before the owner's time zone was known
    unix_seconds warned_of = 0;     // the deadline whose coming was said
    unix_seconds told_of = 0;       // the deadline that the owner was told is over …
    unix_seconds told_at = 0;       // … and when
    unix_seconds active = 0;        // when a person last changed something
    unix_seconds paused = 0;        // while it is: since when
    unix_seconds resumed = 0;       // the end of the last pause
    bool paused_by_itself = false;  // the last pause

    friend bool operator==(timing const&, timing const&) = default;
};

/// Reminders of one person who joined or was asked to.
struct reminders_of_person {
    int times = 0;                // sent so far
    unix_seconds since = 0;       // when they were invited; 0: with the start
    unix_seconds last = 0;        // when the last was sent
    unix_seconds not_before = 0;  // "Remind me tomorrow", or there were answers enough
    bool away = false;            // nobody waits for them
    unix_seconds back = 0;        // while away: when they are back by themselves; 0: when they say so
    bool stopped = false;

    friend bool operator==(reminders_of_person const&, reminders_of_person const&) = default;
};

/// Why nothing can be posted where an assessment lives.
enum class out_of_reach { archived, left };

/// A result that was shared for a second opinion.
struct shared_result {
    std::string by;
    unix_seconds at = 0;
    std::vector<std::string> refused;  // formats of the files that did not arrive

    friend bool operator==(shared_result const&, shared_result const&) = default;
};

/// One assessment ("run") of one product.
struct assessment {
    int number = 0;   // within the channel: #1, #2 …
    std::string key;  // 32 hex digits, fresh for each; every token of its cards begins with it
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
    int revision = 0;                       // counts recorded changes
    std::vector<participant> people;        // in the order they joined
    std::vector<std::string> carded;        // question ids with a card in the thread, in order
    std::vector<settled_question> settled;  // oldest first; the last of a question counts
    std::vector<marked_concrete> concrete;  // oldest first
    std::vector<std::string> raised;        // questions whose disagreement was put to the team
    std::map<std::string, std::map<std::string, int>>
        votes;                                // question, user: revision of the text voted for
    std::vector<std::string> wants_to_join;   // outsiders the owner was told about
    std::map<std::string, stumble> stumbles;  // by user
    bool owner_told_ready = false;
    int pauses = 0;
    std::string outcome;      // of the result shown: a path id or "scoping"; empty before
    int result_revision = 0;  // the result rests on the changes up to this one
    std::optional<late_result> late;
    int follows = 0;                                // number of the product's assessment before; 0: none
    bool updates_answers = false;                   // shows last time's answers, one tap confirms them
    std::map<std::string, std::string> plan_votes;  // by user: "proved", "partly" or "not", of the last plan
    timing time;
    std::map<std::string, reminders_of_person> reminders;  // by user
    std::map<std::string, unix_seconds> exported;          // by format, when it was posted last
    std::map<std::string, int> left_out;  // guests and strangers nobody added by name: the revision since
    std::map<std::string, std::string> invited_by;              // by user
    std::map<std::string, std::vector<std::string>> handed_to;  // by question: colleagues who were asked
    std::vector<std::string> hand_over_asked;  // who a participant asked an admin to make the owner
    std::string handed_over_by;                // the owner before, until the new one is known to be a person
    std::string ended_by;                      // who cancelled it; empty: the owner
    std::map<std::string, settlement> proposed;  // by question: another value for one that is settled
    std::string removal_asked_by;                // the owner asked an admin to delete it
    bool owner_gone_told = false;                // the thread was told that the owner has left
    bool take_over_offered = false;              // to who joined next
    std::optional<shared_result> shared;
    std::optional<out_of_reach> lost;          // the channel, while it is; the assessment is paused
    std::vector<std::string> earlier_threads;  // whose first message, the start card, was deleted

    friend bool operator==(assessment const&, assessment const&) = default;
};

/// How an assessment of a product that has a result begins (model, section 8).
enum class start_from { undecided, last_answers, nothing };

/// How long an assessment is to be open: some days, or until a date.
struct window_request {
    int days = 0;           // from now on
    unix_seconds date = 0;  // midnight in UTC, when no days are asked for

    friend bool operator==(window_request const&, window_request const&) = default;
};

/// What `start` asks for.
struct start_request {
    std::string product;
    std::string guide;  // id; empty: the current one
    bool names_shown = true;
    bool open_to_all = true;
    std::vector<std::string> invited;
    start_from from = start_from::undecided;
    std::optional<window_request> until;  // none: the usual window

    friend bool operator==(start_request const&, start_request const&) = default;
};

/// A start that waits for a word of the person who asked: another assessment is open, the product has a
/// result already, or hidden names would hide little. The newest of each person is kept.
struct offered_start {
    std::string key;  // becomes the key of the assessment, so that it starts once
    std::string by;
    start_request wanted;

    friend bool operator==(offered_start const&, offered_start const&) = default;
};

/// What the platform says of a person, kept for the assessments of the channel.
struct profile {
    std::optional<unix_seconds> utc_offset;  // seconds ahead of UTC; none: not known
    unix_seconds at = 0;                     // when that was learned, 0: never
    unix_seconds asked = 0;                  // when the platform was asked last, 0: never
    std::optional<language> speaks;          // by their locale; none: not known, or not spoken here
    membership is = membership::unknown;
    unix_seconds gone_since = 0;  // when it was first seen that they left the workspace; 0: they have not

    friend bool operator==(profile const&, profile const&) = default;
};

/// A deed, with what it needs to be done.
struct wanted_deed {
    deed what = deed::pause;
    std::string user = {};       // invite, ask_someone, hand_over
    std::string question = {};   // ask_someone
    window_request window = {};  // extend; with neither days nor a date: two more days
    int insists = 0;             // finish: a finish_anyway
    bool confirmed = false;      // cancel, remove

    friend bool operator==(wanted_deed const&, wanted_deed const&) = default;
};

/// A deed that waits for the profile of the person who wants it: are they a workspace admin? One of each
/// person.
struct waiting_request {
    std::string by;
    int run = 0;  // number of the assessment
    wanted_deed wanted;
    unix_seconds at = 0;
    bool told = false;  // that it takes longer

    friend bool operator==(waiting_request const&, waiting_request const&) = default;
};

/// All assessments of one channel: the unit that is loaded, changed and stored at once.
struct channel_state {
    std::vector<assessment> assessments;  // oldest first
    std::vector<offered_start> offered;
    std::map<std::string, profile> profiles;  // by user
    std::optional<language> spoken;           // chosen for the channel; none: the operator's
    std::vector<waiting_request> waiting;     // oldest first
    int last_number = 0;                      // given to an assessment that is removed by now

    friend bool operator==(channel_state const&, channel_state const&) = default;
};

/// The state as readable JSON with a schema version, and back; the string says why it cannot be read.
std::string write_state(channel_state const& state);
std::variant<channel_state, std::string> read_state(std::string_view json);

}  // namespace crossroads
