#pragma once

#include "words/wording.hpp"

namespace crossroads {

/// Pieces that several cards are made of.
struct phrases_words {
    wording this_product;         // within a sentence; German: after zu, von
    wording this_product_listed;  // in a list
    wording this_product_first;   // begins a sentence or stands alone
    wording scoping_first;        // the name of the outcome that is no path
    wording question_number;
    wording question_number_first;
    wording closing_vote;  // German: after zu, bei
    wording closing_vote_first;
    wording closing_vote_title;
    wording question_mark;
    wording do_not_know;
    wording and_more;  // behind a list of people
    wording more;      // the last item of a list
    wording last_and;
    wording quoted;
    wording the_owner;  // in place of a name
    wording this_person;
    wording that_person;
    wording a_teammate;
    counted_wording people;
    counted_wording answers;
    counted_wording questions;
    wording answers_from;
    wording under_a_minute;
    counted_wording minutes;
    wording grade_sound;
    wording grade_weak;
    wording grade_failing;
    wording grade_unknown;
    wording confidence_low;
    wording confidence_medium;
    wording confidence_high;
    wording met;
    wording partly;
    wording not_met;
    wording unknown;
    wording fit;
    wording fit_partly;
    wording fit_unknown;
    wording shortened;
    window_wording window_title;
    wording product;
    wording engineering;
    wording commercial;
    wording support;
};

}  // namespace crossroads
