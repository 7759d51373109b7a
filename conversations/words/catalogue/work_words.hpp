#pragma once

#include "words/wording.hpp"

namespace crossroads {

/// The pieces of work and the phases of a plan; no full stops, to be put in lists.
struct work_words {
    wording next_proof;
    wording work_done;
    wording known_weakness;
    wording core;
    wording the_workflow;
    wording agree;
    wording agree_in_week_one;
    wording check_answers;
    wording talk_to_users;
    wording answer_again;
    wording baseline;
    wording next_users;
    wording review;
    wording safety_net;
    wording roll_out;
    wording target_design;
    wording first_slice;
    wording the_rest;
    wording switch_over;
};

}  // namespace crossroads
