#pragma once

#include "words/catalogue/finish_words.hpp"

namespace crossroads {

inline constexpr finish_words english_finish_words{
    .ready = "Ready. Every question about {product} has an answer and everybody is done. Show the result?",
    .not_yet = "It stays open. Show the result whenever you like with `{command}`.",
    .nobody_answered = "Nobody has answered yet, so there is nothing to decide on. Answer now, or cancel it.",
    .gaps = "Not everything is answered. Without any answer: {questions}. What is missing counts as unknown, "
            "so the result may be better scoping.",
    .undecided_differing = "Before the result: you see {questions} differently, and it decides the result. I "
                           "have put it to the team in the thread.",
    .undecided_not_concrete =
        "No concrete answer yet to {questions}. You can mark what is there as concrete enough.",
    .show_anyway_question = "Show the result anyway?",
    .settle_question = "Settle {question}",
    .concrete_enough = "{question} is concrete enough",
    .show_anyway = "Show the result anyway",
    .differ_summary = "You see {question} differently, and it decides the result. Talk, then settle it.",
    .differ_head = "You see this differently, and it decides the result",
    .view = "{people}: {says}. Then the result is *{outcome}*.",
    .until_settled = "Until it is settled the cautious reading counts and confidence stays low. Both views "
                     "are kept. {owner} can settle it; everyone can change their own answer.",
    .settle_spoken = "Settle {question}, the owner only",
    .change_my_answer = "Change my answer",
    .vote_summary = "You named {count} different answers to {question}. Which one first? One tap votes.",
    .which_first = "Which one first?",
    .vote_named = "You named {count} different answers to {question}: {ask}",
    .two = "two",
    .candidate = "{text}: {votes}",
    .votes = {"{count} vote", "{count} votes"},
    .vote_note = "More than half of those taking part settle it; {owner} can settle it too. Until then this "
                 "question counts as open.",
    .vote_saved = "Your vote: {text}. You can change it with another tap.",
    .vote_settles = "Your vote: {text}. That settles it.",
    .vote_over = "There is nothing to vote on any more at {question}: it is settled, or the answers changed.",
    .picked_it = "{votes} of {people} picked it",
    .settled = "*Settled*: {question} is {answer}. By {owner}. All views stay on record.",
    .settled_because = "*Settled*: {question} is {answer}. By {owner}: {reason} All views stay on record.",
    .settled_by_vote = "*Settled*: {question} is {answer}. By vote: {reason}. All views stay on record.",
    .settled_already = "{question} is already settled: {answer}. By {owner}. Change it to: {wanted}?",
    .settled_already_by_vote =
        "{question} is already settled: {answer}. By vote: {reason}. Change it to: {wanted}?",
    .keep_settlement = "Keep it",
    .change_settlement = "Change it",
    .settlement_kept = "Nothing has changed: {question} stays as it is settled.",
    .how_to_settle = "Say how {question} is settled: `{command}`.",
    .one_sentence_typed = "one sentence",
    .settle_title = "Settle question {number}",
    .settle = "Settle",
    .becomes_answer = "This becomes the team's answer. Both views stay on record.",
    .named_so_far = "Named so far:",
    .one_sentence = "One sentence, up to 1,000 characters.",
    .why = "Why?",
    .why_hint = "Optional. Shown with the result. Up to 300 characters.",
    .settled_privately = "Settled: {question} is {answer}. All views stay on record.",
    .now_concrete = "{question} now counts as concrete enough.",
    .already_concrete = "{question} is marked as concrete enough already.",
    .nothing_to_mark = "There is nothing to mark at {question}. Only questions answered with a sentence need "
                       "it, and only once they have an answer.",
    .finished_privately =
        "Done: {outcome}. The result and the plan are in the thread. See them again with `{command}`.",
};

}  // namespace crossroads
