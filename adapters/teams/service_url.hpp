#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace crossroads::teams {

/// The hosts of Microsoft's clouds that a service URL may name. `*.trafficmanager.net` is no boundary of
/// trust: anybody can register a name there.
std::vector<std::string> const& known_service_hosts();

/// Whether our token may be sent to a service URL: it is https on port 443 with exactly one of `allowed` as
/// its host, no user, query or fragment. An entry "http://127.0.0.1:4000" allows that origin as it stands.
bool may_call(std::string_view service_url, std::vector<std::string> const& allowed);

/// The URL of a call: what comes behind the service URL, with one slash in between.
std::string call_url(std::string_view service_url, std::string_view path);

/// A path segment: everything but [A-Za-z0-9._~-] percent-encoded.
std::string path_segment(std::string_view text);

}  // namespace crossroads::teams
