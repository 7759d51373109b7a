#pragma once

#include <boost/asio/io_context.hpp>

#include <cstddef>

namespace crossroads {

/// Runs `context` on `threads` threads, this one included, until it has no work left or is stopped. A
/// handler's exception is logged and ends only that handler.
void run_threads(boost::asio::io_context& context, std::size_t threads);

}  // namespace crossroads
