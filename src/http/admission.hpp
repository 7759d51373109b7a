#pragma once

#include "net/address_set.hpp"

#include <boost/asio/ip/address.hpp>

#include <cstddef>
#include <map>
#include <memory>
#include <mutex>
#include <string_view>
#include <variant>

namespace crossroads {

struct admission_limits {
    std::size_t connections = 10'000;  // at once
    std::size_t per_address = 256;     // of these from one IPv4 address or one IPv6 /64
    address_set unlimited;             // addresses the second limit is not for: reverse proxies
};

/// Who may connect, by how many are connected. Safe to use from any thread. Hold it in a shared_ptr.
class admission : public std::enable_shared_from_this<admission> {
public:
    explicit admission(admission_limits limits) : limits_(std::move(limits)) {}

    /// One admitted connection; its place is free again once this is destroyed.
    class place {
    public:
        place(std::shared_ptr<admission> of, boost::asio::ip::address const& from);
        ~place();
        place(place&& other) noexcept = default;
        place& operator=(place&&) = delete;

    private:
        std::shared_ptr<admission> of_;  // null: moved away
        boost::asio::ip::address from_;
    };

    enum class refusal { too_many, too_many_from_address };

    std::variant<place, refusal> enter(boost::asio::ip::address const& peer);

    std::size_t connections() const;

private:
    void leave(boost::asio::ip::address const& from);

    admission_limits const limits_;
    mutable std::mutex mutex_;
    std::size_t connections_ = 0;
    std::map<boost::asio::ip::address, std::size_t> by_address_;
};

/// "all" or "address": which limit it was, for a counter.
std::string_view name_of(admission::refusal refused);

}  // namespace crossroads
