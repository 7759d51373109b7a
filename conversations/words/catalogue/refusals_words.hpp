#pragma once

#include "words/wording.hpp"

namespace crossroads {

/// What cannot be done, who can do it, and what to do instead.
struct refusals_words {
    wording for_example_number;
    wording for_example_alone;
    wording stale;
    wording unknown_guide;
    wording no_such_guide;
    wording no_guide;
    wording no_space;
    wording product_missing;
    wording product_too_long;
    wording product_open;
    wording no_assessment;
    wording no_such_run;
    wording none;
    wording which_run;
    wording paused;
    wording cancelled_already;
    wording finished_already;
    wording outsider;
    button_wording ask_to_join;
    wording no_such_question;
    wording not_asked;
    wording nothing_before;
    wording unsure;
    wording too_long;
    wording reason_too_long;
    wording nothing_ticked;
    wording nothing_ticked_none_fits;
    wording goes_alone;
    wording empty_text;
    wording empty_text_skip;
    wording no_match;
    wording no_match_several;
    wording several_fit;
    wording one_only;
    wording takes_a_sentence;
    wording takes_a_choice;
    wording exactly_one;
    wording no_option;
    wording option_twice;
    wording exclusive;
    wording no_nul;
    wording text_too_long;
    wording unknown_not_offered;
    wording tick_one;
    wording write_a_sentence;
};

}  // namespace crossroads
