#pragma once

#include "storage/disk.hpp"

#include <filesystem>
#include <memory>

namespace crossroads {

/// A directory that has its name only once it is complete: until then it is `NAME.partial-…`, and it is
/// removed when publish() is not reached.
class new_directory {
public:
    /// Throws storage_failure when `wanted` is there and not empty, or cannot be made.
    explicit new_directory(std::filesystem::path const& wanted);
    ~new_directory();

    new_directory(new_directory const&) = delete;
    new_directory& operator=(new_directory const&) = delete;

    disk& files() { return *files_; }

    /// Gives it its name, for good. Throws storage_failure.
    void publish();

private:
    std::filesystem::path wanted_;
    std::filesystem::path partial_;
    std::unique_ptr<disk> files_;
};

}  // namespace crossroads
