#include "simulation/witness_store.hpp"

#include <utility>

namespace crossroads::simulation {
namespace {

/// The event that the service is about to hand to the store, as the witness sees it.
std::shared_ptr<heard_turn>
turn_of(testimony& heard, std::string const& conversation, std::vector<std::string> const& keys)
{
    auto turn = std::make_shared<heard_turn>();
    turn->conversation = conversation;
    turn->keys = keys;
    turn->failure = std::exchange(heard.failure, std::nullopt);
    turn->profile = std::exchange(heard.profile, std::nullopt);
    turn->woken = std::exchange(heard.woken, std::nullopt);
    if (!turn->failure && !turn->profile && !turn->woken)
        turn->request = heard.request;
    turn->random = simulated_machine::last_16_random_bytes();
    turn->at = simulated_machine::now();
    return turn;
}

}  // namespace

boost::asio::awaitable<result<std::string>>
witness_store::transact(std::string conversation, std::vector<std::string> event_keys, step apply)
{
    auto const turn = turn_of(heard_, conversation, event_keys);
    auto* const heard = &heard_;
    bool const forgets = broken_ == sabotage::wake_ups_are_forgotten;
    step watched = [turn, heard, forgets, apply = std::move(apply)](conversation_view const& view) {
        heard->begins(turn->conversation, view.state);
        turn->before = view.state;
        auto made = apply(view);
        turn->remembered = made.remember;
        turn->changed = made.state.has_value();
        turn->after = made.state.value_or(turn->before);
        turn->acknowledgement = made.acknowledgement;
        heard->has_run(turn);
        if (forgets && made.wake_at)
            made.wake_at = 0;
        return made;
    };
    if (broken_ == sabotage::events_are_not_recognised)
        for (auto& key : event_keys)
            key += " " + std::to_string(++repeats_);
    auto done = co_await real_.transact(std::move(conversation), std::move(event_keys), std::move(watched));
    if (!done && broken_ == sabotage::answers_before_durable && turn->executed)
        done = turn->acknowledgement;
    if (done)
        heard_.acknowledged(turn, *done);
    co_return done;
}

std::vector<claimed_message> witness_store::claim_outgoing(std::size_t limit)
{
    auto claimed = real_.claim_outgoing(limit);
    if (broken_ == sabotage::attempts_are_sent_blindly)
        for (auto& one : claimed)
            one.attempts = 0;
    for (auto const& one : claimed)
        heard_.note("claimed", one.conversation + " " + one.id);
    return claimed;
}

boost::asio::awaitable<result<void>>
witness_store::record_attempt(std::string conversation, std::string id, std::int64_t at)
{
    if (broken_ == sabotage::attempts_are_not_recorded)
        co_return result<void>();
    co_return co_await real_.record_attempt(std::move(conversation), std::move(id), at);
}

boost::asio::awaitable<result<void>>
witness_store::settle(std::string conversation, std::string id, std::string platform_id)
{
    auto const settled = co_await real_.settle(std::move(conversation), id, std::move(platform_id));
    heard_.known_to_be_sent(id, settled.has_value());
    co_return settled;
}

void witness_store::release(
    std::string const& conversation, std::string const& id, std::chrono::steady_clock::duration wait)
{
    heard_.note("put back", conversation + " " + id);
    if (broken_ != sabotage::waiting_messages_are_forgotten)
        real_.release(conversation, id, wait);
}

}  // namespace crossroads::simulation
