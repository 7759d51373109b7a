#pragma once

#include "words/wording.hpp"

namespace crossroads {

/// The headline of an assessment, and what surrounds a start.
struct start_words {
    wording title;
    wording title_unnamed;
    wording size;
    wording invitation;
    wording started_by;
    wording everyone_answers;
    wording these_answer;
    wording names_shown;
    wording names_hidden;
    wording typed_is_visible;
    wording counts;
    wording time_was_up;
    wording open_until;
    wording everybody_done;
    wording open;
    wording paused;
    wording finished;
    wording cancelled;
    button_wording how_it_works;
    wording last_time_shown;
    wording started;
    wording started_hidden;
    wording open_here;
    wording several_open_here;
    button_wording go_to;
    button_wording start_for;
    button_wording start_for_another;
    window_wording another_product;
    window_wording start;
    wording which_product;
    hint_wording product_limit;
    wording few_people;
    button_wording start_hidden;
    button_wording start_shown;
};

}  // namespace crossroads
