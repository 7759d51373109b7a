#include "runtime/inbox.hpp"

#include "assessment/assessment.hpp"
#include "runtime/acknowledgement.hpp"
#include "runtime/kept_elsewhere.hpp"
#include "runtime/random.hpp"
#include "runtime/reach_book.hpp"
#include "storage/store_error.hpp"
#include "words/refusals.hpp"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <chrono>
#include <stdexcept>
#include <utility>
#include <variant>
#include <vector>

namespace crossroads {
namespace {

http_response with_status(unsigned status)
{
    http_response response;
    response.status = status;
    return response;
}

channel_state state_of(conversation_view const& view)
{
    if (view.state.empty())
        return {};
    auto read = read_state(view.state);
    if (auto const* problem = std::get_if<std::string>(&read))
        throw std::runtime_error("a stored conversation cannot be read: " + *problem);
    return std::get<channel_state>(std::move(read));
}

constexpr int most_notes = 8;  // a channel whose id changed that often

std::vector<stored_message> to_store(std::vector<message> const& messages)
{
    std::vector<stored_message> stored;
    stored.reserve(messages.size());
    for (auto const& one : messages)
        stored.push_back({one.slot, one.edit, write_message(one)});
    return stored;
}

/// A reply in a thread we do not know may be for us while a message of ours is tried and the platform's word
/// of it is missing: that message may be the thread's first. Then the reply must not be taken for somebody
/// else's and be lost; the platform repeats it.
bool may_be_in_our_thread(inbound const& arrived, conversation_view const& view)
{
    auto const& thread = arrived.what.thread;
    bool const is_repeated = arrived.answer_by.came_by == reply_path::origin::event;
    if (!view.may_have_sent || !is_repeated || thread.empty())
        return false;
    return std::ranges::none_of(view.sent, [&thread](auto const& one) { return one.second == thread; });
}

}  // namespace

boost::asio::awaitable<http_response> inbox::receive(http_request request)
{
    auto arrived = parts_.channel.receive(request, parts_.now());
    parts_.counted.count("crossroads_webhooks_total", "kind", arrived.kind);
    if (auto* immediate = std::get_if<http_response>(&arrived.outcome))
        co_return std::move(*immediate);
    auto& event = std::get<inbound>(arrived.outcome);
    auto const tenant = std::string(tenant_of(event.conversation));
    auto const place = shares_.enter(tenant, std::chrono::steady_clock::now());
    if (!place) {
        parts_.counted.count("crossroads_put_off_total", "tenant", tenant);
        co_return with_status(503);
    }
    if (parts_.reaches != nullptr) {
        auto const known = parts_.reaches->find(event.conversation);
        auto reach = parts_.channel.merged_reach(known, event.answer_by.reach);
        event.answer_by.reach = reach;
        // In a direct message one is elsewhere than in the conversation that it is about. Talk in a chat
        // where nothing was ever asked of us is not kept either.
        bool const is_here = event.answer_by.direct.empty();
        bool const is_talk = std::holds_alternative<typed_reply>(event.what.what) && known.empty();
        bool kept = true;
        if (is_here && !is_talk)
            kept = co_await learn_reach(event.conversation, std::move(reach));
        if (!kept)
            co_return with_status(503);
    }
    co_return co_await apply(std::move(event));
}

boost::asio::awaitable<bool> inbox::learn_reach(std::string conversation, std::string reach)
{
    auto const kept = co_await parts_.reaches->keep(std::move(conversation), std::move(reach));
    if (!kept)
        spdlog::warn("how a conversation is reached could not be stored: {}", kept.error().message());
    co_return kept.has_value();
}

boost::asio::awaitable<http_response> inbox::apply(inbound arrived)
{
    arrived.what.at = parts_.now().time_since_epoch().count();
    arrived.what.random = random_hex(16);
    // Shared: a step that waits behind others may run after transact() has given up waiting for it.
    auto const taken = std::make_shared<turn_in_hand>();
    taken->arrived = std::move(arrived);
    auto const stored = co_await apply_where_it_is_kept(taken);
    if (!stored && stored.error() == store_error::disk_low)
        co_return refuse_for_lack_of_space(taken->arrived.answer_by);
    if (!stored) {
        parts_.counted.count("crossroads_not_durable_total", "reason", stored.error().message());
        spdlog::warn("an event could not be stored: {}", stored.error().message());
        co_return with_status(503);
    }
    if (taken->too_early) {
        auto const tenant = tenant_of(taken->arrived.conversation);
        parts_.counted.count("crossroads_early_replies_total", "tenant", tenant);
        co_return with_status(503);
    }
    if (taken->said) {
        if (auto call = parts_.channel.call_for(*taken->said, taken->arrived.answer_by))
            parts_.call_at_once(std::move(*call));
    }
    auto acknowledged = read_acknowledgement(*stored);
    if (!acknowledged)
        co_return with_status(200);
    co_return std::move(*acknowledged);
}

/// Under the key of its channel, or the one the channel had when the conversation began.
boost::asio::awaitable<result<std::string>> inbox::apply_where_it_is_kept(std::shared_ptr<turn_in_hand> hand)
{
    auto conversation = hand->arrived.conversation;
    for (int notes = 0;; ++notes) {
        hand->kept_under.reset();
        auto keys = hand->arrived.event_keys;
        step apply_event = [this, hand](conversation_view const& view) { return take_turn(*hand, view); };
        auto stored =
            co_await parts_.conversations.transact(conversation, std::move(keys), std::move(apply_event));
        if (stored && hand->kept_under && notes < most_notes) {
            conversation = *hand->kept_under;
            continue;
        }
        auto const* moved = std::get_if<channel_moved>(&hand->arrived.what.what);
        if (!stored || moved == nullptr || !hand->said)
            co_return stored;
        auto noted = co_await note_where_it_is_kept(moved->to, std::move(conversation));
        co_return noted;
    }
}

/// Nothing was said in the channel under its new id before: that comes with the change.
boost::asio::awaitable<result<std::string>>
inbox::note_where_it_is_kept(std::string moved_to, std::string conversation)
{
    auto const place = parse_conversation_key(conversation);
    auto key = place ? conversation_key(place->platform, place->tenant, moved_to) : std::string();
    if (key.empty() || key == conversation)
        co_return std::string();
    step leave_note = [conversation](conversation_view const& view) {
        unit note;
        note.remember = view.state.empty();
        note.can_wait = false;
        note.state = write_kept_elsewhere(conversation);
        note.wake_at = 0;
        if (!view.state.empty() && view.state != *note.state)
            spdlog::error("{} has begun anew under its new id", conversation);
        return note;
    };
    auto noted = co_await parts_.conversations.transact(std::move(key), {}, std::move(leave_note));
    co_return noted;
}

/// Answered with 200: a repeat within minutes would only be refused again, and the person has been told.
http_response inbox::refuse_for_lack_of_space(reply_path const& answer_by)
{
    parts_.counted.count("crossroads_not_durable_total", "reason", "disk_low");
    reply const said = say_privately{no_space_card(parts_.spoken)};
    if (auto call = parts_.channel.call_for(said, answer_by))
        parts_.call_at_once(std::move(*call));
    return parts_.channel.acknowledge(said, answer_by);
}

unit inbox::take_turn(turn_in_hand& hand, conversation_view const& view) const
{
    unit stored;
    stored.remember = false;
    if (auto elsewhere = read_kept_elsewhere(view.state)) {
        auto const place = parse_conversation_key(hand.arrived.conversation);
        hand.kept_under = std::move(elsewhere);
        hand.channel = place ? place->channel : std::string();
        return stored;
    }
    if (auto const* moved = std::get_if<channel_moved>(&hand.arrived.what.what)) {
        if (view.state.empty())
            return stored;
        stored.sent.emplace(channel_slot, moved->to);
        stored.remember = true;
        hand.said = nothing_to_say{};
        return stored;
    }
    stored = advance_conversation(hand, view);
    auto const known = view.sent.find(std::string(channel_slot));
    bool const is_known = known != view.sent.end() && known->second == hand.channel;
    if (stored.remember && !hand.channel.empty() && !is_known)
        stored.sent.emplace(channel_slot, hand.channel);
    return stored;
}

unit inbox::advance_conversation(turn_in_hand& hand, conversation_view const& view) const
{
    surroundings around;
    around.current_guide = parts_.guides.current();
    around.guide_by_hash = [this](std::string_view sha256) { return parts_.guides.by_hash(sha256); };
    around.sent = &view.sent;
    around.command = parts_.command;
    around.kept = parts_.kept;
    around.window_days = parts_.window_days;
    around.second_opinion = parts_.second_opinion ? &*parts_.second_opinion : nullptr;
    around.spoken = parts_.spoken;
    around.draw = parts_.draw;

    auto taken = advance(around, state_of(view), hand.arrived.what);
    hand.too_early = !taken.changed && may_be_in_our_thread(hand.arrived, view);
    unit stored;
    stored.acknowledgement =
        write_acknowledgement(parts_.channel.acknowledge(taken.answer, hand.arrived.answer_by));
    // What was answered has been dealt with, also when it changed nothing: by the time of a repeat it might.
    bool const answered = !std::holds_alternative<nothing_to_say>(taken.answer);
    stored.remember = taken.changed || (answered && !view.state.empty());
    if (taken.changed) {
        stored.state = write_state(taken.next);
        stored.messages = to_store(taken.messages);
    }
    bool const woken = std::holds_alternative<time_came>(hand.arrived.what.what);
    if (taken.changed || (woken && view.wake_at != taken.wake_at)) {
        stored.wake_at = taken.wake_at;
        stored.remember = true;
    }
    hand.said = std::move(taken.answer);
    return stored;
}

boost::asio::awaitable<void>
inbox::report_failure(std::string conversation, std::string id, std::string slot, std::string reason)
{
    inbound failed;
    failed.conversation = std::move(conversation);
    failed.event_keys.push_back("failed:" + id);
    failed.what.what = delivery_failed{std::move(slot), std::move(reason)};
    auto const response = co_await apply(std::move(failed));
    if (response.status != 200)
        spdlog::error("a refused message could not be reported to its conversation");
}

boost::asio::awaitable<bool>
inbox::report_profile(std::string conversation, std::string id, profile_known known)
{
    inbound learned;
    learned.conversation = std::move(conversation);
    learned.event_keys.push_back("profile:" + id);
    learned.what.what = std::move(known);
    auto const response = co_await apply(std::move(learned));
    co_return response.status == 200;
}

boost::asio::awaitable<bool> inbox::wake(std::string conversation, std::int64_t due)
{
    inbound came;
    came.conversation = std::move(conversation);
    // With the time of day: a conversation may ask for the same time again, when a new owner has to be told.
    auto const now = parts_.now().time_since_epoch().count();
    came.event_keys.push_back("timer:" + std::to_string(due) + ":" + std::to_string(now));
    came.what.what = time_came{};
    auto const response = co_await apply(std::move(came));
    co_return response.status == 200;
}

}  // namespace crossroads
