#pragma once

#include "words/wording.hpp"

namespace crossroads {

/// How far an assessment is, and what was answered.
struct status_words {
    wording paused;
    wording finished;
    wording cancelled;
    wording all_answered;
    wording without_answer;
    wording no_engineering;
    wording answered_everything;
    wording open_for_you;
    wording nobody;
    wording taking_part;
    wording asked_to_join;
    wording several_open;
    wording one_of_several;
    wording state_open;
    wording state_paused;
    wording state_finished;
    wording state_cancelled;
    wording more_about_one;
    wording nothing_answered;
    wording your_answers;
    wording does_not_count;
    wording how_to_change;
    button_wording change_one;
    window_wording change_one_title;
    window_wording open_it;
    wording which_question;
    hint_wording its_number;
    wording texts_more;
    wording basis_summary;
    wording basis_head;
    wording no_answer;
    wording something_wrong;
    button_wording change_my_answer;
};

}  // namespace crossroads
