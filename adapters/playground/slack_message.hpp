#pragma once

#include "playground/workspace.hpp"

namespace crossroads::playground {

/// How much Slack says about a message, by where it says it.
enum class message_detail {
    in_an_event,              // no metadata, no counts of replies
    in_a_list,                // conversations.history and .replies
    in_a_list_with_metadata,  // the same with include_all_metadata
    in_an_answer,             // of chat.postMessage and chat.update
};

/// A message as Slack's APIs and events show it.
json slack_message(workspace const& in, channel const& where, message const& shown, message_detail detail);

}  // namespace crossroads::playground
