#pragma once

#include <string_view>

namespace crossroads {

/// Whether people can be sent there: an https link to a host by name, without a password in it, or a mail
/// address; at most 200 characters of ASCII, a mail address at most 80.
bool is_contact_address(std::string_view text);

}  // namespace crossroads
