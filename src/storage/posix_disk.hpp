#pragma once

#include "storage/disk.hpp"

#include <memory>
#include <string>

namespace crossroads {

/// Opens the directory at `path`, makes it (0700) when it is missing, and keeps every other process out
/// of it until the disk is destroyed. Throws storage_failure.
std::unique_ptr<disk> open_posix_disk(std::string const& path);

/// The directory at `path` as it is, without its LOCK: to read beside a service, or where no service is.
/// Opening it makes and changes nothing. Throws storage_failure.
std::unique_ptr<disk> open_posix_disk_beside(std::string const& path);

/// The same, but refused while another process has the directory, and keeping others out of it.
std::unique_ptr<disk> open_posix_disk_at_rest(std::string const& path);

}  // namespace crossroads
