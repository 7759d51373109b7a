// The side of store_life that compares: what the store gives back with what was acknowledged.
#include "src/storage/store_life.hpp"
#include "storage/data_files.hpp"
#include "storage/storage_failure.hpp"
#include "support/simulated_disk.hpp"

#include <boost/asio/awaitable.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <limits>
#include <utility>

namespace asio = boost::asio;

namespace crossroads {
namespace {

struct names_of_files {
    std::vector<std::string> snapshots;
    std::vector<std::string> journals;
};

names_of_files names_on(simulated_platter const& platter)
{
    names_of_files names;
    for (auto const& [name, content] : platter.contents()) {
        if (snapshot_number(name))
            names.snapshots.push_back(name);
        else if (journal_number(name))
            names.journals.push_back(name);
    }
    return names;
}

asio::awaitable<void> look(files_store* store, std::string conversation, step read)
{
    std::vector<std::string> keys;
    co_await store->transact(std::move(conversation), std::move(keys), std::move(read));
}

}  // namespace

/// None when the store does not answer.
std::optional<store_life::picture> store_life::look_at(files_store& store)
{
    picture seen;
    for (int conversation = 0; conversation < conversations; ++conversation) {
        step read = [&seen](conversation_view const& view) {
            seen.conversations.push_back({std::string(view.state), view.sent, view.wake_at.value_or(0)});
            unit nothing;
            nothing.remember = false;
            return nothing;
        };
        begin(look(&store, name_of(conversation), std::move(read)));
        settle_tasks();
    }
    seen.wake_ups = store.wake_ups(std::numeric_limits<std::int64_t>::max());
    seen.pending = store.pending();
    seen.given_up = store.dead_letters().size();
    if (seen.conversations.size() == conversations)
        return seen;
    find(&life_findings::stuck, "a store that had started does not answer");
    return std::nullopt;
}

void store_life::check_states()
{
    auto const seen = look_at(*store_);
    if (!seen)
        return;
    for (int conversation = 0; conversation < conversations; ++conversation) {
        auto& known = known_[conversation];
        auto const& [state, sent, wake_at] = seen->conversations[static_cast<std::size_t>(conversation)];
        auto applied = list_of(state);
        wake_up const wanted{name_of(conversation), wake_time_after(applied)};
        if (wake_at != wanted.at || std::ranges::count(seen->wake_ups, wanted) != (wanted.at == 0 ? 0 : 1))
            find(&life_findings::lost, fmt::format("when {} wants to be woken", wanted.conversation));
        if (!starts_with(applied, known.applied))
            find(&life_findings::lost, fmt::format("{} became {}", known.applied, applied));
        if (!std::includes(sent.begin(), sent.end(), known.sent.begin(), known.sent.end()))
            find(&life_findings::lost, "the platform's id of a message");
        std::set<int> const once(applied.begin(), applied.end());
        if (once.size() != applied.size())
            find(&life_findings::twice, fmt::format("{}", applied));
        for (auto const& event : events_) {
            if (event->conversation == conversation && event->acknowledged && !once.contains(event->number))
                find(&life_findings::lost, fmt::format("event {}", event->number));
        }
        known.applied = std::move(applied);
    }
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
    check_damage();
    store_.reset();
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

/// Damages copies of the files of an idle store. All that was acknowledged is followed by a mark then.
void store_life::check_damage()
{
    if (!store_->ready() || !platter_.has_power())
        return;
    auto const whole = look_at(*store_);
    if (!whole)
        return;
    for (int i = 0; i < 3; ++i) {
        simulated_platter flipped = platter_.copy(random_.next());
        flipped.flip_bit();
        check_start_on(std::move(flipped), *whole);
    }
    auto const names = names_on(platter_);
    if (names.snapshots.size() != 1 || names.journals.size() != 1)
        return;  // older files that are still there make up for what is taken away
    simulated_platter maimed = platter_.copy(random_.next());
    auto const& either = random_.one_in(2) ? names.snapshots.front() : names.journals.front();
    if (random_.one_in(3))
        maimed.cut(names.snapshots.front());
    else if (random_.one_in(2))
        maimed.drop_line(either);
    else
        maimed.lose(either);
    check_start_on(std::move(maimed), *whole);
}

void store_life::check_start_on(simulated_platter damaged, picture const& whole)
{
    ++findings_.damaged;
    findings_.disk.add(damaged.seen);
    try {
        files_store store(std::make_unique<simulated_disk>(damaged), settings());
        if (look_at(store) != whole)
            find(&life_findings::silent, "a damaged file changed what the store gives back");
    } catch (storage_failure const&) {
        ++findings_.damage_refused;
    }
}

void store_life::find(std::uint64_t life_findings::*kind, std::string const& what)
{
    ++(findings_.*kind);
    if (findings_.first.empty())
        findings_.first = fmt::format("seed {}: {}", seed_, what);
}

}  // namespace crossroads
