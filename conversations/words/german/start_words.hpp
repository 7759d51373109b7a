#pragma once

#include "words/catalogue/start_words.hpp"

namespace crossroads {

inline constexpr start_words german_start_words{
    .title = "Bewertung: {product}",
    .title_unnamed = "Produktbewertung",
    .size = "Bis zu {count} kurze Fragen, {minutes}",
    .invitation =
        "Was hat der jetzige Stand belegt, und was muss die nächste Stufe leisten? Antwortet, wann es euch "
        "passt. Am Ende stehen eine Empfehlung und ein Plan für die nächsten 6 bis 12 Wochen.",
    .started_by = "{size} · gestartet von {owner}",
    .everyone_answers = "Alle hier können antworten.",
    .these_answer = "Diese Personen antworten: {people}.",
    .names_shown = "Antworten bleiben bis zum Ergebnis verborgen; darin steht, wer teilgenommen hat, nicht, "
                   "wer was gesagt hat.",
    .names_hidden = "Namen bleiben verborgen: Karten und Ergebnis zeigen nur Zahlen.",
    .typed_is_visible = "Eine getippte Antwort im Thread zählt auch, und alle können sie lesen. „Weiß nicht“ "
                        "ist eine gute Antwort.",
    .counts = "{people}, {answered} von {count} Fragen haben Antworten.",
    .time_was_up = "Die Zeit war um: {closes}; Antworten zählen noch.",
    .open_until = "Offen bis {closes}.",
    .everybody_done = "*Alle sind fertig.* {owner} kann das Ergebnis zeigen.",
    .open = "*Offen.* {counts}",
    .paused = "*Pausiert.* {counts}",
    .finished = "*Abgeschlossen: {outcome}.* Ergebnis und Plan stehen im Thread.",
    .cancelled = "*Abgebrochen.* Es gibt kein Ergebnis.",
    .how_it_works = "So läuft es ab",
    .last_time_shown = "Jede Frage zeigt die Antwort vom letzten Mal. „Stimmt noch“ übernimmt sie.",
    .started = "Die Bewertung von {product} beginnt in diesem Channel. Wenn hier nichts erscheint, lade mich "
               "in den Channel ein und starte noch einmal.",
    .started_hidden =
        "Namen bleiben verborgen. Antworten weniger als drei Personen, verbirgt das nicht viel.",
    .open_here = "Hier läuft schon eine Bewertung: *{names}*. Du kannst damit weitermachen oder eine für ein "
                 "anderes Produkt starten.",
    .several_open_here = "Hier laufen schon Bewertungen: *{names}*. Du kannst mit einer weitermachen oder "
                         "eine für ein anderes Produkt starten.",
    .go_to = "Weiter mit #{number}",
    .start_for = "Für {product} starten",
    .start_for_another = "Für ein anderes Produkt starten",
    .another_product = "Ein anderes Produkt",
    .start = "Starten",
    .which_product = "Um welches Produkt geht es?",
    .product_limit = "Bis zu 80 Zeichen.",
    .few_people = "Bei weniger als drei Personen verbirgt das Ausblenden der Namen nicht viel: Man errät, "
                  "wer was gesagt hat. Trotzdem mit verborgenen Namen starten, oder die Namen zeigen?",
    .start_hidden = "Mit verborgenen Namen starten",
    .start_shown = "Mit sichtbaren Namen starten",
};

}  // namespace crossroads
