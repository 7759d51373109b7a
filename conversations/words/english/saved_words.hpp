#pragma once

#include "words/catalogue/saved_words.hpp"

namespace crossroads {

inline constexpr saved_words english_saved_words{
    .done = "{done} of {count} done.",
    .done_set_aside = "{done} of {count} done, {set_aside} set aside.",
    .done_minutes = "{done} of {count} done, {minutes} left.",
    .same = "That is already your answer.",
    .same_typed = "That is already your answer ({question}).",
    .changed = "Changed: {before} → {now}.",
    .changed_typed = "Changed ({question}): {before} → {now}.",
    .saved = "Saved.",
    .saved_typed = "Saved for {question}: {now}.",
    .does_not_apply = "Other answers rule this question out at the moment, so it does not count. It is kept.",
    .in_doubt = "The answers now lead to another result. It is told in the thread; the owner decides.",
    .late = "The result was shown before this answer. It is recorded and does not change the result.",
    .hat_question = "One question about you, if you like: what do you mostly do? It is asked once and tells "
                    "whose technical answers count first.",
    .wants_detail_summary = "That is saved. To act on it we need who did what, and how often.",
    .you_wrote = "You wrote: {text}",
    .add_detail = "Add detail",
    .kept_as_said = "Kept as you said it. {question} counts as open until a teammate says it more "
                    "concretely, or {owner} marks it as concrete enough.",
    .set_aside = "{question} is set aside for you. You can still answer it.",
    .updated = "You edited your reply, so I updated your answer to {question}: {now}.",
    .undo = "Undo",
    .edit_not_understood = "I could not read your edited reply as an answer to {question}. Your answer "
                           "stays: {now}. To change it, edit the reply again or use My answers.",
    .withdrawn = "You deleted your reply, so I withdrew your answer to {question}. You can answer it again.",
    .answer_again = "Answer again",
    .undone_withdrawn = "Undone. Your answer to {question} is withdrawn.",
    .undone = "Undone. Your answer to {question} is again: {now}.",
    .nothing_to_undo = "There is nothing to undo at {question}. My answers shows what counts now.",
    .hat_saved = "Noted: {hat}. On with the questions whenever it suits you.",
};

}  // namespace crossroads
