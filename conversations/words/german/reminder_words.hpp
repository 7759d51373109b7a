#pragma once

#include "words/catalogue/reminder_words.hpp"

namespace crossroads {

inline constexpr reminder_words german_reminder_words{
    .open =
        {"{count} Frage zu {product} ist für dich offen, {minutes}.",
         "{count} Fragen zu {product} sind für dich offen, {minutes}."},
    .nobody_else_any = "Sonst hat sie noch niemand beantwortet.",
    .nobody_else_some = "{count} davon hat sonst noch niemand beantwortet.",
    .tomorrow = "Morgen erinnern",
    .away = "Ich bin nicht da",
    .stop = "Nicht mehr erinnern",
    .later = "Ich erinnere dich noch einmal an die Fragen zu {product}, frühestens {when}.",
    .no_more =
        "Du bekommst keine Erinnerungen mehr zu {product}. Deine Antworten zählen, wann immer du sie gibst.",
    .noted_away = "Du bist als abwesend notiert: Niemand wartet auf deine Antworten zu {product}, und du "
                  "bekommst keine Erinnerungen. Beantworte irgendeine Frage, und du bist wieder dabei.",
    .back_by_itself = "Sonst bist du {when} wieder dabei.",
};

}  // namespace crossroads
