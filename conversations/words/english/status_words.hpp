#pragma once

#include "words/catalogue/status_words.hpp"

namespace crossroads {

inline constexpr status_words english_status_words{
    .paused = "Paused.",
    .finished = "Finished: {outcome}.",
    .cancelled = "Cancelled, without a result.",
    .all_answered = "Every question has an answer.",
    .without_answer = "Without an answer: {questions}.",
    .no_engineering = "Nobody from engineering has answered yet.",
    .answered_everything = "You have answered everything.",
    .open_for_you = "Open for you: {questions}, {minutes}.",
    .nobody = "nobody yet",
    .taking_part = "Taking part: {people}.",
    .asked_to_join = "Asked to join, and waiting for your invite: {people}.",
    .several_open = "Several assessments are open here.",
    .one_of_several = "*#{number} {product}*: {state}, {people}, {answers}",
    .state_open = "open",
    .state_paused = "paused",
    .state_finished = "finished",
    .state_cancelled = "cancelled",
    .more_about_one = "More about one: `{command}`",
    .nothing_answered = "You have not answered anything yet.",
    .your_answers = "Your answers about {product}",
    .does_not_count = "(does not count at the moment)",
    .how_to_change = "To change one, type its number: `{command}`.",
    .change_one = "Change an answer",
    .change_one_title = "Change an answer",
    .open_it = "Open it",
    .which_question = "Which question?",
    .its_number = "Its number, from 1 to {count}.",
    .texts_more = "and {count} more",
    .basis_summary = "The answers the result for {product} rests on.",
    .basis_head = "*What the result rests on*, question by question. The number of people is in brackets.",
    .no_answer = "no answer",
    .something_wrong = "Something wrong here? Change your own answer; if that changes the path, the owner "
                       "decides whether to adopt the new result.",
    .change_my_answer = "Change my answer",
};

}  // namespace crossroads
