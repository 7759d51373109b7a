#pragma once

#include "channel/http_message.hpp"

#include <boost/asio/awaitable.hpp>

#include <functional>

namespace crossroads {

/// Answers one request. An exception that leaves it becomes a 500 without a body.
using request_handler = std::function<boost::asio::awaitable<http_response>(http_request)>;

}  // namespace crossroads
