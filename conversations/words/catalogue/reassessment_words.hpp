#pragma once

#include "words/wording.hpp"

namespace crossroads {

/// A product that was assessed before.
struct reassessment_words {
    wording proved;
    wording partly_proved;
    wording not_proved;
    wording proved_within;
    wording partly_within;
    wording not_within;
    wording as_before;
    wording no_known_answer;
    wording other_answers;
    wording stage;
    wording path;
    wording confidence;
    wording further_back;
    wording last_plan;
    wording nobody_said;
    wording you_say;
    wording known_product;
    button_wording update_last;
    button_wording start_fresh;
    wording last_plan_summary;
    wording last_plan_head;
    wording did_it;
    wording vote_label;
    wording vote_note;
    wording vote_saved;
    wording changes_summary;
    wording changed_in;
    wording compared_with;
    wording newly_proved;
    wording not_shown;
    wording no_longer_open;
    wording newly_open;
    wording areas_improved;
    wording areas_need_more;
    wording areas_differ;
    wording nothing_changed;
    wording not_compared;
    wording none_yet;
    wording none_of_product;
    wording history_line;
    wording history_result;
    wording history_cancelled;
    wording history_unknown;
    wording history_summary;
    wording history_head;
    wording see_again;
};

}  // namespace crossroads
