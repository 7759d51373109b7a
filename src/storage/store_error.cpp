#include "storage/store_error.hpp"

namespace crossroads {
namespace {

class store_category final : public boost::system::error_category {
public:
    char const* name() const noexcept override { return "crossroads.store"; }

    std::string message(int value) const override
    {
        switch (static_cast<store_error>(value)) {
        case store_error::not_ready: return "nothing can be made durable at the moment";
        case store_error::stopped: return "the store has been stopped";
        case store_error::overloaded: return "too much is waiting to be stored";
        case store_error::disk_low: return "too little disk space for a new conversation";
        case store_error::state_too_large: return "the conversation's state is over its limit";
        case store_error::unit_too_large: return "the unit is too large for one journal line";
        case store_error::not_text: return "the unit is not UTF-8 text";
        case store_error::bad_conversation: return "the conversation's key is empty or too long";
        case store_error::not_given_up: return "no message with this id was given up";
        case store_error::out_of_place: return "the message's place is unknown or shows a newer one";
        case store_error::superseded: return "a newer edit has replaced the message";
        }
        return "unknown error of the store";
    }
};

}  // namespace

boost::system::error_category const& store_error_category()
{
    static store_category const category;
    return category;
}

error_code make_error_code(store_error e)
{
    return {static_cast<int>(e), store_error_category()};
}

}  // namespace crossroads
