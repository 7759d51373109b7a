#pragma once

#include "storage/files_store.hpp"
#include "storage/posix_disk.hpp"
#include "support/temporary_directory.hpp"

#include <memory>

namespace crossroads {

/// A store that can be closed and opened again on what it made durable.
class files_under_test {
public:
    files_under_test() { reopen(); }

    store& operator*() { return *store_; }

    void reopen()
    {
        store_.reset();
        store_ = std::make_unique<files_store>(
            open_posix_disk(directory_.path().string()), files_store_settings{});
    }

private:
    temporary_directory directory_;
    std::unique_ptr<store> store_;
};

}  // namespace crossroads
