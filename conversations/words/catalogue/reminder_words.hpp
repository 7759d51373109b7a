#pragma once

#include "words/wording.hpp"

namespace crossroads {

/// Direct messages to people whose answers are missing.
struct reminder_words {
    counted_wording open;
    wording nobody_else_any;
    wording nobody_else_some;
    button_wording tomorrow;
    button_wording away;
    button_wording stop;
    wording later;
    wording no_more;
    wording noted_away;
    wording back_by_itself;  // after it
};

}  // namespace crossroads
