#pragma once

#include "words/wording.hpp"

namespace crossroads {

/// Question cards and the forms that ask privately.
struct question_words {
    wording heading;
    wording one_answers;
    wording many_answer;
    wording text_answers;
    wording ruled_out;
    wording nobody_yet;
    counted_wording people_answered;
    button_wording still_true;
    button_wording answer;
    button_wording save;
    button_wording back;
    button_wording that_is_all;
    button_wording ask_someone;
    wording last_time;
    window_wording form_title;
    window_wording form_title_vote;
    window_wording form_save;
    window_wording form_stop;
    hint_wording text_limit;
    wording answer_so_far;
    wording typing_works;
    wording hat_label;
    hint_wording hat_hint;
    wording all_done;
    wording all_done_but;
    wording wants_detail;
};

}  // namespace crossroads
