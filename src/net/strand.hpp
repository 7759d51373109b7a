#pragma once

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/strand.hpp>

namespace crossroads {

/// Runs what is given to it one piece at a time. Each connection has its own.
using strand = boost::asio::strand<boost::asio::any_io_executor>;

}  // namespace crossroads
