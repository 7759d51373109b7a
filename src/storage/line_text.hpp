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

/// A dead letter or anything else that holds text the store keeps: itself when it is JSON, else a string.
std::string as_json(std::string_view text);

}  // namespace crossroads
