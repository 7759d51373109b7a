#pragma once

#include "channel/http_message.hpp"

#include <optional>
#include <string_view>

namespace crossroads::playground {

/// A file of the workspace's page, "" being index.html, with headers that keep the browser from loading
/// anything from elsewhere; none if there is no such file.
std::optional<http_response> page_file(std::string_view name);

}  // namespace crossroads::playground
