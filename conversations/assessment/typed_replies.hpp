#pragma once

#include "assessment/recognizer.hpp"
#include "assessment/step.hpp"

#include <string_view>

namespace crossroads {

/// A message in a thread that is not addressed to the bot: an answer to the newest open card, or to the
/// question it quotes ("3: 1, 4"), or talk among people, which is left alone.
reply take_typed_reply(step& now, typed_reply const& said);

/// The message behind an answer was edited: so is the answer.
reply take_edit(step& now, reply_edited const& edited);

/// The message behind an answer was deleted: the answer is withdrawn.
reply take_deletion(step& now, reply_deleted const& deleted);

/// Takes back what an edit changed.
reply undo_edit(step& now, pinned_run with, question const& asked);

/// recognize() in every language: a label may be typed as it reads in any.
recognized
understand(step const& now, pinned_run with, question const& asked, std::string_view text, attention paid);

/// Text said to the bot as the answer to one question: "answer 4 …", "4: …", a mention.
reply take_addressed_text(step& now, pinned_run with, question const& asked, std::string_view text);

}  // namespace crossroads
