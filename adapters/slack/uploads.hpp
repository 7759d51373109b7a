#pragma once

#include "channel/json_reading.hpp"
#include "channel/platform.hpp"
#include "slack/web_api.hpp"

#include <optional>
#include <string_view>

namespace crossroads::slack {

// A message with a file takes three calls (Slack's "Uploading files"): files.getUploadURLExternal asks where
// to, the bytes are posted there, files.completeUploadExternal shows the file in the thread. Only the last
// one can be seen: until then everything may be done again. Its answer has no ts, and such a message takes no
// metadata; looked up, it is known by its file's name, which no other file of the conversation has.

/// A new message to a thread with a file.
bool goes_with_a_file(outgoing_message const& out);

/// None when it has no thread to go to.
std::optional<http_call> call_that_begins_upload(web_api const& api, outgoing_message const& out);

/// Classifies the answer to the call that `out.upload` says. What the app may not do is refused for good
/// here: its other messages go on.
delivery_outcome
outcome_of_upload(web_api const& api, outgoing_message const& out, http_response const& response);

/// Whether a message read back from Slack shows the file of `out`.
bool carries_file_of(outgoing_message const& out, json const& posted);

/// Bytes go only to where the Web API is, or over TLS to that host or one below it: for
/// https://slack.com/api/ to https://files.slack.com.
bool may_upload_to(std::string_view url, std::string_view api_url);

}  // namespace crossroads::slack
