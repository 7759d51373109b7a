#pragma once

#include "net/result.hpp"
#include "storage/files_store.hpp"

#include <boost/asio/awaitable.hpp>

#include <memory>
#include <string>

namespace crossroads {

/// The store of a data directory that no service uses, for the commands that change it.
class stopped_store {
public:
    /// Throws storage_failure, also when there is no data directory.
    explicit stopped_store(std::string const& data_dir);

    files_store& operator*() { return *store_; }

    /// Carries out one call and waits for it.
    error_code run(boost::asio::awaitable<result<void>> call);

    /// Writes a snapshot, so that nothing but it remains on the disk.
    error_code close();

private:
    std::unique_ptr<files_store> store_;
};

}  // namespace crossroads
