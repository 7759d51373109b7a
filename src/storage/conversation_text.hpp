#pragma once

#include "storage/ledger.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace crossroads {

/// The payloads (`c`) that together hold the conversation, each well below the limit of a line; events
/// from before `since` are left out. Gives each to `take`; none when there is nothing to keep.
void write_conversation(
    stored_conversation const& stored, std::int64_t since, std::function<void(std::string_view)> const& take);

/// One of these payloads, to be put into a ledger; none when it is not one.
std::optional<stored_conversation> read_conversation(std::string_view payload);

}  // namespace crossroads
