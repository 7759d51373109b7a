// The side of files_store that the journal writer and the delivery see: memory and what is owed.
#include "storage/files_store.hpp"
#include "storage/snapshot.hpp"

#include <boost/asio/post.hpp>

#include <utility>

namespace asio = boost::asio;

namespace crossroads {
namespace {

constexpr int piece_conversations = 1'000;

}  // namespace

std::vector<claimed_message> files_store::claim_outgoing(std::size_t limit)
{
    std::vector<claimed_message> claimed;
    if (!writer_.generation())  // announced when there is one
        return claimed;
    std::lock_guard const lock(mutex_);
    schedule_.wake(std::chrono::steady_clock::now());
    while (claimed.size() < limit) {
        auto next = schedule_.claim();
        if (!next)
            break;
        auto const stored = ledger_.find(next->first);
        auto const& message = stored->outgoing.front();
        claimed.push_back(
            {message.id, std::move(next->first), message.body.text, message.attempts, message.first_attempt,
             stored->sent});
    }
    return claimed;
}

void files_store::on_outgoing(std::function<void()> notify)
{
    notify_ = std::move(notify);
    if (pending() > 0)
        asio::post(io_, [this] { announce(); });
}

void files_store::release(
    std::string const& conversation, std::string const& id, std::chrono::steady_clock::duration wait)
{
    auto const now = std::chrono::steady_clock::now();
    std::unique_lock lock(mutex_);
    schedule_.release(conversation, id, now + wait);
    bool const woken = schedule_.wake(now);
    arm_wake_timer();
    lock.unlock();
    if (woken)
        announce();
}

std::vector<wake_up> files_store::wake_ups(std::int64_t now) const
{
    std::lock_guard const lock(mutex_);
    return ledger_.wake_ups(now);
}

std::vector<dead_letter> files_store::dead_letters() const
{
    std::lock_guard const lock(mutex_);
    return ledger_.dead_letters();
}

std::vector<std::string> files_store::states(std::string_view key_prefix) const
{
    std::lock_guard const lock(mutex_);
    std::vector<std::string> found;
    auto const& all = ledger_.all();
    for (auto one = all.lower_bound(key_prefix); one != all.end() && one->first.starts_with(key_prefix);
         ++one)
        found.push_back(one->second->state.text);
    return found;
}

std::size_t files_store::pending() const
{
    std::lock_guard const lock(mutex_);
    return ledger_.pending();
}

bool files_store::ready() const
{
    return writer_.ready();
}

bool files_store::knows(std::string const& conversation) const
{
    std::lock_guard const lock(mutex_);
    return ledger_.find(conversation) != nullptr;
}

store_condition files_store::condition() const
{
    store_condition now;
    now.ready = writer_.ready();
    now.disk_low = writer_.disk_low();
    now.disk_free_bytes = writer_.disk_free_bytes();
    std::lock_guard const lock(mutex_);
    now.conversations = ledger_.all().size();
    now.pending = ledger_.pending();
    now.dead_letters = ledger_.dead_letter_count();
    return now;
}

void files_store::written(std::vector<journal_entry>& batch)
{
    bool news = false;
    {
        std::lock_guard const lock(mutex_);
        for (auto& entry : batch) {
            ledger_.apply(entry.seq, entry.conversation, std::move(entry.what));
            news = update_schedule(entry.conversation) || news;
            turns_.leave(entry.conversation);
        }
    }
    if (news)
        announce();
    for (auto const& entry : batch)
        entry.outcome->complete({});
}

void files_store::failed(std::vector<journal_entry>& batch, error_code why)
{
    {
        std::lock_guard const lock(mutex_);
        for (auto const& entry : batch)
            turns_.leave(entry.conversation);
    }
    for (auto const& entry : batch)
        entry.outcome->complete(why);
}

void files_store::recovered(ledger contents)
{
    std::lock_guard const lock(mutex_);
    ledger_ = std::move(contents);
    for (auto const& conversation : schedule_.conversations())
        update_schedule(conversation);
    for (auto const& [conversation, stored] : ledger_.all()) {
        if (!stored->outgoing.empty())
            schedule_.update(conversation, stored->outgoing.front().id);
    }
}

snapshot_piece files_store::piece(std::string const& after, std::uint64_t number) const
{
    snapshot_piece piece;
    std::int64_t const since = oldest_event();
    std::lock_guard const lock(mutex_);
    auto const& all = ledger_.all();
    auto next = all.upper_bound(after);
    for (int visited = 0; next != all.end() && piece.lines.size() < settings_.snapshot_piece_bytes &&
                          visited < piece_conversations;
         ++next, ++visited) {
        piece.count += append_conversation(piece.lines, next->first, *next->second, since, number);
        piece.last = next->first;
    }
    piece.end = next == all.end();
    return piece;
}

bool files_store::update_schedule(std::string const& conversation)
{
    auto const stored = ledger_.find(conversation);
    bool const owes = stored && !stored->outgoing.empty();
    return schedule_.update(
        conversation, owes ? std::string_view(stored->outgoing.front().id) : std::string_view());
}

void files_store::arm_wake_timer()
{
    auto const at = schedule_.next_wake();
    if (!at)
        return;
    wake_timer_.expires_at(*at);
    wake_timer_.async_wait([this](error_code cancelled) {
        if (cancelled)
            return;
        std::unique_lock lock(mutex_);
        bool const woken = schedule_.wake(std::chrono::steady_clock::now());
        arm_wake_timer();
        lock.unlock();
        if (woken)
            announce();
    });
}

void files_store::announce() const
{
    if (notify_)
        notify_();
}

}  // namespace crossroads
