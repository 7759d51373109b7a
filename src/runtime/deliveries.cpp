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

bool is_private(outgoing_message const& out)
{
    return out.content.who == message::audience::one_person || out.content.who == message::audience::direct ||
           out.content.who == message::audience::profile;
}

/// Where a message waits for its turn, and where all like it wait when the platform asks for it: posts are
/// counted for each channel, edits and messages to one person for each workspace.
std::string gate_of(outgoing_message const& out)
{
    if (out.content.edit)
        return "edit:" + std::string(tenant_of(out.conversation));
    if (is_private(out))
        return "ephemeral:" + std::string(tenant_of(out.conversation));
    return "post:" + out.conversation;
}

/// Part of a file's way, before the call that shows it.
bool is_unseen(outgoing_message const& out)
{
    return out.content.file && !(out.upload && out.upload->publishing);
}

std::chrono::sys_seconds at(std::int64_t unix_time)
{
    return std::chrono::sys_seconds{std::chrono::seconds{unix_time}};
}

}  // namespace

deliveries::deliveries(asio::any_io_executor executor, delivery_parts parts, delivery_settings settings)
    : executor_(std::move(executor)),
      parts_(std::move(parts)),
      channels_({parts_.channel, parts_.call, {}}, parts_.others),
      settings_(settings)
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
    auto out = channels_.to_outgoing(claimed);
    if (!out) {
        co_await refuse(std::move(claimed), {}, "unreadable");
        co_return;
    }
    if (claimed.attempts > 0 && !recall(claimed.id)) {
        // Tried before this process began: that call may still be on its way to the platform.
        remember(claimed.id, {});
        put_back(claimed, look_up_wait(*out));
        co_return;
    }
    if (auto const wait = wait_for_gates(*out); wait.count() > 0) {
        put_back(claimed, wait);
        co_return;
    }
    if (claimed.attempts > 0) {
        bool const done = co_await settled_by_last_attempt(claimed, *out);
        if (done)
            co_return;
    }
    auto call = channels_.of(out->conversation).wire.render(*out);
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
        if (recorded.error() == store_error::superseded)
            forget(claimed.id);
        else
            put_back(claimed, settings_.first_wait);
        co_return;
    }
    remember(claimed.id, {});
    for (;;) {
        auto result = co_await channels_.of(out.conversation).call(std::move(call));
        if (auto* failure = std::get_if<call_failure>(&result)) {
            co_await conclude_no_answer(std::move(claimed), std::move(out), std::move(*failure));
            co_return;
        }
        auto outcome = channels_.of(out.conversation).wire.interpret(out, std::get<http_response>(result));
        auto* next = std::get_if<upload_goes_on>(&outcome);
        if (next == nullptr) {
            co_await conclude(std::move(claimed), std::move(out), std::move(outcome));
            co_return;
        }
        out.upload = std::move(next->so_far);
        call = std::move(next->call);
    }
}

/// Before the last call of an upload there is nothing to be seen of it, whatever became of the others.
asio::awaitable<void>
deliveries::conclude_no_answer(claimed_message claimed, outgoing_message out, call_failure failure)
{
    parts_.counted.count("crossroads_deliveries_total", "outcome", "no_answer");
    spdlog::warn("the platform did not answer: {}", failure.reason);
    bool const may_be_seen = failure.maybe_received && !is_unseen(out);
    if (!may_be_seen && upload_is_hopeless(claimed.id, out)) {
        auto slot = out.content.slot;
        co_await refuse(std::move(claimed), std::move(slot), "no_answer");
        co_return;
    }
    if (!may_be_seen)
        remember(claimed.id, {last_attempt::outcome::not_sent, {}});
    put_back(claimed, may_be_seen ? look_up_wait(out) : back_off(claimed.attempts));
}

