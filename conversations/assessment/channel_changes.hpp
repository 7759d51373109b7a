#pragma once

#include "assessment/step.hpp"

#include <string_view>

namespace crossroads {

// What happens to the channel of assessments: it is archived or deleted, the bot is taken out of it, its
// first message is deleted. Open assessments are paused meanwhile; nothing of them is lost.

void take_channel_change(step& now, channel_changed::change how);

/// The platform refused a message: perhaps nothing can be posted in the channel any more.
void note_refusal(step& now, delivery_failed const& failed);

/// The channel can be posted in again: cards that did not arrive are posted.
void come_within_reach(step& now, pinned_run with);

/// Of a start card: another one is posted, and a new thread begins below it. Replies in the old one count.
void take_deleted_message(step& now, std::string_view message);

}  // namespace crossroads
