#pragma once

#include "words/catalogue/channel_words.hpp"

namespace crossroads {

inline constexpr channel_words german_channel_words{
    .unarchived = "Dieser Channel war archiviert, deshalb ist die Bewertung von {product} pausiert. Nichts "
                  "ist verloren. {owner} kann sie fortsetzen.",
    .out_of_reach =
        "Ich bin nicht mehr im Channel deiner Bewertung von {product}, deshalb ist sie pausiert. Nichts ist "
        "verloren. Lade mich wieder in den Channel ein und tippe dort `{command}`.",
    .deleted = "Der Channel deiner Bewertung von {product} wurde gelöscht, deshalb ist sie ohne Ergebnis "
               "geschlossen. {answers} von {people} bleiben gespeichert; wer mich betreibt, kommt an sie "
               "heran.",
    .not_started = "In dem Channel, in dem du die Bewertung von {product} gestartet hast, kann ich nichts "
                   "schreiben, deshalb hat sie nicht begonnen. Lade mich in den Channel ein und starte sie "
                   "noch einmal.",
    .start_again =
        "Die Startkarte wurde gelöscht, deshalb steht oben eine neue, und neue Fragen kommen hierher. Nichts "
        "ist verloren: Karten im alten Thread gelten weiter, und Antworten dort zählen.",
};

}  // namespace crossroads
