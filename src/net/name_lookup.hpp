#pragma once

#include "net/result.hpp"

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/address.hpp>

#include <chrono>
#include <memory>
#include <string>
#include <vector>

namespace crossroads {

using addresses = std::vector<boost::asio::ip::address>;

/// Has the system's resolver give up on a name server after 2 s instead of 5, unless the environment says
/// otherwise (RES_OPTIONS, resolv.conf(5)): a dead server shall not hold up a lookup for long, nor the end of
/// the process. Call it before there are threads.
void limit_resolver_patience();

/// Host names to addresses, remembered for a while. Lookups share one thread and cannot be cancelled, so a
/// name is looked up once for all who wait for it, and who has waited long enough goes on without it. Safe to
/// use from any thread.
class name_lookup {
public:
    name_lookup(boost::asio::any_io_executor executor, std::chrono::steady_clock::duration remembered);

    /// The addresses of `host`, which may be an address itself; asio::error::timed_out after `limit`. Call it
    /// on a strand.
    boost::asio::awaitable<result<addresses>>
    resolve(std::string host, std::chrono::steady_clock::duration limit);

private:
    class members;
    std::shared_ptr<members> members_;
};

}  // namespace crossroads
