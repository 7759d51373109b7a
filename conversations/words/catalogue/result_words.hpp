#pragma once

#include "words/wording.hpp"

namespace crossroads {

/// The recommendation and all it rests on, and what comes after it.
struct result_words {
    wording at_stage;
    wording stage_note;
    wording not_more_build;
    wording fits_best;
    wording cheapest;
    wording confidence;
    wording nothing_against;
    wording what_is_open;
    wording points_to;
    wording points_nowhere;
    wording why_they_point;
    wording why;
    wording also;
    wording rule_does_not_hold;
    wording not_cheaper;
    wording would_change;
    wording nothing_changes;
    wording contradictions;
    wording settled;
    wording settled_because;
    wording settled_by_vote;
    wording settled_by_vote_because;
    wording settled_by;
    wording settled_by_because;
    wording view;
    wording view_leads;
    wording decides;
    wording does_not_change;
    wording differed;
    wording own_picks;
    wording small_print;
    wording took_part;
    button_wording answer_open;
    button_wording basis_spoken;
    button_wording export_it;
    button_wording export_spoken;
    wording summary;
    wording summary_scoping;
    wording none_yet;
    wording late_change;
    wording late_summary;
    wording what_did_it;
    wording late_unknown;
    wording late_answer;
    wording late_team;
    wording owner_decides;
    button_wording adopt;
    button_wording keep;
    wording late_adopted;
    wording late_kept;
    wording late_led_back;
    wording late_overtaken;
    wording nothing_to_decide;
    wording adopted;
    wording kept;
    wording at_a_glance;
};

}  // namespace crossroads
