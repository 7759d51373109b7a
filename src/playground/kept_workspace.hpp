#pragma once

#include "playground/state_file.hpp"
#include "playground/workspace.hpp"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/thread_pool.hpp>

#include <cstdint>
#include <mutex>
#include <utility>

namespace crossroads {

/// The workspace in memory and in its file. Safe to use from any thread.
class kept_workspace {
public:
    /// Reads the file, or starts a new workspace if there is none. Throws runtime_error when the file is not
    /// one of ours, system_error when it cannot be read or written.
    kept_workspace(state_file file, playground::instant now);

    /// Runs `use` on the workspace while nobody else does; it must not wait for anything.
    template <class Use>
    auto with(Use use)
    {
        std::lock_guard const lock(mutex_);
        return use(workspace_);
    }

    /// Waits until everything that happened so far is in the file; false if it could not be written. Changes
    /// that come together are written together.
    boost::asio::awaitable<bool> saved();

private:
    boost::asio::awaitable<bool> save(std::uint64_t revision);

    state_file file_;
    std::mutex mutex_;  // guards workspace_
    playground::workspace workspace_;
    std::uint64_t saved_revision_ = 0;  // only the writer's thread uses it
    boost::asio::thread_pool writer_{1};
};

}  // namespace crossroads
