#pragma once

#include "words/wording.hpp"

namespace crossroads {

/// What a platform adds to a card, and says in answer to an action on one.
struct card_words {
    wording noted;
    wording below;  // the answer is in a message of its own
    wording closed;
    wording out_of_date;
    wording answer_label;
    wording choice_label;
    wording nobody_to_pick;
    button_wording save;
    wording save_what;  // spoken
};

}  // namespace crossroads
