#pragma once

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/steady_timer.hpp>

#include <chrono>
#include <memory>
#include <vector>

namespace crossroads {

/// Coroutines that wait for one thing that somebody else does, such as a fetch under way. It has no lock of
/// its own: whoever owns it holds one around each call, the same that guards what is waited for.
class waiting_list {
public:
    using place = std::shared_ptr<boost::asio::steady_timer>;

    /// A place in the list: await its timer, without the lock. It ends by wake_all() or after `limit`.
    /// `on` is the strand that awaits.
    place join(boost::asio::any_io_executor const& on, std::chrono::steady_clock::duration limit);

    void wake_all();

private:
    std::vector<place> waiting_;
};

}  // namespace crossroads
