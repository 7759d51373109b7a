#pragma once

#include "words/catalogue/question_words.hpp"

namespace crossroads {

inline constexpr question_words english_question_words{
    .heading = "{number} of {count} · {section}",
    .one_answers = "One tap answers; so does a reply with the number.",
    .many_answer = "Tick and save, or reply with the numbers.",
    .text_answers = "Press Answer, or reply with a sentence.",
    .ruled_out = "The answers so far rule this question out. What was answered is kept.",
    .nobody_yet = "Nobody has answered yet.",
    .people_answered = {"{count} person answered.", "{count} people answered."},
    .still_true = "Still true",
    .answer = "Answer",
    .save = "Save",
    .back = "Back",
    .that_is_all = "That is all we can say",
    .ask_someone = "Ask someone",
    .last_time = "*Last time:* {answer}",
    .form_title = "Question {number} of {count}",
    .form_title_vote = "Closing vote",
    .form_save = "Save",
    .form_stop = "Stop for now",
    .text_limit = "Up to 1,000 characters.",
    .answer_so_far = "Your answer so far: {answer}",
    .typing_works = "Typing works too: `{command}` and your answer; in a thread, mention me with `{words}` "
                    "and your answer.",
    .hat_label = "What do you mostly do?",
    .hat_hint = "Optional, asked once. It tells whose technical answers count first.",
    .all_done = "You have been through every question. You can still change any answer.",
    .all_done_but = "You have been through every question. Set aside: {count}. Press Answer now whenever you "
                    "want to return to what you set aside.",
    .wants_detail = "That is saved. To act on it we need *who* did *what*, and *how often*.",
};

}  // namespace crossroads
