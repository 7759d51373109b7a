#pragma once

#include "words/catalogue/buttons_words.hpp"

namespace crossroads {

inline constexpr buttons_words english_buttons_words{
    .answer_now = "Answer now",
    .answer_now_spoken = "Answer your next open question privately",
    .next_question = "Next question",
    .my_answers = "My answers",
    .show_result = "Show the result",
    .not_yet = "Not yet",
    .resume = "Resume",
    .keep_open = "Keep it open",
    .finish_with_gaps = "Finish with what we have",
    .do_not_know = "Do not know",
    .skip = "Skip",
    .basis = "Answers it rests on",
    .settle_it = "Settle it",
    .close = "Close",
    .not_now = "Not now",
};

}  // namespace crossroads
