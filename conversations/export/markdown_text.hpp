#pragma once

#include <string>
#include <string_view>

namespace crossroads {

/// Text as Markdown (CommonMark) that shows exactly this text, in a paragraph or a list item: whatever could
/// be markup, HTML or a link gets a backslash, line breaks stay.
std::string markdown_text(std::string_view text);

}  // namespace crossroads
