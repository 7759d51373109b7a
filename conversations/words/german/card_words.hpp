#pragma once

#include "words/catalogue/card_words.hpp"

namespace crossroads {

inline constexpr card_words german_card_words{
    .noted = "Notiert.",
    .below = "Nur du siehst es: Es steht unten in einer eigenen Nachricht.",
    .closed = "Für jetzt geschlossen. Was du gespeichert hast, bleibt, und du kannst jederzeit weitermachen.",
    .out_of_date = "Diese Karte ist veraltet. Erwähne mich mit help, um zu sehen, was du tun kannst.",
    .answer_label = "Deine Antwort",
    .choice_label = "Auswahl",
    .nobody_to_pick =
        "Hier hat sonst noch niemand geschrieben. Erwähne die Person stattdessen: `invite @Name`.",
    .save = "Speichern",
    .save_what = "Speichern: {what}",
};

}  // namespace crossroads
