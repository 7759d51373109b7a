#pragma once

#include "playground/workspace.hpp"

#include <string>
#include <string_view>

namespace crossroads::playground {

// What can happen to messages, whoever does it. Events for the app are queued along with it.

/// Adds `draft` to the channel under a new ts, which is returned; blocks without an id get one.
std::string post(workspace& in, channel& where, message draft, instant now);

/// Puts `content` in the place of the message's text, blocks, metadata and edit mark.
void replace(workspace& in, channel& where, message& changed, message content, instant now);

/// A thread's first message leaves a tombstone while it has replies.
void remove(workspace& in, channel& where, message& removed, instant now);

/// A message from Slackbot that only this person sees.
void whisper(
    workspace& in, channel& where, std::string_view person_id, std::string_view thread_ts, std::string text,
    instant now);

constexpr std::string_view slackbot = "USLACKBOT";

}  // namespace crossroads::playground
