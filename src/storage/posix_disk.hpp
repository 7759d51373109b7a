#pragma once

#include "storage/disk.hpp"

#include <memory>
#include <string>

namespace crossroads {

/// Opens the directory at `path`, makes it (0700) when it is missing, and keeps every other process out
/// of it until the disk is destroyed. Throws storage_failure.
std::unique_ptr<disk> open_posix_disk(std::string const& path);

}  // namespace crossroads
