#include "src/storage/store_life.hpp"

#include "storage/storage_failure.hpp"
#include "support/simulated_disk.hpp"

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

std::string slot_of(bool edit, int number)
{
    return edit ? "board" : fmt::format("slot {}", number);
}

int number_of(std::string const& body)
{
    return nlohmann::json::parse(body)["n"].get<int>();
}

/// Adds the event to the list that is the state, and owes one message for it. Wants to be woken at a time
/// that tells which event came last.
unit apply_event(int number, bool edit, std::size_t padding, std::vector<int>& applied)
{
    applied.push_back(number);
    unit changed;
    changed.state = nlohmann::json(applied).dump();
    changed.wake_at = store_life::wake_time_after(applied);
    changed.acknowledgement = fmt::format("ack {}", number);
    changed.messages.push_back(
        {slot_of(edit, number), edit,
         fmt::format(R"({{"n":{},"pad":"{}"}})", number, std::string(padding, 'x'))});
    return changed;
}

}  // namespace

void life_findings::add(life_findings const& others)
{
    lives += others.lives;
    acknowledged += others.acknowledged;
    kills += others.kills;
    failed_disks += others.failed_disks;
    damaged += others.damaged;
    damage_refused += others.damage_refused;
    disk.add(others.disk);
    lost += others.lost;
    twice += others.twice;
    refused += others.refused;
    silent += others.silent;
    stuck += others.stuck;
    if (first.empty())
        first = others.first;
}

std::string store_life::name_of(int conversation)
{
    return fmt::format("slack:T1:C{}", conversation);
}

std::vector<int> store_life::list_of(std::string const& state)
{
    auto const list = nlohmann::json::parse(state, nullptr, false);
    return list.is_array() ? list.get<std::vector<int>>() : std::vector<int>();
}

std::int64_t store_life::wake_time_after(std::vector<int> const& applied)
{
    return applied.empty() ? 0 : 1'000 + applied.back();
}

bool store_life::starts_with(std::vector<int> const& list, std::vector<int> const& beginning)
{
    return list.size() >= beginning.size() && std::equal(beginning.begin(), beginning.end(), list.begin());
}

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
    bool whole = true;
    for (std::uint64_t life = 0; life < lives && whole; ++life) {
        platter_.faults = random_faults();
        if (start())
            live();
        end_with_power_cut_or_kill();
        platter_.faults = broken_promises_;
        whole = start();
        if (whole)
            check_states();
        store_.reset();
        ++findings_.lives;
    }
    if (whole)
        finish();
    findings_.disk.add(platter_.seen);
}

disk_faults store_life::random_faults()
{
    disk_faults faults = broken_promises_;
    if (!random_.one_in(4))
        faults.operations_until_power_cut = 1 + random_.below(120);
    if (random_.one_in(3))
        faults.failed_sync_one_in = 3 + random_.below(30);
    if (random_.one_in(6))
        faults.failed_operation_one_in = 10 + random_.below(60);
    if (random_.one_in(8))
        faults.capacity = 2000 + random_.below(30'000);
    return faults;
}

void store_life::end_with_power_cut_or_kill()
{
    store_.reset();
    if (!platter_.has_power() || random_.one_in(3))
        platter_.power_cycle();
    else
        ++findings_.kills;
}

files_store_settings store_life::settings()
{
    files_store_settings settings;
    settings.io = context_.get_executor();
    settings.tick_every = {};
    settings.retry_every = {};
    settings.snapshot_bytes = 1000 + random_.below(20'000);
    settings.snapshot_piece_bytes = 1 + random_.below(3'000);
    settings.low_space_bytes = 0;
    settings.low_space_percent = 0;
    settings.clock = [this] { return now_; };
    return settings;
}

/// False when there is no store: the disk fails, or, which is a finding, nothing failed and it refused.
bool store_life::start()
{
    bool const faultless = !platter_.faults.any();
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
        if (random_.one_in(3))
            let_other_threads_go_on();
        settle_tasks();
        now_ += static_cast<std::int64_t>(random_.below(600));
        if (random_.one_in(3) || !store_->ready()) {
            findings_.failed_disks += store_->ready() ? 0U : 1U;
            store_->tick();
            settle_tasks();
        }
    }
    if (!platter_.has_power())
        return;
    if (random_.one_in(4)) {
        store_->tick();
        settle_tasks();
        check_damage();
    }
    if (random_.one_in(4)) {
        begin(stop());
        settle_tasks();
    }
}

void store_life::begin(asio::awaitable<void> call)
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
    step apply = [this, event, padding = random_.below(700), &applied](conversation_view const& seen) {
        applied = list_of(std::string(seen.state));
        if (random_.one_in(12))
            let_other_threads_go_on();
        return apply_event(event->number, event->edit, padding, applied);
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

/// While a step decides, another thread may write what waits, find the disk broken and read everything anew,
/// between any two pieces of a snapshot.
void store_life::let_other_threads_go_on()
{
    for (auto left = random_.below(8); left > 0; --left)
        context_.poll_one();
    store_->tick();
}

void store_life::settle_tasks()
{
    context_.restart();
    while (context_.poll() > 0) {
    }
    if (busy_ > 0)
        find(&life_findings::stuck, fmt::format("{} calls did not come back", busy_));
}

}  // namespace crossroads
