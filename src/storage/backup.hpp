#pragma once

#include "storage/disk.hpp"
#include "storage/history.hpp"
#include "storage/ledger.hpp"

#include <string>
#include <vector>

namespace crossroads {

/// Everything a data directory says, read without changing it.
struct read_back {
    std::vector<std::string> files;
    ledger contents;
    history_end end;
};

/// Reads the files as a start would, also beside a service that goes on writing. Throws storage_failure.
read_back read_data(disk& directory);

/// Copies the files into the empty directory `to` and reads the copy back; it holds at least what was
/// acknowledged before the call. Everything is synced. Throws storage_failure.
read_back back_up(disk& from, disk& to);

/// Copies one more file as it is, if it is there.
void copy_if_there(disk& from, disk& to, std::string const& name);

}  // namespace crossroads
