#pragma once

#include "words/catalogue/reminder_words.hpp"

namespace crossroads {

inline constexpr reminder_words english_reminder_words{
    .open =
        {"{count} question about {product} is open for you, {minutes}.",
         "{count} questions about {product} are open for you, {minutes}."},
    .nobody_else_any = "Nobody else has answered them yet.",
    .nobody_else_some = "Nobody else has answered {count} of them yet.",
    .tomorrow = "Remind me tomorrow",
    .away = "I am away",
    .stop = "Stop reminding me",
    .later = "I will remind you of {product} again, not before {when}.",
    .no_more = "You get no more reminders of {product}. Your answers count whenever you give them.",
    .noted_away = "You are noted as away: nobody waits for your answers about {product}, and you get no "
                  "reminders. Answer any question and you are back.",
    .back_by_itself = "Otherwise you are back {when}.",
};

}  // namespace crossroads
