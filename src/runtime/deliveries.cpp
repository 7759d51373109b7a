#include "runtime/deliveries.hpp"

#include "runtime/random.hpp"
#include "storage/store_error.hpp"

#include <boost/asio/strand.hpp>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <optional>
#include <utility>
#include <variant>

namespace asio = boost::asio;

namespace crossroads {
namespace {

std::optional<outgoing_message> to_outgoing(claimed_message const& claimed)
{
    auto content = read_message(claimed.body);
    if (!content)
        return std::nullopt;
    return outgoing_message{claimed.id, claimed.conversation, std::move(*content), claimed.sent};
}

std::chrono::sys_seconds at(std::int64_t unix_time)
{
    return std::chrono::sys_seconds{std::chrono::seconds{unix_time}};
}

}  // namespace

deliveries::deliveries(asio::any_io_executor executor, delivery_parts parts, delivery_settings settings)
    : executor_(std::move(executor)), parts_(std::move(parts)), settings_(settings)
{}

void deliveries::pump()
{
    std::vector<claimed_message> claimed;
    {
        std::lock_guard const lock(mutex_);
        if (stopped_ || in_flight_ >= settings_.in_flight)
            return;
        claimed = parts_.conversations.claim_outgoing(settings_.in_flight - in_flight_);
        in_flight_ += claimed.size();
    }
    for (auto& one : claimed)
        parts_.tasks.spawn(asio::make_strand(executor_), deliver(std::move(one)));
}

void deliveries::stop()
{
    std::lock_guard const lock(mutex_);
    stopped_ = true;
}

asio::awaitable<void> deliveries::deliver(claimed_message claimed)
{
    auto const conversation = claimed.conversation;
    auto const id = claimed.id;
    bool failed = false;
    try {
        co_await deliver_one(std::move(claimed));
    } catch (std::exception const& e) {
        spdlog::error("a delivery failed unexpectedly: {}", e.what());
        failed = true;
    }
    if (failed)
        parts_.conversations.release(conversation, id, settings_.blocked_wait);
    {
        std::lock_guard const lock(mutex_);
        --in_flight_;
    }
    pump();
}

asio::awaitable<void> deliveries::deliver_one(claimed_message claimed)
{
    auto out = to_outgoing(claimed);
    if (!out) {
        co_await refuse(std::move(claimed), {}, "unreadable");
        co_return;
    }
    if (auto const wait = wait_for_gates(*out); wait.count() > 0) {
        put_back(claimed, wait);
        co_return;
    }
    if (claimed.attempts > 0 && !is_certainly_not_sent(claimed.id)) {
        bool const done = co_await settled_by_look_up(claimed, *out);
        if (done)
            co_return;
    }
    auto call = parts_.channel.render(*out);
    if (!call) {
        auto slot = out->content.slot;
        co_await refuse(std::move(claimed), std::move(slot), "nowhere_to_send");
        co_return;
    }
    co_await send(std::move(claimed), std::move(*out), std::move(*call));
}

asio::awaitable<void> deliveries::send(claimed_message claimed, outgoing_message out, http_call call)
{
    auto const recorded = co_await parts_.conversations.record_attempt(
        claimed.conversation, claimed.id, parts_.now().time_since_epoch().count());
    if (!recorded) {
        if (recorded.error() != store_error::superseded)
            put_back(claimed, settings_.first_wait);
        co_return;
    }
    mark_not_sent(claimed.id, false);
    auto const result = co_await parts_.client.send(std::move(call));
    if (auto const* failure = std::get_if<call_failure>(&result)) {
        parts_.counted.count("crossroads_deliveries_total", "outcome", "no_answer");
        spdlog::warn("the platform did not answer: {}", failure->reason);
        mark_not_sent(claimed.id, !failure->maybe_received);
        put_back(claimed, failure->maybe_received ? settings_.unknown_wait : back_off(claimed.attempts));
        co_return;
    }
    auto outcome = parts_.channel.interpret(out, std::get<http_response>(result));
    co_await conclude(std::move(claimed), std::move(out), std::move(outcome));
}

asio::awaitable<void>
deliveries::conclude(claimed_message claimed, outgoing_message out, delivery_outcome outcome)
{
    if (auto* sent = std::get_if<delivered>(&outcome)) {
        parts_.counted.count("crossroads_deliveries_total", "outcome", "delivered");
        auto const settled = co_await parts_.conversations.settle(
            claimed.conversation, claimed.id, std::move(sent->platform_id));
        if (!settled)
            put_back(claimed, settings_.unknown_wait);  // sent, not on record: looked up next time
    } else if (auto const* later = std::get_if<retry_later>(&outcome)) {
        parts_.counted.count("crossroads_deliveries_total", "outcome", "retry_later");
        mark_not_sent(claimed.id, true);
        std::chrono::milliseconds wait = back_off(claimed.attempts);
        if (later->after) {
            wait = *later->after + *later->after / 10;
            gates_.close(claimed.conversation, std::chrono::steady_clock::now() + wait);
        }
        put_back(claimed, wait);
    } else if (auto const* unknown = std::get_if<outcome_unknown>(&outcome)) {
        parts_.counted.count("crossroads_deliveries_total", "outcome", "unknown");
        spdlog::warn("what became of a message is unknown: {}", unknown->reason);
        put_back(claimed, std::max(settings_.unknown_wait, back_off(claimed.attempts)));
    } else if (auto const* blocked = std::get_if<installation_blocked>(&outcome)) {
        parts_.counted.count("crossroads_deliveries_total", "outcome", "blocked");
        auto const workspace = std::string(tenant_of(claimed.conversation));
        spdlog::error(
            "{} refuses us: {}. Its messages wait until that is repaired", workspace, blocked->reason);
        gates_.close(workspace, std::chrono::steady_clock::now() + settings_.blocked_wait);
        mark_not_sent(claimed.id, true);
        put_back(claimed, settings_.blocked_wait);
    } else if (auto* refused = std::get_if<refused_for_good>(&outcome)) {
        if (refused->clean_up)
            co_await parts_.client.send(std::move(*refused->clean_up));
        co_await refuse(std::move(claimed), std::move(out.content.slot), std::move(refused->reason));
    } else if (std::holds_alternative<send_as_new>(outcome)) {
        co_await send_anew(std::move(claimed), std::move(out));
    }
}

/// The edited message is gone: its newest content becomes a message of its own, which takes over the slot.
asio::awaitable<void> deliveries::send_anew(claimed_message claimed, outgoing_message out)
{
    parts_.counted.count("crossroads_deliveries_total", "outcome", "sent_as_new");
    out.content.edit = false;
    auto call = parts_.channel.render(out);
    if (!call) {
        co_await refuse(std::move(claimed), std::move(out.content.slot), "nowhere_to_send");
        co_return;
    }
    co_await send(std::move(claimed), std::move(out), std::move(*call));
}

asio::awaitable<bool> deliveries::settled_by_look_up(claimed_message claimed, outgoing_message out)
{
    auto call = parts_.channel.look_up(out, at(claimed.first_attempt));
    if (!call)
        co_return false;
    parts_.counted.count("crossroads_deliveries_total", "outcome", "looked_up");
    auto const result = co_await parts_.client.send(std::move(*call));
    look_up_outcome seen = retry_later{};
    if (auto const* response = std::get_if<http_response>(&result))
        seen = parts_.channel.found(out, *response);
    if (std::holds_alternative<not_there>(seen))
        co_return false;
    if (auto* there = std::get_if<delivered>(&seen)) {
        auto const settled = co_await parts_.conversations.settle(
            claimed.conversation, claimed.id, std::move(there->platform_id));
        if (settled)
            co_return true;
    }
    auto const* later = std::get_if<retry_later>(&seen);
    auto const wait =
        later && later->after ? std::chrono::milliseconds(*later->after) : settings_.unknown_wait;
    put_back(claimed, wait);
    co_return true;
}

asio::awaitable<void> deliveries::refuse(claimed_message claimed, std::string slot, std::string reason)
{
    parts_.counted.count("crossroads_deliveries_total", "outcome", "refused");
    spdlog::error("a message will not be sent: {}", reason);
    auto const recorded = co_await parts_.conversations.give_up(claimed.conversation, claimed.id, reason);
    if (!recorded) {
        put_back(claimed, settings_.first_wait);
        co_return;
    }
    mark_not_sent(claimed.id, false);
    co_await parts_.report_failure(
        std::move(claimed.conversation), std::move(claimed.id), std::move(slot), std::move(reason));
}

std::chrono::milliseconds deliveries::wait_for_gates(outgoing_message const& out)
{
    auto const now = std::chrono::steady_clock::now();
    auto const workspace = std::string(tenant_of(out.conversation));
    constexpr pace unless_closed{std::chrono::milliseconds{0}, 1};
    for (auto const& gate : {workspace, out.conversation})
        if (auto const wait = gates_.pass(gate, unless_closed, now); wait.count() > 0)
            return wait;
    if (out.content.edit)
        return gates_.pass_in_turn("edit:" + workspace, out.conversation, settings_.edits, now);
    if (out.content.who == message::audience::one_person)
        return gates_.pass_in_turn("ephemeral:" + workspace, out.conversation, settings_.ephemerals, now);
    return gates_.pass("post:" + out.conversation, settings_.posts, now);
}

std::chrono::milliseconds deliveries::back_off(int attempts) const
{
    auto wait = settings_.first_wait;
    for (int i = 0; i < attempts && wait < settings_.longest_wait; ++i)
        wait *= 2;
    wait = std::min(wait, settings_.longest_wait);
    // Half fixed, half random: many conversations that failed together do not come back together.
    auto const share = std::stoul(random_hex(2), nullptr, 16);
    return wait / 2 + std::chrono::milliseconds{wait.count() / 2 * static_cast<long>(share) / 0xFFFF};
}

void deliveries::put_back(claimed_message const& claimed, std::chrono::milliseconds wait)
{
    parts_.conversations.release(claimed.conversation, claimed.id, wait);
}

void deliveries::mark_not_sent(std::string const& id, bool not_sent)
{
    std::lock_guard const lock(mutex_);
    if (not_sent)
        not_sent_.insert(id);
    else
        not_sent_.erase(id);
}

bool deliveries::is_certainly_not_sent(std::string const& id) const
{
    std::lock_guard const lock(mutex_);
    return not_sent_.contains(id);
}

}  // namespace crossroads
