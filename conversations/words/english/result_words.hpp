#pragma once

#include "words/catalogue/result_words.hpp"

namespace crossroads {

inline constexpr result_words english_result_words{
    .at_stage = "*{product}* is at stage *{stage}*{means}.",
    .stage_note = "{stage} ({note})",
    .not_more_build = "The next step is not more build.",
    .fits_best = "No path is fully backed by your answers. The one that fits best is: {path}.",
    .cheapest = "The cheapest path you can defend is: {path}.",
    .confidence = "*Confidence: {level}.*",
    .nothing_against = "Nothing speaks against it.",
    .what_is_open = "What is open",
    .points_to = "*What your answers point to so far*: {path}. Treat it as a direction, not a decision.",
    .points_nowhere = "*What your answers point to so far*: no path yet. Nothing is backed well enough.",
    .why_they_point = "Why they point to {path}: {fit}",
    .why = "Why {path}: {fit}",
    .also = "{answers}; also {questions}",
    .rule_does_not_hold = "Its rule does not hold",
    .not_cheaper = "Why not something cheaper",
    .would_change = "What would change this",
    .nothing_changes = "No single answer changes this.",
    .contradictions = "Answers that do not go together",
    .settled = "*{question}* settled.",
    .settled_because = "*{question}* settled: {reason}.",
    .settled_by_vote = "*{question}* settled by vote.",
    .settled_by_vote_because = "*{question}* settled by vote: {reason}.",
    .settled_by = "*{question}* settled by {owner}.",
    .settled_by_because = "*{question}* settled by {owner}: {reason}.",
    .view = "{people}: {says}",
    .view_leads = "{people}: {says} (then {outcome})",
    .decides = "This decides the result.",
    .does_not_change = "*{questions}*. It does not change the result.",
    .differed = "Where you differed",
    .own_picks = "*Your own picks before the result*: {picks}.",
    .small_print = "{people} · {answered} of {count} questions answered · guide {guide} ({hash}) · the rules "
                   "are fixed and open, no AI decides",
    .took_part = "Took part: {people}.",
    .answer_open = "Answer {question}",
    .basis_spoken = "See the answers this result rests on and change one",
    .export_it = "Export",
    .export_spoken = "Post result, plan and all answers as a file in the thread",
    .summary = "Result for {product}: {stage}. Recommended path: {outcome}, confidence {level}. The plan "
               "follows in the thread.",
    .summary_scoping =
        "Result for {product}: {stage}. {outcome}, confidence {level}. The plan follows in the thread.",
    .none_yet = "There is no result for {product} yet. See how far it is with `{status}`; {owner} shows the "
                "result with `{finish}`.",
    .late_change = "A late answer changes the result: *{change}*.",
    .late_summary = "A late answer changes the result: {change}. The owner decides whether to adopt it.",
    .what_did_it = "What did it: {answer}",
    .late_unknown = "an answer to a question",
    .late_answer = "{answer} ({question}).",
    .late_team = "what the team says to {question}.",
    .owner_decides = "{owner} decides whether to adopt it.",
    .adopt = "Adopt the new result",
    .keep = "Keep the old one",
    .late_adopted = "A late answer changed the result to *{outcome}*. Adopted by {owner}. The result and the "
                    "plan above are updated.",
    .late_kept = "A late answer would change the result to {outcome}. {owner} keeps *{kept}*.",
    .late_led_back = "Later answers lead back to *{kept}*. There is nothing to decide.",
    .late_overtaken = "A late answer pointed to {outcome}. Another one came after it; see the message below.",
    .nothing_to_decide = "There is nothing to decide any more. The result is {outcome}.",
    .adopted = "Adopted. The result is now {outcome}; the result and the plan in the thread are updated.",
    .kept = "Kept. The result stays {outcome}. The late answer stays on record.",
    .at_a_glance = "The result at a glance.",
};

}  // namespace crossroads
