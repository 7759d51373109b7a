#pragma once

#include "storage/data_file.hpp"
#include "storage/disk.hpp"
#include "storage/ledger.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace crossroads {

/// The files that together are everything: the newest snapshot and the journals from its number on.
struct open_history {
    std::optional<open_data_file> snapshot;
    std::vector<open_data_file> journals;  // ascending

    std::uint64_t number() const { return snapshot ? snapshot->number : 0; }

    bool is_empty() const { return !snapshot && journals.empty(); }
};

inline constexpr char const* no_data_there = "no journal and no snapshot is there: this is no data directory";

/// Opens them, also beside a service that writes: what was opened belongs together, because a second look
/// at the directory found the same files. Throws storage_failure.
open_history open_files(disk& directory);

/// The last lines of the last journal that nothing says were durable: a write that was cut off, or one
/// that is just being made.
struct torn_tail {
    std::string file;
    std::uint64_t first_line = 0;
    std::uint64_t lines = 0;
};

struct history_end {
    std::uint64_t last = 0;            // seq of the last line
    std::uint64_t told = 0;            // the highest seq that some line says is durable
    std::uint64_t snapshot_bytes = 0;  // 0: no snapshot
    std::optional<torn_tail> torn;
};

/// Reads everything into `contents`, each line of a journal also as text to `keep_line`. Damage other than
/// a torn tail throws storage_failure, naming file and line.
history_end read_history(
    open_history& files, ledger& contents, std::function<void(std::string_view)> const& keep_line = {});

/// Reads one snapshot; gives its size. Throws storage_failure when anything in it is not as it was written.
std::uint64_t read_snapshot(open_data_file& from, ledger& contents);

}  // namespace crossroads
