#pragma once

#include <cstddef>
#include <string>

namespace crossroads {

/// A file that goes along with a message.
struct attached_file {
    std::string name;  // ASCII, with its extension; no other file of the conversation has it
    std::string media_type;
    std::string content;
    std::string alt_text;  // of a picture, what it shows; empty for what can be read as text

    friend bool operator==(attached_file const&, attached_file const&) = default;
};

/// Bytes of the largest file that may be attached: it waits in the journal, and a slow line must carry it
/// within the time of one call.
inline constexpr std::size_t largest_attachment = std::size_t{512} * 1024;

}  // namespace crossroads
