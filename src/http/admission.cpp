#include "http/admission.hpp"

#include <utility>

namespace crossroads {

admission::place::place(std::shared_ptr<admission> of, boost::asio::ip::address const& from)
    : of_(std::move(of)), from_(from)
{}

admission::place::~place()
{
    if (of_)
        of_->leave(from_);
}

std::variant<admission::place, admission::refusal> admission::enter(boost::asio::ip::address const& peer)
{
    auto const from = neighbourhood_of(peer);
    bool const counts = !limits_.unlimited.contains(peer);
    {
        std::lock_guard const lock(mutex_);
        if (connections_ >= limits_.connections)
            return refusal::too_many;
        auto const known = by_address_.find(from);
        if (counts && known != by_address_.end() && known->second >= limits_.per_address)
            return refusal::too_many_from_address;
        ++by_address_[from];
        ++connections_;
    }
    return place(shared_from_this(), from);
}

std::size_t admission::connections() const
{
    std::lock_guard const lock(mutex_);
    return connections_;
}

void admission::leave(boost::asio::ip::address const& from)
{
    std::lock_guard const lock(mutex_);
    --connections_;
    auto const known = by_address_.find(from);
    if (--known->second == 0)
        by_address_.erase(known);
}

std::string_view name_of(admission::refusal refused)
{
    switch (refused) {
    case admission::refusal::too_many: return "all";
    case admission::refusal::too_many_from_address: return "address";
    }
    return "";
}

}  // namespace crossroads
