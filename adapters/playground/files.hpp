#pragma once

#include "channel/http_message.hpp"
#include "playground/workspace.hpp"

#include <optional>
#include <string_view>

namespace crossroads::playground {

/// What a POST of a file's bytes to the address of files.getUploadURLExternal gets: the body is the bytes, or
/// a multipart form whose first part is. The address works once, for as many bytes as were announced.
http_response take_upload(workspace& in, std::string_view secret, http_request const& request);

/// A published file as a download; none if there is no such file.
std::optional<http_response> file_download(workspace const& in, std::string_view id);

/// "/playground/files/F0000001K/answers.csv".
std::string file_path(uploaded_file const& file);

/// Whether it can be shown where it stands.
bool is_png(uploaded_file const& file);

/// A file as Slack's APIs and events show it; its addresses are paths here.
json slack_file(uploaded_file const& file);

}  // namespace crossroads::playground
