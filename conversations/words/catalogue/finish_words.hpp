#pragma once

#include "words/wording.hpp"

namespace crossroads {

/// On the way to the result: ready, gaps, disagreements, settling, marking.
struct finish_words {
    wording ready;
    wording not_yet;
    wording nobody_answered;
    wording gaps;
    wording undecided_differing;
    wording undecided_not_concrete;
    wording show_anyway_question;
    button_wording settle_question;
    button_wording concrete_enough;
    button_wording show_anyway;
    wording differ_summary;
    wording differ_head;
    wording view;
    wording until_settled;
    button_wording settle_spoken;
    button_wording change_my_answer;
    wording vote_summary;
    wording which_first;
    wording vote_named;
    wording two;
    wording candidate;
    counted_wording votes;
    wording vote_note;
    wording vote_saved;
    wording vote_settles;
    wording vote_over;
    wording picked_it;
    wording settled;
    wording settled_because;
    wording settled_by_vote;
    wording settled_already;  // with another answer than the one wanted now
    wording settled_already_by_vote;
    button_wording keep_settlement;
    button_wording change_settlement;
    wording settlement_kept;
    wording how_to_settle;
    wording one_sentence_typed;
    window_wording settle_title;
    window_wording settle;
    wording becomes_answer;
    wording named_so_far;
    hint_wording one_sentence;
    wording why;
    hint_wording why_hint;
    wording settled_privately;
    wording now_concrete;
    wording already_concrete;
    wording nothing_to_mark;
    wording finished_privately;
};

}  // namespace crossroads
