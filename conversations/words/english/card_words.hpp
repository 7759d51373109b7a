#pragma once

#include "words/catalogue/card_words.hpp"

namespace crossroads {

inline constexpr card_words english_card_words{
    .noted = "Noted.",
    .below = "Only you can see it: it is in a message of its own below.",
    .closed = "Closed for now. What you saved is kept, and you can go on at any time.",
    .out_of_date = "This card is out of date. Mention me with help to see what you can do.",
    .answer_label = "Your answer",
    .choice_label = "Choose",
    .nobody_to_pick = "Nobody else has written here so far. Mention the person instead: `invite @name`.",
    .save = "Save",
    .save_what = "Save: {what}",
};

}  // namespace crossroads
