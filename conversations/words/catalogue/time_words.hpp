#pragma once

#include "words/wording.hpp"

namespace crossroads {

/// Deadlines, pauses that nobody asked for, and windows that cannot be.
struct time_words {
    counted_wording without_answer;
    wording all_answered_until_then;
    wording closes;
    wording up_nobody;
    wording up;
    button_wording two_more_days;
    button_wording pause_it;
    wording unattended;
    wording paused_quiet;
    wording paused_unanswered;
    wording extended;
    wording extended_privately;
    wording past_date;
    wording too_long;
    wording earlier;
};

}  // namespace crossroads
