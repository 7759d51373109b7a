#include "src/storage/store_life.hpp"

#include "storage/storage_failure.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <utility>

namespace asio = boost::asio;

namespace crossroads {
namespace {

constexpr int conversations = 3;

std::string name_of(int conversation)
{
    return fmt::format("slack:T1:C{}", conversation);
}

std::vector<int> list_of(std::string_view state)
{
    if (state.empty())
        return {};
    return nlohmann::json::parse(state).get<std::vector<int>>();
}

bool starts_with(std::vector<int> const& list, std::vector<int> const& beginning)
{
    return list.size() >= beginning.size() && std::equal(beginning.begin(), beginning.end(), list.begin());
}

std::string slot_of(bool edit, int number)
{
    return edit ? "board" : fmt::format("slot {}", number);
}

int number_of(std::string const& body)
{
    return nlohmann::json::parse(body)["n"].get<int>();
}

/// Adds the event to the list that is the state, and owes one message for it.
unit apply_event(
    int number, bool edit, std::size_t padding, conversation_view const& seen, std::vector<int>& applied)
{
    applied = list_of(seen.state);
    applied.push_back(number);
    unit changed;
    changed.state = nlohmann::json(applied).dump();
    changed.acknowledgement = fmt::format("ack {}", number);
    changed.messages.push_back(
        {slot_of(edit, number), edit,
         fmt::format(R"({{"n":{},"pad":"{}"}})", number, std::string(padding, 'x'))});
    return changed;
}

}  // namespace

store_life::store_life(
    asio::io_context& context, std::uint64_t seed, disk_faults broken_promises, life_findings& findings)
    : context_(context),
      seed_(seed),
      random_(seed),
      broken_promises_(broken_promises),
      findings_(findings),
      platter_(seed ^ 0x5bd1e995)
{}

void store_life::run()
{
    auto const lives = 1 + random_.below(4);
    for (std::uint64_t life = 0; life < lives; ++life) {
        platter_.faults = broken_promises_;
        if (!random_.one_in(4))
            platter_.faults.operations_until_power_cut = 1 + random_.below(120);
        if (random_.one_in(3))
            platter_.faults.failed_sync_one_in = 3 + random_.below(30);
        if (random_.one_in(8))
            platter_.faults.capacity = 2000 + random_.below(30'000);
        if (start())
            live();
        store_.reset();
        if (!platter_.has_power() || random_.one_in(3)) {
            platter_.power_cycle();
            ++findings_.power_cuts;
        }
        platter_.faults = broken_promises_;
        if (!start())
            return;
        check_states();
        store_.reset();
    }
    finish();
}

files_store_settings store_life::settings()
{
    files_store_settings settings;
    settings.io = context_.get_executor();
    settings.tick_every = {};
    settings.retry_every = {};
    settings.snapshot_bytes = 1000 + random_.below(20'000);
    settings.low_space_bytes = 0;
    settings.low_space_percent = 0;
    settings.clock = [this] { return now_; };
    return settings;
}

/// False when there is no store: the disk fails, or, which is a finding, nothing failed and it refused.
bool store_life::start()
{
    bool const faultless = platter_.faults.operations_until_power_cut == 0 &&
                           platter_.faults.failed_sync_one_in == 0 && platter_.faults.capacity == 0;
    try {
        store_ = std::make_unique<files_store>(std::make_unique<simulated_disk>(platter_), settings());
        return true;
    } catch (storage_failure const& failure) {
        if (faultless || failure.kind() != failure_kind::unusable)
            find(&life_findings::refused, failure.what());
        return false;
    }
}

void store_life::live()
{
    auto const rounds = 1 + random_.below(14);
    for (std::uint64_t round = 0; round < rounds && platter_.has_power(); ++round) {
        act();
        settle_tasks();
        now_ += static_cast<std::int64_t>(random_.below(600));
        if (random_.one_in(3) || !store_->ready()) {
            findings_.failed_disks += store_->ready() ? 0U : 1U;
            store_->tick();
            settle_tasks();
        }
    }
    if (platter_.has_power() && random_.one_in(4)) {
        begin(stop());
        settle_tasks();
    }
}

template <class Call>
void store_life::begin(Call call)
{
    ++busy_;
    asio::co_spawn(context_, std::move(call), [this](std::exception_ptr const& escaped) {
        --busy_;
        if (escaped)
            find(&life_findings::stuck, "a call threw");
    });
}

asio::awaitable<void> store_life::stop()
{
    co_await store_->stop(std::chrono::seconds(5));
}

asio::awaitable<void> store_life::look(std::string conversation, step read)
{
    std::vector<std::string> keys;
    co_await store_->transact(std::move(conversation), std::move(keys), std::move(read));
}

void store_life::act()
{
    auto const count = 1 + random_.below(4);
    for (std::uint64_t i = 0; i < count; ++i) {
        sent_event* event = nullptr;
        if (!events_.empty() && random_.one_in(4)) {
            event = events_[random_.below(events_.size())].get();
        } else {
            int const number = static_cast<int>(events_.size());
            events_.push_back(std::make_unique<sent_event>());
            event = events_.back().get();
            event->number = number;
            event->conversation = static_cast<int>(random_.below(conversations));
            event->edit = random_.one_in(3);
        }
        begin(send_event(event));
    }
    for (auto& message : store_->claim_outgoing(random_.below(3)))
        begin(deliver(std::move(message)));
}

asio::awaitable<void> store_life::send_event(sent_event* event)
{
    std::vector<int> applied;
    auto* const known = &known_[event->conversation];
    step apply = [event, padding = random_.below(700), &applied](conversation_view const& seen) {
        return apply_event(event->number, event->edit, padding, seen, applied);
    };
    std::vector<std::string> keys(1, fmt::format("event {}", event->number));
    if (random_.one_in(5))
        keys.push_back(fmt::format("other key of {}", event->number));
    auto const done =
        co_await store_->transact(name_of(event->conversation), std::move(keys), std::move(apply));
    if (!done)
        co_return;
    if (*done != fmt::format("ack {}", event->number))
        find(&life_findings::twice, fmt::format("event {} was answered {}", event->number, *done));
    event->acknowledged = true;
    ++findings_.acknowledged;
    if (applied.empty())
        co_return;
    if (!starts_with(applied, known->applied))
        find(&life_findings::lost, fmt::format("{} became {}", known->applied, applied));
    known->applied = std::move(applied);
}

asio::awaitable<void> store_life::deliver(claimed_message message)
{
    auto& known = known_[message.conversation.back() - '0'];
    int const number = number_of(message.body);
    if (known.settled.contains(number))
        find(&life_findings::twice, fmt::format("message {} claimed after it was settled", number));
    if (known.tried.contains(number) && message.attempts == 0)
        find(&life_findings::lost, fmt::format("the attempt of message {}", number));
    auto const attempt = co_await store_->record_attempt(message.conversation, message.id, now_);
    if (attempt)
        known.tried.insert(number);
    if (!attempt || (!draining_ && random_.one_in(5))) {
        store_->release(message.conversation, message.id, {});
        co_return;
    }
    bool const give_up = !draining_ && random_.one_in(6);
    std::string const slot = slot_of(events_[static_cast<std::size_t>(number)]->edit, number);
    std::string const platform_id = fmt::format("ts {}", number);
    auto settling = give_up ? store_->give_up(message.conversation, message.id, "gone")
                            : store_->settle(message.conversation, message.id, platform_id);
    auto const settled = co_await std::move(settling);
    if (!settled) {
        known.unsure.insert(number);
        store_->release(message.conversation, message.id, {});
        co_return;
    }
    known.settled.insert(number);
    if (!give_up && !known.unsure.contains(number) && slot != "board")
        known.sent[slot] = platform_id;
}

void store_life::settle_tasks()
{
    context_.restart();
    while (context_.poll() > 0) {
    }
    if (busy_ > 0)
        find(&life_findings::stuck, fmt::format("{} calls did not come back", busy_));
}

void store_life::check_states()
{
    for (int conversation = 0; conversation < conversations; ++conversation) {
        auto& known = known_[conversation];
        std::map<std::string, std::string> sent;
        auto const state = read_state(conversation, &sent);
        if (!state)
            continue;
        if (!starts_with(*state, known.applied))
            find(&life_findings::lost, fmt::format("{} became {}", known.applied, *state));
        if (!std::includes(sent.begin(), sent.end(), known.sent.begin(), known.sent.end()))
            find(&life_findings::lost, "the platform's id of a message");
        std::set<int> const once(state->begin(), state->end());
        if (once.size() != state->size())
            find(&life_findings::twice, fmt::format("{}", *state));
        for (auto const& event : events_) {
            if (event->conversation == conversation && event->acknowledged && !once.contains(event->number))
                find(&life_findings::lost, fmt::format("event {}", event->number));
        }
        known.applied = *state;
    }
}

std::optional<std::vector<int>>
store_life::read_state(int conversation, std::map<std::string, std::string>* sent)
{
    std::optional<std::vector<int>> state;
    step read = [&state, sent](conversation_view const& seen) {
        state = list_of(seen.state);
        if (sent != nullptr)
            *sent = seen.sent;
        unit nothing;
        nothing.remember = false;
        return nothing;
    };
    begin(look(name_of(conversation), std::move(read)));
    settle_tasks();
    if (!state)
        find(&life_findings::stuck, "a store that had started does not answer");
    return state;
}

/// With a disk that works: everything owed is sent, and everything that was applied was owed.
void store_life::finish()
{
    if (!start())
        return;
    drain();
    for (int conversation = 0; conversation < conversations; ++conversation)
        check_messages(conversation);
    store_->tick();
    settle_tasks();
    store_.reset();
    if (!start())
        return;
    store_.reset();
    check_damage();
}

void store_life::check_messages(int conversation)
{
    auto const& known = known_[conversation];
    int last_edit = -1;
    for (int const number : known.applied) {
        if (events_[static_cast<std::size_t>(number)]->edit)
            last_edit = number;
        else if (!known.settled.contains(number) && !known.unsure.contains(number))
            find(&life_findings::lost, fmt::format("the message of event {}", number));
    }
    if (last_edit >= 0 && !known.settled.contains(last_edit) && !known.unsure.contains(last_edit))
        find(&life_findings::lost, fmt::format("the last edit, of event {}", last_edit));
}

void store_life::drain()
{
    draining_ = true;
    for (auto messages = store_->claim_outgoing(10); !messages.empty();
         messages = store_->claim_outgoing(10)) {
        for (auto& message : messages)
            begin(deliver(std::move(message)));
        settle_tasks();
        if (busy_ > 0)
            return;
    }
    if (store_->pending() != 0)
        find(&life_findings::stuck, fmt::format("{} messages cannot be claimed", store_->pending()));
}

/// Flips bits of what is at rest: a start either says so or gives everything back.
void store_life::check_damage()
{
    simulated_platter const whole = platter_.copy(seed_);
    for (int i = 0; i < 4; ++i) {
        platter_ = whole.copy(random_.next());
        platter_.flip_bit();
        ++findings_.flips;
        try {
            store_ = std::make_unique<files_store>(std::make_unique<simulated_disk>(platter_), settings());
        } catch (storage_failure const&) {
            ++findings_.flips_refused;
            continue;
        }
        for (int conversation = 0; conversation < conversations; ++conversation) {
            if (read_state(conversation) != known_[conversation].applied)
                find(&life_findings::silent, fmt::format("conversation {}", conversation));
        }
        store_.reset();
    }
}

void store_life::find(std::uint64_t life_findings::*kind, std::string const& what)
{
    ++(findings_.*kind);
    if (findings_.first.empty())
        findings_.first = fmt::format("seed {}: {}", seed_, what);
}

}  // namespace crossroads
