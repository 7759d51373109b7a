#pragma once

#include "assessment/contact.hpp"
#include "channel/platform.hpp"
#include "runtime/counters.hpp"
#include "runtime/guide_library.hpp"
#include "runtime/tenant_shares.hpp"
#include "storage/store.hpp"

#include <boost/asio/awaitable.hpp>

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace crossroads {

class reach_book;
struct result_picture;

/// What the inbox works with. All of it outlives the inbox.
struct inbox_parts {
    store& conversations;
    platform const& channel;
    guide_library const& guides;
    counters& counted;
    std::function<std::chrono::sys_seconds()> now;
    std::string command = "/assess";
    /// Makes a call at once and forgets it: a modal to open, an ephemeral message.
    std::function<void(http_call)> call_at_once;
    share_settings shares = {};
    retention kept = {};
    /// Draws a result (surroundings::draw).
    std::function<std::string(result_picture const&)> draw = {};
    /// Of channels that chose none (surroundings::spoken).
    language spoken = language::english;
    int window_days = 0;                                   // surroundings::window_days
    std::optional<contact> second_opinion = std::nullopt;  // surroundings::second_opinion
    /// Where it is kept how conversations are reached. None: their keys say everything.
    reach_book* reaches = nullptr;
};

/// Where webhooks enter: verify, decode, one transaction on the conversation, and only then the answer.
/// Safe to use from any thread.
class inbox {
public:
    explicit inbox(inbox_parts parts) : parts_(std::move(parts)), shares_(parts_.shares) {}

    /// Answers one webhook. 503 when what it asks for could not be made durable, or its tenant has more than
    /// its share of a crowded service: the platform repeats it.
    boost::asio::awaitable<http_response> receive(http_request request);

    /// Tells a conversation that one of its messages was refused for good. `id` is the message's own.
    boost::asio::awaitable<void>
    report_failure(std::string conversation, std::string id, std::string slot, std::string reason);

    /// Tells a conversation that the time it asked for, `due`, has come. False: could not be made durable.
    boost::asio::awaitable<bool> wake(std::string conversation, std::int64_t due);

    /// Tells a conversation what the platform says of a person it asked about. `id` is that of the question.
    /// False: could not be made durable.
    boost::asio::awaitable<bool>
    report_profile(std::string conversation, std::string id, profile_known known);

private:
    /// An event on its way through its step, and what the step says to the person who acted.
    struct turn_in_hand {
        inbound arrived;
        std::optional<reply> said;
        bool too_early = false;  // whether it is for us shows when it is known what became of a message
        std::optional<std::string> kept_under;  // the key of the conversation, if it is another
        std::string channel;                    // the id the channel has now, if it had another once
    };

    boost::asio::awaitable<http_response> apply(inbound arrived);

    /// Joins the news of how a conversation is reached with what is known, and keeps it. False: could not be
    /// made durable.
    boost::asio::awaitable<bool> learn_reach(std::string conversation, std::string reach);
    boost::asio::awaitable<result<std::string>> apply_where_it_is_kept(std::shared_ptr<turn_in_hand> hand);
    boost::asio::awaitable<result<std::string>>
    note_where_it_is_kept(std::string moved_to, std::string conversation);
    http_response refuse_for_lack_of_space(reply_path const& answer_by);
    unit take_turn(turn_in_hand& hand, conversation_view const& view) const;
    unit advance_conversation(turn_in_hand& hand, conversation_view const& view) const;

    inbox_parts parts_;
    tenant_shares shares_;
};

}  // namespace crossroads
