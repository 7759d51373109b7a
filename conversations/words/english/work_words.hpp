#pragma once

#include "words/catalogue/work_words.hpp"

namespace crossroads {

inline constexpr work_words english_work_words{
    .next_proof = "the next proof point is reached",
    .work_done = "the work above is done",
    .known_weakness = "{area}: known weakness, not in the way yet",
    .core = "core",
    .the_workflow = "the workflow to protect first",
    .agree = "Agree {what}",
    .agree_in_week_one = "Agree {what} in week 1",
    .check_answers = "Check the answers that rule out every path, then assess again",
    .talk_to_users = "Talk to real users and look at real numbers",
    .answer_again = "Answer the open questions again",
    .baseline = "Write down today's baseline",
    .next_users = "Bring it to the next users",
    .review = "Review the proof and assess again",
    .safety_net = "Safety net: the main flow as checks, a rollback, alerts",
    .roll_out = "Roll out to everyone",
    .target_design = "Target design and the boundary of the work",
    .first_slice = "First slice live with a few users",
    .the_rest = "The rest in batches",
    .switch_over = "Switch everyone over",
};

}  // namespace crossroads
