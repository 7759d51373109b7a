#pragma once

#include "channel/platform.hpp"
#include "simulation/figures.hpp"
#include "simulation/trace.hpp"

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace crossroads::simulation {

/// What the service tells a conversation about a message of its own that was refused.
struct failure_report {
    std::string conversation;
    std::string id;
    std::string slot;
    std::string reason;
};

/// What the service tells a conversation about a person it asked for.
struct profile_report {
    std::string conversation;
    std::string id;
    profile_known known;
};

/// One event in the hands of its step: all it takes to play it again.
struct heard_turn {
    std::string conversation;
    std::vector<std::string> keys;
    http_request request;
    // Instead of a request:
    std::optional<failure_report> failure;
    std::optional<profile_report> profile;
    std::optional<std::int64_t> woken;  // the time it had asked for
    std::string random;                 // the 16 bytes it was given
    instant at;
    bool executed = false;
    bool remembered = false;  // its keys go to the store; what changed the state always is
    bool changed = false;
    bool applied = false;
    std::string before, after;  // states
    std::string acknowledgement;
};

/// The witness between the service and its store, over all lives of a run: sees every step with the state
/// it starts from, and says so when that is not the state the last one left.
class testimony {
public:
    testimony(trace& notes, figures& counted) : notes_(notes), counted_(counted) {}

    /// A step begins: `seen` is its conversation's state.
    void begins(std::string const& conversation, std::string_view seen);

    /// The step has run; what it made of the event may become durable or not.
    void has_run(std::shared_ptr<heard_turn> const& turn);

    /// The store acknowledged the event: with or without a step of its own.
    void acknowledged(std::shared_ptr<heard_turn> const& turn, std::string const& answer);

    /// The answer to this request was: later. It counts when it comes again.
    void not_heard(std::string const& body);

    /// Every turn that counts, in order: those that were applied and those that changed nothing.
    std::vector<std::shared_ptr<heard_turn>> turns() const;

    std::map<std::string, std::string> states() const;

    /// The state of every conversation a step was run for, as a restart reads it back.
    void check_read_back(std::function<std::string(std::string const&)> const& state_of);

    /// The service knows that a message was sent; `recorded`: and the store does.
    void known_to_be_sent(std::string const& id, bool recorded)
    {
        if (recorded)
            unrecorded_.erase(id);
        else
            unrecorded_.insert(id);
    }

    /// What the service alone knew to be sent, once it has ended: as good as lost replies.
    std::set<std::string> take_unrecorded() { return std::exchange(unrecorded_, {}); }

    void note(std::string_view what, std::string_view detail) { notes_.note(what, detail); }

    // What the service has in its hands at this moment.
    http_request request;
    std::optional<failure_report> failure;
    std::optional<profile_report> profile;
    std::optional<std::int64_t> woken;

private:
    struct known_event {
        std::string answer;
        instant at;
    };

    struct conversation_notes {
        std::string state;
        std::shared_ptr<heard_turn> uncertain;
        std::map<std::string, known_event> answers;  // by event key, of events the store knows
        std::map<std::string, std::string> unsure;  // the same of events that left the state as it was, while
                                                    // nothing tells whether the store knows them
    };

    void remember(conversation_notes& about, std::shared_ptr<heard_turn> const& turn);
    void apply(conversation_notes& about, std::shared_ptr<heard_turn> const& turn);

    trace& notes_;
    figures& counted_;
    std::map<std::string, conversation_notes> conversations_;
    std::set<std::string> unrecorded_;
    std::vector<std::shared_ptr<heard_turn>> turns_;  // all whose steps have run
};

}  // namespace crossroads::simulation
