#include "storage/files_store.hpp"

#include "channel/platform.hpp"
#include "storage/store_error.hpp"

#include <boost/asio/post.hpp>
#include <boost/asio/this_coro.hpp>

#include <chrono>
#include <utility>

namespace asio = boost::asio;

namespace crossroads {
namespace {

constexpr std::size_t key_limit = 512;

bool may_have_sent(stored_conversation const& stored)
{
    if (stored.outgoing.empty())
        return false;
    auto const& oldest = stored.outgoing.front();
    return oldest.attempts > 0 && !oldest.edit;
}

}  // namespace

std::int64_t system_seconds()
{
    auto const now = std::chrono::system_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::seconds>(now).count();
}

/// The turn of a conversation, until it is handed over to the writer or goes out of scope.
class files_store::held_turn {
public:
    held_turn(files_store& of, std::string conversation) : of_(of), conversation_(std::move(conversation)) {}

    held_turn(held_turn const&) = delete;
    held_turn& operator=(held_turn const&) = delete;

    ~held_turn()
    {
        if (held_)
            of_.leave_turn(conversation_);
    }

    void hand_over() { held_ = false; }

    std::string const& conversation() const { return conversation_; }

private:
    files_store& of_;
    std::string conversation_;
    bool held_ = true;
};

files_store::files_store(std::unique_ptr<disk> directory, files_store_settings settings)
    : settings_(std::move(settings)),
      directory_(std::move(directory)),
      io_(settings_.io ? settings_.io : asio::any_io_executor(own_thread_.emplace(1).get_executor())),
      ledger_(settings_.event_memory),
      turns_(settings_.waiting_per_conversation),
      schedule_(settings_.claims),
      wake_timer_(io_),
      writer_(
          *directory_, settings_, io_,
          {[this](auto& batch) { written(batch); },
           [this](auto& batch, error_code why) { failed(batch, why); },
           [this](ledger contents) { recovered(std::move(contents)); }, [this] { announce(); },
           [this](std::string const& after, std::uint64_t number) { return piece(after, number); }})
{
    writer_.start();
}

files_store::~files_store()
{
    if (!own_thread_)
        return;
    own_thread_->stop();
    own_thread_->join();
}

asio::awaitable<result<std::string>>
files_store::transact(std::string conversation, std::vector<std::string> event_keys, step apply)
{
    if (auto known = find_acknowledgement(conversation, event_keys))
        co_return std::move(*known);
    turn_step decide = [this, conversation, event_keys = std::move(event_keys),
                        apply = std::move(apply)](stored_conversation const& stored) {
        return decide_event(conversation, stored, event_keys, apply);
    };
    co_return co_await change(std::move(conversation), std::move(decide));
}

asio::awaitable<result<std::string>> files_store::change(std::string conversation, turn_step decide)
{
    static stored_conversation const nothing_stored;
    if (conversation.empty() || encode_key(conversation).size() > key_limit)
        co_return store_error::bad_conversation;

    auto const deadline = std::chrono::steady_clock::now() + settings_.durable_limit;
    asio::any_io_executor const executor = co_await asio::this_coro::executor;
    auto const place = enter_turn(conversation, executor);
    if (!place)
        co_return place.error();
    if (*place) {
        auto const granted = co_await pending_result<void>::wait(*place, deadline);
        if (!granted)
            co_return granted.error();
    }
    held_turn turn(*this, std::move(conversation));

    auto const generation = writer_.generation();
    if (!generation)
        co_return store_error::not_ready;
    auto const stored = find(turn.conversation());
    auto decided = decide(stored ? *stored : nothing_stored);
    if (auto* done = std::get_if<already_done>(&decided))
        co_return std::move(done->acknowledgement);
    if (auto const* refused = std::get_if<error_code>(&decided))
        co_return *refused;
    auto& proposed = std::get<proposed_change>(decided);
    if (!stored && proposed.can_wait && writer_.disk_low())
        co_return store_error::disk_low;
    std::string acknowledgement;
    if (auto const* event = std::get_if<event_record>(&proposed.what))
        acknowledgement = event->acknowledgement->text;
    auto outcome = std::make_shared<pending_result<void>>(executor);
    journal_entry entry{turn.conversation(), std::move(proposed.what), std::move(proposed.payload), outcome};
    if (auto const refused = writer_.submit(std::move(entry), *generation))
        co_return refused;
    turn.hand_over();
    auto const durable = co_await pending_result<void>::wait(std::move(outcome), deadline);
    if (!durable)
        co_return durable.error();
    co_return acknowledgement;
}

asio::awaitable<result<void>> files_store::take_turn_and_change(std::string conversation, turn_step decide)
{
    auto const changed = co_await change(std::move(conversation), std::move(decide));
    if (!changed)
        co_return changed.error();
    co_return result<void>();
}

files_store::decision_of_turn files_store::decide_event(
    std::string const& conversation, stored_conversation const& stored,
    std::vector<std::string> const& event_keys, step const& apply)
{
    event_record what;
    for (auto const& key : event_keys)
        what.events.push_back(event_id_of(key));
    if (auto const* known = stored.find_acknowledgement(what.events, oldest_event()))
        return already_done{known->text};

    unit changed = apply({stored.state.text, stored.sent, may_have_sent(stored), stored.wake_at});
    if (!changed.remember)
        return already_done{std::move(changed.acknowledgement)};
    if (changed.state && changed.state->size() > settings_.state_bytes)
        return make_error_code(store_error::state_too_large);
    if (!changed.messages.empty() && owes_too_much(conversation))
        return make_error_code(store_error::overloaded);

    auto acknowledgement = as_opaque(std::move(changed.acknowledgement));
    auto state = as_opaque(std::move(changed.state).value_or(std::string()));
    if (!acknowledgement || !state)
        return make_error_code(store_error::not_text);
    what.at = settings_.clock();
    what.acknowledgement = std::make_shared<opaque_text const>(std::move(*acknowledgement));
    if (changed.state)
        what.state = std::move(state);
    what.wake_at = changed.wake_at;
    what.sent = std::move(changed.sent);
    for (auto& message : changed.messages) {
        auto body = as_opaque(std::move(message.body));
        if (!body)
            return make_error_code(store_error::not_text);
        what.messages.push_back({std::move(message.slot), message.edit, std::move(*body)});
    }
    auto payload = write_payload(what, event_keys);
    if (!payload)
        return make_error_code(store_error::not_text);
    if (payload->size() + payload->pieces.size() * 24 > line_limit - line_limit / 4)
        return make_error_code(store_error::unit_too_large);
    return proposed_change{std::move(what), std::move(*payload), changed.can_wait};
}

files_store::decision_of_turn files_store::propose(record what)
{
    auto payload = write_payload(what);
    if (!payload)
        return make_error_code(store_error::not_text);
    return proposed_change{std::move(what), std::move(*payload)};
}

asio::awaitable<result<void>>
files_store::record_attempt(std::string conversation, std::string id, std::int64_t at)
{
    turn_step decide = [id = std::move(id), at](stored_conversation const& stored) -> decision_of_turn {
        auto const* message = stored.find_outgoing(id);
        if (message == nullptr)
            return make_error_code(store_error::superseded);
        return propose(attempt_record{id, message->attempts + 1, at});
    };
    co_return co_await take_turn_and_change(std::move(conversation), std::move(decide));
}

asio::awaitable<result<void>>
files_store::settle(std::string conversation, std::string id, std::string platform_id)
{
    turn_step decide = [id = std::move(id), platform_id = std::move(platform_id)](
                           stored_conversation const& stored) -> decision_of_turn {
        auto const* message = stored.find_outgoing(id);
        if (message == nullptr)
            return already_done{};
        return propose(sent_record{id, message->slot, platform_id});
    };
    co_return co_await take_turn_and_change(std::move(conversation), std::move(decide));
}

asio::awaitable<result<void>>
files_store::give_up(std::string conversation, std::string id, std::string reason)
{
    turn_step decide = [this, id = std::move(id),
                        reason = std::move(reason)](stored_conversation const& stored) -> decision_of_turn {
        if (stored.find_outgoing(id) == nullptr)
            return already_done{};
        return propose(gave_up_record{id, reason, settings_.clock()});
    };
    co_return co_await take_turn_and_change(std::move(conversation), std::move(decide));
}

asio::awaitable<result<void>> files_store::send_again(std::string conversation, std::string id)
{
    turn_step decide = [id = std::move(id)](stored_conversation const& stored) -> decision_of_turn {
        auto const* letter = stored.find_given_up(id);
        if (letter == nullptr)
            return make_error_code(store_error::not_given_up);
        if (letter->slot.empty() || letter->overtaken)
            return make_error_code(store_error::out_of_place);
        return propose(sent_again_record{id});
    };
    co_return co_await take_turn_and_change(std::move(conversation), std::move(decide));
}

asio::awaitable<result<void>> files_store::discard(std::string conversation, std::string id)
{
    turn_step decide = [id = std::move(id)](stored_conversation const& stored) -> decision_of_turn {
        if (stored.find_given_up(id) == nullptr)
            return make_error_code(store_error::not_given_up);
        return propose(discarded_record{id});
    };
    co_return co_await take_turn_and_change(std::move(conversation), std::move(decide));
}

asio::awaitable<result<void>> files_store::erase(std::string conversation)
{
    turn_step decide = [](stored_conversation const& stored) -> decision_of_turn {
        if (stored.version == 0)
            return already_done{};
        return propose(erased_record{});
    };
    co_return co_await take_turn_and_change(std::move(conversation), std::move(decide));
}

asio::awaitable<result<void>> files_store::stop(std::chrono::steady_clock::duration limit)
{
    auto const deadline = std::chrono::steady_clock::now() + limit;
    asio::any_io_executor const executor = co_await asio::this_coro::executor;
    auto stopped = std::make_shared<pending_result<void>>(executor);
    writer_.stop(
        [stopped](error_code failed) { stopped->complete(failed ? result<void>(failed) : result<void>()); });
    co_return co_await pending_result<void>::wait(std::move(stopped), deadline);
}

std::optional<std::string> files_store::find_acknowledgement(
    std::string const& conversation, std::vector<std::string> const& event_keys) const
{
    std::vector<event_id> ids;
    ids.reserve(event_keys.size());
    for (auto const& key : event_keys)
        ids.push_back(event_id_of(key));
    std::int64_t const since = oldest_event();
    std::lock_guard const lock(mutex_);
    auto const stored = ledger_.find(conversation);
    auto const* known = stored ? stored->find_acknowledgement(ids, since) : nullptr;
    if (known == nullptr)
        return std::nullopt;
    return known->text;
}

bool files_store::owes_too_much(std::string const& conversation) const
{
    std::lock_guard const lock(mutex_);
    return ledger_.pending(tenant_of(conversation)) >= settings_.messages_per_tenant;
}

std::int64_t files_store::oldest_event() const
{
    return settings_.clock() - settings_.event_memory.count();
}

result<conversation_turns::waiter>
files_store::enter_turn(std::string const& conversation, asio::any_io_executor const& executor)
{
    std::lock_guard const lock(mutex_);
    return turns_.enter(conversation, executor);
}

void files_store::leave_turn(std::string const& conversation)
{
    std::lock_guard const lock(mutex_);
    turns_.leave(conversation);
}

// The holder of a conversation's turn may read what this gives without the mutex: only a line of that
// conversation changes it, and a recovery puts another one in its place.
std::shared_ptr<stored_conversation const> files_store::find(std::string const& conversation) const
{
    std::lock_guard const lock(mutex_);
    return ledger_.find(conversation);
}

}  // namespace crossroads