asio::awaitable<void>
deliveries::conclude(claimed_message claimed, outgoing_message out, delivery_outcome outcome)
{
    if (auto* sent = std::get_if<delivered>(&outcome)) {
        parts_.counted.count("crossroads_deliveries_total", "outcome", "delivered");
        co_await settle(std::move(claimed), std::move(sent->platform_id));
    } else if (auto* learned = std::get_if<learned_profile>(&outcome)) {
        co_await pass_on(std::move(claimed), std::move(learned->what));
    } else if (auto const* tried = std::get_if<retry_later>(&outcome);
               tried && !tried->after && upload_is_hopeless(claimed.id, out)) {
        co_await refuse(std::move(claimed), std::move(out.content.slot), "no_answer");
    } else if (auto const* later = std::get_if<retry_later>(&outcome)) {
        parts_.counted.count("crossroads_deliveries_total", "outcome", "retry_later");
        remember(claimed.id, {last_attempt::outcome::not_sent, {}});
        std::chrono::milliseconds wait = back_off(claimed.attempts);
        if (later->after) {
            wait = *later->after + *later->after / 10;
            gates_.close(gate_of(out), std::chrono::steady_clock::now() + wait);
        }
        put_back(claimed, wait);
    } else if (auto const* unknown = std::get_if<outcome_unknown>(&outcome)) {
        parts_.counted.count("crossroads_deliveries_total", "outcome", "unknown");
        spdlog::warn("what became of a message is unknown: {}", unknown->reason);
        put_back(claimed, std::max(look_up_wait(out), back_off(claimed.attempts)));
    } else if (auto const* blocked = std::get_if<installation_blocked>(&outcome)) {
        remember(claimed.id, {last_attempt::outcome::not_sent, {}});
        pause_workspace(claimed, *blocked);
    } else if (auto* refused = std::get_if<refused_for_good>(&outcome)) {
        if (refused->clean_up)
            co_await channels_.of(out.conversation).call(std::move(*refused->clean_up));
        co_await refuse(std::move(claimed), std::move(out.content.slot), std::move(refused->reason));
    } else if (std::holds_alternative<send_as_new>(outcome)) {
        co_await send_anew(std::move(claimed), std::move(out));
    }
}

/// Settled only when the conversation knows it: a crash in between asks the platform again.
asio::awaitable<void> deliveries::pass_on(claimed_message claimed, profile_known known)
{
    parts_.counted.count("crossroads_deliveries_total", "outcome", "learned");
    remember(claimed.id, {last_attempt::outcome::not_sent, {}});
    bool const told = co_await parts_.report_profile(claimed.conversation, claimed.id, std::move(known));
    if (told)
        co_await settle(std::move(claimed), {});
    else
        put_back(claimed, settings_.first_wait);
}

/// The edited message is gone: its newest content becomes a message of its own, which takes over the slot.
asio::awaitable<void> deliveries::send_anew(claimed_message claimed, outgoing_message out)
{
    parts_.counted.count("crossroads_deliveries_total", "outcome", "sent_as_new");
    out.content.edit = false;
    auto call = channels_.of(out.conversation).wire.render(out);
    if (!call) {
        co_await refuse(std::move(claimed), std::move(out.content.slot), "nowhere_to_send");
        co_return;
    }
    co_await send(std::move(claimed), std::move(out), std::move(*call));
}

/// Sent. If that cannot be put on record now, it is next time; a restart before that looks it up.
asio::awaitable<void> deliveries::settle(claimed_message claimed, std::string platform_id)
{
    remember(claimed.id, {last_attempt::outcome::sent, platform_id});
    auto const settled =
        co_await parts_.conversations.settle(claimed.conversation, claimed.id, std::move(platform_id));
    if (settled)
        forget(claimed.id);
    else
        put_back(claimed, settings_.first_wait);
}

asio::awaitable<bool> deliveries::settled_by_last_attempt(claimed_message claimed, outgoing_message out)
{
    auto last = recall(claimed.id).value_or(last_attempt{});
    switch (last.became) {
    case last_attempt::outcome::not_sent: co_return false;
    case last_attempt::outcome::sent:
        co_await settle(std::move(claimed), std::move(last.platform_id));
        co_return true;
    case last_attempt::outcome::unknown: break;
    }
    out.content.edit = false;  // an edit, too, may have become a new message
    co_return co_await settled_by_look_up(std::move(claimed), std::move(out));
}

