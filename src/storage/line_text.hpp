#pragma once

#include "storage/disk.hpp"

#include <functional>
#include <string>
#include <string_view>

namespace crossroads {

/// Gives each line of the files that are everything to `take`, as one JSON object with the names in full:
/// file, line, seq, kind, conversation and what changed. With a `conversation` (empty: all) only its own
/// and the damaged ones, which might be. Also beside a service. Throws storage_failure.
void show_lines(
    disk& directory, std::string const& conversation, std::function<void(std::string_view)> const& take);

/// Text in quotes; what is not UTF-8 in it is replaced.
std::string as_json_string(std::string_view text);

/// What the store keeps for others: itself when it is a JSON object or array, else a string.
std::string as_json(std::string_view text);

}  // namespace crossroads
