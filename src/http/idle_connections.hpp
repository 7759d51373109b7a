#pragma once

#include "net/connection.hpp"
#include "net/strand.hpp"

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/steady_timer.hpp>

#include <chrono>
#include <cstddef>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace crossroads {

/// A client's open connections that nobody uses at the moment, by origin ("https://slack.com:443"). Safe to
/// use from any thread. Hold it in a shared_ptr.
class idle_connections : public std::enable_shared_from_this<idle_connections> {
public:
    idle_connections(
        boost::asio::any_io_executor const& executor, std::size_t per_origin,
        std::chrono::steady_clock::duration limit);

    /// The connection that was used last and is still good; null if there is none.
    std::shared_ptr<connection> take(std::string const& origin);

    /// Keeps `idle` for the next call, or closes it when there are enough. Nothing may wait on it.
    void keep(std::string const& origin, std::shared_ptr<connection> idle);

    /// Closes all, and each that comes from now on.
    void close();

private:
    using clock = std::chrono::steady_clock;

    struct entry {
        std::shared_ptr<connection> idle;
        clock::time_point since;
    };

    using entries = std::vector<entry>;

    void schedule_sweep();
    void sweep();

    std::size_t const per_origin_;
    clock::duration const limit_;
    std::mutex mutex_;
    std::map<std::string, entries> idle_;
    bool closed_ = false;
    bool sweep_scheduled_ = false;
    strand sweeping_;  // guards sweep_timer_
    boost::asio::steady_timer sweep_timer_;
};

}  // namespace crossroads
