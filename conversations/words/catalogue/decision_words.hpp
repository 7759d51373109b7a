#pragma once

#include "words/wording.hpp"

namespace crossroads {

/// What a decision says of its reasons; sentences without their full stop, to be put in lists.
struct decision_words {
    wording nobody_knows;
    wording not_asked;
    wording nothing_by_most;
    wording nothing_ticked;
    wording nothing;
    wording one_answer;
    wording not_shown;
    wording not_ticked;
    wording area_graded;
    wording fits_best;
    wording hangs_on_unknown;
    wording none_defensible;
    wording decisive;
    wording may_contradict;
    counted_wording contradictions;
    counted_wording contradictions_and_more;
    wording not_enough;
    wording some_missing;
    wording goal_split;
    wording one_respondent;
    wording nobody_technical;
    wording one_technical;
    wording not_concrete;
    wording few_conditions;
    wording cheaper_possible;
    wording close_second;
    wording areas_unknown;
    wording no_weakness;
    wording prove_live_first;
    wording nothing_indispensable;
    wording budget_proof;
    wording budget_workflow;
    wording budget_keep;
    wording budget_hurting;
    wording budget_next;
    wording budget_path;
    wording budget_defer;
    wording if_concrete;
    wording if_answer;
    wording if_unticked;
    wording if_ticked;
    wording if_settled;
    wording if_graded;
};

}  // namespace crossroads
