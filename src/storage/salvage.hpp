#pragma once

#include "storage/disk.hpp"
#include "storage/ledger.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace crossroads {

/// Lines of a file that could not be used; both 0: a file that is missing, or its end.
struct left_out_lines {
    std::string file;
    std::uint64_t first = 0;
    std::uint64_t last = 0;
    std::string why;
};

/// What could be saved of a damaged data directory.
struct salvaged_data {
    ledger contents;
    std::uint64_t last = 0;   // the highest seq met
    std::uint64_t lines = 0;  // good ones, headers and marks included
    std::vector<left_out_lines> left_out;
    std::vector<std::string> named;   // conversations that damaged lines say they belong to
    bool all_named = true;            // each damaged line says so
    std::vector<std::string> others;  // without a state newer than what was left out
};

/// Uses every good line of every file that can still matter; damage does not throw. Throws
/// storage_failure when a file cannot be read at all, or when a later version wrote it.
salvaged_data read_what_is_good(disk& directory);

/// Writes it as a data directory of its own: one snapshot and an empty journal. `to` is empty. Synced.
/// Throws storage_failure.
void write_anew(disk& to, salvaged_data const& saved);

}  // namespace crossroads
