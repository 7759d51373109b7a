#pragma once

#include "storage/disk.hpp"
#include "storage/journal.hpp"
#include "storage/ledger.hpp"

#include <chrono>
#include <cstdint>

namespace crossroads {

struct recovered_data {
    ledger contents;
    journal open_journal;
    std::uint64_t snapshot_bytes = 0;  // 0: no snapshot
};

/// Reads everything back and makes it durable again, so that nothing rests on what the page cache alone
/// shows: the journals are written anew as one file and synced before the first event is taken.
///
/// A torn tail, lines nothing says were durable, is cut off the last journal. Anything else that is not
/// as it was written throws storage_failure, naming file and line; then no file has been changed.
recovered_data recover(disk& directory, std::chrono::seconds event_memory);

}  // namespace crossroads
