#pragma once

#include "words/catalogue/time_words.hpp"

namespace crossroads {

inline constexpr time_words english_time_words{
    .without_answer =
        {"{count} question has no answer yet: {questions}.",
         "{count} questions have no answer yet: {questions}."},
    .all_answered_until_then = "Every question has an answer; yours still counts until then.",
    .closes = "Closes {closes}.",
    .up_nobody = "Time is up for the assessment of {product}, and nobody has answered yet. Without a word "
                 "from you it pauses in two working days; nothing is lost.",
    .up = "Time is up for the assessment of {product}. {missing} Without a word from you the result is "
          "posted in two working days, with what is there.",
    .two_more_days = "Give it two more days",
    .pause_it = "Pause it",
    .unattended = "Time was up {closes}. Here is the result with the answers that are there. A late answer "
                  "still counts if it changes the result.",
    .paused_quiet = "Paused by itself after {days} quiet days. Nothing is lost and nobody is reminded. "
                    "{owner} can resume it.",
    .paused_unanswered = "Paused by itself: time is up and there are no answers yet. Nothing is lost and "
                         "nobody is reminded. {owner} can resume it.",
    .extended = "There is more time: open until {closes}.",
    .extended_privately = "The assessment of {product} is open until {closes}.",
    .past_date =
        "That time has passed already. Give a later date, or a number of days: `{start}` or `{extend}`.",
    .too_long = "An assessment is open for {days} days at most. Give fewer days, for example `{start}`; you "
                "can extend it later.",
    .earlier = "It is open until {closes} already. Give a later date, or a number of days to add.",
};

}  // namespace crossroads
