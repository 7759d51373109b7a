#pragma once

#include "words/wording.hpp"

namespace crossroads {

/// Pause, resume, cancel, hand over, and who takes part.
struct lifecycle_words {
    wording paused;
    wording resumed;
    wording paused_already;
    wording paused_privately;
    wording open_already;
    wording resumed_privately;
    wording confirm_cancel;
    button_wording pause_instead;
    button_wording cancel;
    wording cancelled;
    wording cancelled_privately;
    wording kept_open;
    wording invitation;
    wording everyone_can;
    wording on_the_list;
    wording on_the_list_already;
    wording wants_to_join;
    button_wording add_them;
    wording asked_to_join;
    wording handed_over;
    wording handed_over_already;
    wording new_owner;
};

}  // namespace crossroads
