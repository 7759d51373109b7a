#pragma once

#include "channel/platform.hpp"
#include "http/client.hpp"
#include "storage/store.hpp"

#include <boost/asio/awaitable.hpp>

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace crossroads {

/// One platform to deliver to.
struct delivery_channel {
    platform const& wire;
    std::function<boost::asio::awaitable<call_result>(http_call)> call;  // as http_client::send() does
    /// How a conversation is reached (outgoing_message::reach). None: its key says everything.
    std::function<std::string(std::string const& conversation)> reach_of = {};
};

/// The platforms to deliver to. Safe to use from any thread.
class delivery_channels {
public:
    /// By the name that conversation keys begin with: "teams".
    using by_name = std::map<std::string, delivery_channel, std::less<>>;

    delivery_channels(delivery_channel usual, by_name others)
        : usual_(std::move(usual)), others_(std::move(others))
    {}

    /// That of a conversation; the usual one when no other has its name.
    delivery_channel const& of(std::string_view conversation) const;

    /// A claimed message with the way to reach its conversation; none if it cannot be read.
    std::optional<outgoing_message> to_outgoing(claimed_message const& claimed) const;

    /// platform::may_repeat() of what was claimed.
    bool may_repeat(claimed_message const& claimed, int doubts) const;

private:
    delivery_channel usual_;
    by_name others_;
};

}  // namespace crossroads
