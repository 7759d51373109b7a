#pragma once

#include "assessment/event.hpp"
#include "assessment/turn.hpp"
#include "channel/http_message.hpp"

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace crossroads {

/// Where a conversation lives, and the key it is stored under: "slack:T1:C42".
/// Bytes outside [A-Za-z0-9._@;=+-] of each part are percent-encoded. Empty, which is no key, when a part is
/// empty or the key would have more than 512 bytes.
std::string conversation_key(std::string_view platform, std::string_view tenant, std::string_view channel);

/// The parts of a key that conversation_key() made.
struct conversation_address {
    std::string platform;
    std::string tenant;
    std::string channel;
};

std::optional<conversation_address> parse_conversation_key(std::string_view key);

/// Whose conversation it is: "slack:T1" of "slack:T1:C42". The whole of a key that has no such part.
std::string_view tenant_of(std::string_view key);

/// How to answer the person who acted; kept by the platform between receive() and reply calls.
struct reply_path {
    std::string user;
    std::string channel;
    std::string thread;
    std::string direct;        // the direct message the person acted in, which is about `channel`; or empty
    std::string trigger;       // Slack trigger_id, good for 3 s
    std::string response_url;  // Slack, 5 uses in 30 min
    std::string view;          // the open form the person acted in (Slack view id), or empty
    std::string view_hash;     // its version: an update of an older one is refused
    std::string reach;         // how to reach the conversation: news of it, then what merged_reach() makes
    std::string locale;        // of the person's client, "de-DE"; or empty
    bool alone = false;        // nobody else reads the conversation: a post in it is private
    bool in_answer = false;    // Teams: the HTTP answer can carry a card (an Action.Execute)
    bool own_card = false;     // Teams: the card acted on is this person's alone, and is to be replaced
    enum class origin { command, press, submission, event } came_by = origin::event;
};

/// A webhook understood: what happened, where, and the ids under which a repeat is recognised.
struct inbound {
    std::string conversation;             // conversation_key()
    std::vector<std::string> event_keys;  // any of them seen before: the same event
    event what;                           // `at` and `random` are filled in by the service
    reply_path answer_by;
};

/// What became of one request. `kind` is for counters: the platform's own name of what came
/// ("slash_command", "block_actions", "message"); after "ignored:" when it is understood and left alone,
/// after "unknown:" when nothing here handles it, after "refused:" the reason of a refusal.
struct received {
    std::string kind;
    std::variant<inbound, http_response> outcome;
};

/// A file on its way to the platform, between two of the calls that it takes.
struct file_upload {
    std::string file;         // the platform's id of it
    bool publishing = false;  // the call on its way is the one that shows it; nobody can see it before
};

/// In `sent`: the id the channel has by now, where the platform changed it. Not a message's slot.
inline constexpr std::string_view channel_slot = "channel";

/// A committed message of the bot on its way out, with what is needed to address it.
struct outgoing_message {
    std::string id;            // our own, unique; travels in the platform's metadata
    std::string conversation;  // conversation_key()
    message content;
    std::map<std::string, std::string> sent;  // slot -> platform id, of this conversation
    std::optional<file_upload> upload =
        std::nullopt;        // how far its file has come; none: no further than render()
    std::string reach = {};  // how to reach the conversation, as merged_reach() said last
};

// What became of a call to the platform.
struct delivered {
    std::string platform_id;  // Slack: ts; empty for what cannot be edited
};

struct retry_later {
    std::optional<std::chrono::seconds> after;  // the platform's own word; none: back off
};

/// The request may or may not have had its effect: look it up before sending again.
struct outcome_unknown {
    std::string reason;
};

/// The platform does not accept this installation any more; nothing is sent until that is repaired.
struct installation_blocked {
    std::string reason;
};

/// This message can never be sent as it is.
struct refused_for_good {
    std::string reason;
    /// To be made once, its answer ignored: takes back a reply that arrived outside of its thread.
    std::optional<http_call> clean_up = std::nullopt;
};

/// The message that an edit was for is gone or closed: to be sent as a new one (`content.edit = false`).
struct send_as_new {
    std::string reason;
};

/// The answer to a message::audience::profile.
struct learned_profile {
    profile_known what;
};

/// One more call to be made at once; its answer is for interpret(), with `so_far` in the message.
struct upload_goes_on {
    http_call call;
    file_upload so_far;
};

using delivery_outcome = std::variant<
    delivered, learned_profile, retry_later, outcome_unknown, installation_blocked, refused_for_good,
    send_as_new, upload_goes_on>;

/// The platform does not have the message, or has no way to tell.
struct not_there {};

/// What a look-up shows; retry_later: nothing yet, look up again.
using look_up_outcome = std::variant<delivered, not_there, retry_later, installation_blocked>;

/// One chat platform's wire: bytes to events, messages to bytes. No I/O; safe to use from any thread.
class platform {
public:
    virtual ~platform() = default;

    /// Verifies the sender over the raw body, then decodes. Never throws on any input.
    virtual received receive(http_request const& request, std::chrono::sys_seconds now) const = 0;

    /// The HTTP answer to the webhook that `said` replies to.
    virtual http_response acknowledge(reply const& said, reply_path const& to) const = 0;

    /// The call that shows `said` when the HTTP answer cannot carry it (a modal, an ephemeral message);
    /// made at once, outside of the delivery queue, and not repeated.
    virtual std::optional<http_call> call_for(reply const& said, reply_path const& to) const = 0;

    /// The call that sends or edits `out`; none when it cannot be addressed (its thread or the message it
    /// edits was never sent).
    virtual std::optional<http_call> render(outgoing_message const& out) const = 0;

    /// What the answer to the call of render() says, or to that of upload_goes_on.
    virtual delivery_outcome interpret(outgoing_message const& out, http_response const& response) const = 0;

    /// The call that finds out whether `out`, first tried at `since`, arrived; none when the platform has
    /// no way to tell.
    virtual std::optional<http_call>
    look_up(outgoing_message const& out, std::chrono::sys_seconds since) const = 0;

    /// What `response` to look_up() says about `out`.
    virtual look_up_outcome found(outgoing_message const& out, http_response const& response) const = 0;

    /// Whether `out` may be sent again although look_up() gives nothing and nobody can tell whether the last
    /// of `attempts` attempts had its effect.
    virtual bool may_repeat(outgoing_message const& /*out*/, int /*doubts*/) const { return true; }

    /// How a conversation is reached, in the platform's own words, from what was `known` (empty at first) and
    /// the news of a reply_path. It is kept with the conversation when it differs from `known`, unless the
    /// person acted in a direct message. Empty for platforms whose conversation keys say everything.
    virtual std::string merged_reach(std::string_view /*known*/, std::string_view /*news*/) const
    {
        return {};
    }
};

/// A message as the store keeps it, and back; none if it cannot be read.
std::string write_message(message const& content);
std::optional<message> read_message(std::string_view json);

}  // namespace crossroads
