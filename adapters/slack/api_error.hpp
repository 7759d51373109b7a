#pragma once

#include <string>
#include <string_view>

namespace crossroads::slack {

/// What to do about an error code of Slack's Web API.
enum class error_class {
    wait,          // had no effect; the same call works later
    maybe_done,    // may have had its effect
    installation,  // nothing works until somebody repairs the app's installation
    message_gone,  // the message to be changed is not there any more, or closed for changes
    refused,       // this call never works: the place cannot be reached, or the content is wrong
};

/// A code that is not in the list was refused: Slack answered, and did not do it.
error_class class_of(std::string_view code);

/// Whether the app may not do this one thing, though its token is good: that is for good, and other calls
/// work.
bool lacks_a_right(std::string_view code);

/// The code as it may go into logs and stored reasons: Slack's are short and of [a-z0-9_].
std::string error_code(std::string_view code);

}  // namespace crossroads::slack