asio::awaitable<bool> deliveries::settled_by_look_up(claimed_message claimed, outgoing_message out)
{
    auto call = channels_.of(out.conversation).wire.look_up(out, at(claimed.first_attempt));
    if (!call && !channels_.may_repeat(claimed, one_more_doubt(claimed.id))) {
        co_await refuse(std::move(claimed), std::move(out.content.slot), "outcome_unknown");
        co_return true;
    }
    if (!call)
        co_return false;
    parts_.counted.count("crossroads_deliveries_total", "outcome", "looked_up");
    auto const result = co_await channels_.of(out.conversation).call(std::move(*call));
    look_up_outcome seen = retry_later{};
    if (auto const* response = std::get_if<http_response>(&result))
        seen = channels_.of(out.conversation).wire.found(out, *response);
    if (std::holds_alternative<not_there>(seen))
        co_return false;
    if (auto* there = std::get_if<delivered>(&seen)) {
        co_await settle(std::move(claimed), std::move(there->platform_id));
        co_return true;
    }
    if (auto const* blocked = std::get_if<installation_blocked>(&seen)) {
        pause_workspace(claimed, *blocked);
        co_return true;
    }
    auto const* later = std::get_if<retry_later>(&seen);
    auto const wait = later && later->after ? std::chrono::milliseconds(*later->after) : look_up_wait(out);
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
    forget(claimed.id);
    co_await parts_.report_failure(
        std::move(claimed.conversation), std::move(claimed.id), std::move(slot), std::move(reason));
}

void deliveries::pause_workspace(claimed_message const& claimed, installation_blocked const& blocked)
{
    parts_.counted.count("crossroads_deliveries_total", "outcome", "blocked");
    auto const workspace = std::string(tenant_of(claimed.conversation));
    spdlog::error("{} refuses us: {}. Its messages wait until that is repaired", workspace, blocked.reason);
    gates_.close(workspace, std::chrono::steady_clock::now() + settings_.blocked_wait);
    put_back(claimed, settings_.blocked_wait);
}

std::chrono::milliseconds deliveries::wait_for_gates(outgoing_message const& out)
{
    auto const now = std::chrono::steady_clock::now();
    auto const workspace = std::string(tenant_of(out.conversation));
    constexpr pace unless_closed{std::chrono::milliseconds{0}, 1};
    if (auto const wait = gates_.pass(workspace, unless_closed, now); wait.count() > 0)
        return wait;
    auto const gate = gate_of(out);
    if (out.content.edit)
        return gates_.pass_in_turn(gate, out.conversation, settings_.edits, now);
    if (is_private(out))
        return gates_.pass_in_turn(gate, out.conversation, settings_.ephemerals, now);
    return gates_.pass(gate, settings_.posts, now);
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

std::chrono::milliseconds deliveries::look_up_wait(outgoing_message const& out) const
{
    return out.content.file ? settings_.unknown_file_wait : settings_.unknown_wait;
}

/// A file whose bytes cannot be brought to where the platform wants them must not hold up its conversation:
/// other messages go to another host.
bool deliveries::upload_is_hopeless(std::string const& id, outgoing_message const& out)
{
    if (!out.upload)
        return false;  // the Web API itself does not answer: the other messages wait for it, too
    std::lock_guard const lock(mutex_);
    return ++failed_uploads_[id] >= settings_.upload_attempts;
}

void deliveries::put_back(claimed_message const& claimed, std::chrono::milliseconds wait)
{
    parts_.conversations.release(claimed.conversation, claimed.id, wait);
}

void deliveries::remember(std::string const& id, last_attempt attempt)
{
    std::lock_guard const lock(mutex_);
    auto& last = tried_[id];
    attempt.doubts = last.doubts;
    last = std::move(attempt);
}

int deliveries::one_more_doubt(std::string const& id)
{
    std::lock_guard const lock(mutex_);
    return ++tried_[id].doubts;
}

std::optional<deliveries::last_attempt> deliveries::recall(std::string const& id) const
{
    std::lock_guard const lock(mutex_);
    auto const found = tried_.find(id);
    if (found == tried_.end())
        return std::nullopt;
    return found->second;
}

void deliveries::forget(std::string const& id)
{
    std::lock_guard const lock(mutex_);
    tried_.erase(id);
    failed_uploads_.erase(id);
}

}  // namespace crossroads
