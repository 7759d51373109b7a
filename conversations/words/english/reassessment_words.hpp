#pragma once

#include "words/catalogue/reassessment_words.hpp"

namespace crossroads {

inline constexpr reassessment_words english_reassessment_words{
    .proved = "Proved",
    .partly_proved = "Partly proved",
    .not_proved = "Not proved",
    .proved_within = "proved",
    .partly_within = "partly proved",
    .not_within = "not proved",
    .as_before = "{now}, as before",
    .no_known_answer = "no known answer",
    .other_answers = "Other answers that changed",
    .stage = "*Stage:* {change}",
    .path = "*Path:* {change}",
    .confidence = "*Confidence:* {change}",
    .further_back = "Your answers now place it at {stage}. That is where the next plan starts from.",
    .last_plan = "*The last plan set out to prove:* {outcome}.",
    .nobody_said = "Nobody said whether it did.",
    .you_say = "You say: {votes}.",
    .known_product = "*{product}* was assessed here before: {outcome}, on {day}. Update those answers, or "
                     "start from nothing? Either way the result says what changed.",
    .update_last = "Update last answers",
    .start_fresh = "Start fresh",
    .last_plan_summary = "The last plan set out to prove: {outcome}. Did it? One tap answers.",
    .last_plan_head = "The last plan set out to prove:",
    .did_it = "Did it?",
    .vote_label = "Did the last plan prove it?",
    .vote_note = "It does not change the recommendation; the result shows it beside what changed.",
    .vote_saved = "Saved: {vote}. You can change it with another tap.",
    .changes_summary = "What changed for {product} since {since}, {span} ago: stage {stage}.",
    .changed_in = "What changed in {span}",
    .compared_with = "Compared with the assessment of {since}.",
    .newly_proved = "Newly proved",
    .not_shown = "Not shown any more",
    .no_longer_open = "No longer open",
    .newly_open = "Newly open",
    .areas_improved = "Areas that improved",
    .areas_need_more = "Areas that need more than before",
    .areas_differ = "Areas seen differently",
    .nothing_changed = "Every answer that can be compared is as it was.",
    .not_compared = "Asked differently since then, so not compared: {questions}.",
    .none_yet = "There has been no assessment in this channel yet. Start one with `{command}`.",
    .none_of_product =
        "There is no assessment of {product} in this channel. See all of them with `{command}`.",
    .history_line = "*{run}* · {day} · {what}",
    .history_result = "{stage} · {outcome}, confidence {level} · guide {version}",
    .history_cancelled = "cancelled, without a result",
    .history_unknown = "finished with guide {version}, which is not here any more",
    .history_summary = "Assessments in this channel, the newest first.",
    .history_head = "*Assessments in this channel*, the newest first:",
    .see_again = "See a result again with `{command}`.",
};

}  // namespace crossroads
