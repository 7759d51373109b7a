#include "teams/waiting_list.hpp"

#include <boost/asio/post.hpp>

#include <utility>

namespace crossroads {

waiting_list::place
waiting_list::join(boost::asio::any_io_executor const& on, std::chrono::steady_clock::duration limit)
{
    return waiting_.emplace_back(std::make_shared<boost::asio::steady_timer>(on, limit));
}

void waiting_list::wake_all()
{
    // On the strand that awaits: a timer must not be touched from another one.
    for (auto& one : std::exchange(waiting_, {}))
        boost::asio::post(
            one->get_executor(), [one] { one->expires_at(std::chrono::steady_clock::time_point::min()); });
}

}  // namespace crossroads
