#include "storage/journal_writer.hpp"

#include "storage/recovery.hpp"
#include "storage/storage_failure.hpp"
#include "storage/store_error.hpp"

#include <boost/asio/post.hpp>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <iterator>
#include <utility>

namespace asio = boost::asio;

namespace crossroads {

journal_writer::journal_writer(
    disk& directory, files_store_settings const& settings, asio::any_io_executor io,
    journal_listener listener)
    : directory_(directory),
      settings_(settings),
      io_(std::move(io)),
      listener_(std::move(listener)),
      ticker_(io_)
{}

void journal_writer::start()
{
    auto found = recover(directory_, settings_.event_memory);
    adopt(std::move(found.contents), std::move(found.open_journal), found.snapshot_bytes);
    check_space();
    schedule_tick();
}

std::optional<std::uint64_t> journal_writer::generation() const
{
    std::lock_guard const lock(mutex_);
    if (!ready_)
        return std::nullopt;
    return generation_;
}

error_code journal_writer::submit(journal_entry entry, std::uint64_t generation)
{
    std::lock_guard const lock(mutex_);
    if (stopped_)
        return store_error::stopped;
    if (!ready_ || generation != generation_)
        return store_error::not_ready;
    if (waiting_bytes_ > settings_.waiting_bytes)
        return store_error::overloaded;
    waiting_bytes_ += entry.payload.size();
    waiting_.push_back(std::move(entry));
    if (!std::exchange(running_, true))
        asio::post(io_, [this] { run(); });
    return {};
}

bool journal_writer::ready() const
{
    // A disk that hangs makes nothing durable either.
    auto const since = steady::time_point(steady::duration(writing_since_.load()));
    bool const hangs = since != steady::time_point() && steady::now() - since > settings_.durable_limit;
    std::lock_guard const lock(mutex_);
    return ready_ && !stopped_ && !hangs;
}

void journal_writer::stop(std::function<void(error_code)> done)
{
    {
        std::lock_guard const lock(mutex_);
        stopped_ = true;
    }
    asio::post(io_, [this, done = std::move(done)] {
        ticker_.cancel();
        write(take_batch());
        if (journal_ && !snapshot_)
            begin_snapshot();
        while (snapshot_)
            continue_snapshot();
        done(journal_ ? snapshot_failure_ : make_error_code(store_error::not_ready));
    });
}

void journal_writer::tick()
{
    check_space();
    if (!journal_) {
        recover_if_due();
        return;
    }
    if (auto const failed = journal_->mark()) {
        fail({}, failed);
        return;
    }
    begin_snapshot_if_due();
    run_again_if_needed();
}

void journal_writer::schedule_tick()
{
    if (settings_.tick_every == std::chrono::milliseconds::zero())
        return;
    ticker_.expires_after(settings_.tick_every);
    ticker_.async_wait([this](error_code cancelled) {
        if (cancelled)
            return;
        tick();
        schedule_tick();
    });
}

void journal_writer::run()
{
    write(take_batch());
    if (snapshot_)
        continue_snapshot();
    else if (journal_)
        begin_snapshot_if_due();
    {
        std::lock_guard const lock(mutex_);
        running_ = false;
    }
    run_again_if_needed();
}

void journal_writer::run_again_if_needed()
{
    std::lock_guard const lock(mutex_);
    if (running_ || (waiting_.empty() && !snapshot_))
        return;
    running_ = true;
    asio::post(io_, [this] { run(); });
}

std::vector<journal_entry> journal_writer::take_batch()
{
    std::lock_guard const lock(mutex_);
    waiting_bytes_ = 0;
    return std::exchange(waiting_, {});
}

void journal_writer::write(std::vector<journal_entry> batch)
{
    if (batch.empty())
        return;
    for (auto& entry : batch)
        entry.seq = journal_->add(kind_of(entry.what), encode_key(entry.conversation), entry.payload);
    writing_since_ = steady::now().time_since_epoch().count();
    auto const failed = journal_->commit();
    writing_since_ = 0;
    if (failed)
        fail(std::move(batch), failed);
    else
        listener_.written(batch);
}

void journal_writer::fail(std::vector<journal_entry> batch, error_code why)
{
    spdlog::error("the journal cannot be written: {}; nothing is acknowledged until it can", why.message());
    {
        std::lock_guard const lock(mutex_);
        ready_ = false;
        ++generation_;
        std::move(waiting_.begin(), waiting_.end(), std::back_inserter(batch));
        waiting_.clear();
        waiting_bytes_ = 0;
    }
    // Never touched again: after a failed sync the kernel calls pages clean that are not on disk.
    journal_.reset();
    snapshot_.reset();
    next_recovery_ = steady::now() + settings_.retry_every;
    listener_.failed(batch, store_error::not_ready);
}

void journal_writer::adopt(ledger contents, journal open_journal, std::uint64_t snapshot_bytes)
{
    listener_.recovered(std::move(contents));
    journal_.emplace(std::move(open_journal));
    has_snapshot_ = snapshot_bytes > 0;
    last_snapshot_bytes_ = snapshot_bytes;
    last_snapshot_at_ = settings_.clock();
    {
        std::lock_guard const lock(mutex_);
        ready_ = true;
        ++generation_;
    }
    listener_.ready();
}

void journal_writer::recover_if_due()
{
    if (steady::now() < next_recovery_)
        return;
    try {
        auto found = recover(directory_, settings_.event_memory);
        adopt(std::move(found.contents), std::move(found.open_journal), found.snapshot_bytes);
        spdlog::warn("the journal can be written again");
    } catch (storage_failure const& failure) {
        spdlog::error("still no journal: {}", failure.what());
        next_recovery_ = steady::now() + settings_.retry_every;
    }
}

void journal_writer::check_space()
{
    auto const space = directory_.space();
    if (!space)
        return;
    disk_free_bytes_ = space->free;
    auto mark = std::max(settings_.low_space_bytes, space->total / 100 * settings_.low_space_percent);
    if (disk_low_)
        mark += mark / 16;  // so that it does not go back and forth at the mark
    bool const low = space->free < mark;
    if (disk_low_.exchange(low) == low)
        return;
    if (low)
        spdlog::warn(
            "only {} MiB of disk space left: new conversations are refused, known ones go on",
            space->free >> 20U);
    else
        spdlog::info("enough disk space again, {} MiB: new conversations are accepted", space->free >> 20U);
}

void journal_writer::begin_snapshot_if_due()
{
    if (snapshot_ || steady::now() < next_snapshot_)
        return;
    bool const large = journal_->bytes() > std::max(settings_.snapshot_bytes, last_snapshot_bytes_);
    bool const old = settings_.clock() - last_snapshot_at_ >= settings_.snapshot_every.count();
    if (large || old)
        begin_snapshot();
}

void journal_writer::begin_snapshot()
{
    last_snapshot_at_ = settings_.clock();
    if (journal_->last() == journal_->number()) {
        if (has_snapshot_ || journal_->number() == 0)
            return;
    } else if (auto const failed = journal_->rotate(directory_)) {
        fail({}, failed);
        return;
    }
    has_snapshot_ = false;
    snapshot_position_.clear();
    auto begun = snapshot_writer::begin(directory_, journal_->number());
    if (begun)
        snapshot_.emplace(std::move(*begun));
    else
        abandon_snapshot(begun.error());
}

void journal_writer::continue_snapshot()
{
    auto const piece = listener_.piece(snapshot_position_, snapshot_->number());
    auto failed = snapshot_->add(piece.lines, piece.count);
    if (!failed && piece.end)
        failed = snapshot_->finish();
    if (failed) {
        abandon_snapshot(failed);
        return;
    }
    snapshot_position_ = piece.last;
    if (!piece.end)
        return;
    last_snapshot_bytes_ = snapshot_->bytes();
    has_snapshot_ = true;
    snapshot_failure_ = {};
    snapshot_.reset();
}

void journal_writer::abandon_snapshot(error_code why)
{
    // Nothing is lost: what it would have replaced is still there. The journal decides for itself
    // whether the disk works.
    spdlog::error("the snapshot cannot be written: {}", why.message());
    snapshot_.reset();
    snapshot_failure_ = why;
    next_snapshot_ = steady::now() + std::chrono::minutes{1};
}

}  // namespace crossroads
