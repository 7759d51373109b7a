#pragma once

#include "words/wording.hpp"

namespace crossroads {

/// Labels of buttons that several cards have.
struct buttons_words {
    button_wording answer_now;
    button_wording answer_now_spoken;
    button_wording next_question;
    button_wording my_answers;
    button_wording show_result;
    button_wording not_yet;
    button_wording resume;
    button_wording keep_open;
    button_wording finish_with_gaps;
    button_wording do_not_know;
    button_wording skip;
    button_wording basis;
    button_wording settle_it;
    window_wording close;
    window_wording not_now;
};

}  // namespace crossroads
