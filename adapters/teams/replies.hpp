#pragma once

#include "channel/platform.hpp"

#include <optional>

namespace crossroads::teams {

/// The HTTP answer: for an Action.Execute what the person sees on the card, else nothing.
http_response answer_to(reply const& said, reply_path const& to);

/// The call that shows what the HTTP answer cannot carry: a private message, or the person's own card in its
/// place.
std::optional<http_call> call_for_reply(reply const& said, reply_path const& to);

}  // namespace crossroads::teams
