#pragma once

#include "net/result.hpp"

#include <boost/system/error_category.hpp>

#include <type_traits>

namespace crossroads {

/// What a store refuses. A call that was not durable in time gives boost::asio::error::timed_out.
enum class store_error {
    not_ready = 1,     // the disk fails; the store tries again by itself
    stopped,           // stop() was called
    overloaded,        // too much is waiting
    disk_low,          // too little free space to begin a new conversation
    state_too_large,   // over 1 MiB
    unit_too_large,    // the whole unit does not fit a journal line
    not_text,          // not UTF-8
    bad_conversation,  // empty, or over 512 bytes once encoded
    not_given_up,      // there is no dead letter with this id
    out_of_place,      // the dead letter's slot is unknown, or shows a newer message
    superseded,        // the message was replaced by a newer edit before it was tried: claim again
};

boost::system::error_category const& store_error_category();
error_code make_error_code(store_error e);

}  // namespace crossroads

template <>
struct boost::system::is_error_code_enum<crossroads::store_error> : std::true_type {};
