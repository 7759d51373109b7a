#pragma once

#include "words/catalogue/buttons_words.hpp"

namespace crossroads {

inline constexpr buttons_words german_buttons_words{
    .answer_now = "Jetzt antworten",
    .answer_now_spoken = "Die nächste offene Frage privat beantworten",
    .next_question = "Nächste Frage",
    .my_answers = "Meine Antworten",
    .show_result = "Ergebnis zeigen",
    .not_yet = "Noch nicht",
    .resume = "Fortsetzen",
    .keep_open = "Offen lassen",
    .finish_with_gaps = "Mit dem Vorhandenen abschließen",
    .do_not_know = "Weiß nicht",
    .skip = "Überspringen",
    .basis = "Antworten dahinter",
    .settle_it = "Festlegen",
    .close = "Schließen",
    .not_now = "Jetzt nicht",
};

}  // namespace crossroads
