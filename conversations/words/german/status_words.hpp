#pragma once

#include "words/catalogue/status_words.hpp"

namespace crossroads {

inline constexpr status_words german_status_words{
    .paused = "Pausiert.",
    .finished = "Abgeschlossen: {outcome}.",
    .cancelled = "Abgebrochen, ohne Ergebnis.",
    .all_answered = "Jede Frage hat eine Antwort.",
    .without_answer = "Ohne Antwort: {questions}.",
    .no_engineering = "Aus der Entwicklung hat noch niemand geantwortet.",
    .answered_everything = "Du hast alles beantwortet.",
    .open_for_you = "Für dich offen: {questions}, {minutes}.",
    .nobody = "noch niemand",
    .taking_part = "Dabei: {people}.",
    .asked_to_join = "Möchten mitmachen und warten auf deine Einladung: {people}.",
    .several_open = "Hier laufen mehrere Bewertungen.",
    .one_of_several = "*#{number} {product}*: {state}, {people}, {answers}",
    .state_open = "offen",
    .state_paused = "pausiert",
    .state_finished = "abgeschlossen",
    .state_cancelled = "abgebrochen",
    .more_about_one = "Mehr zu einer: `{command}`",
    .nothing_answered = "Du hast noch nichts beantwortet.",
    .your_answers = "Deine Antworten zu {product}",
    .does_not_count = "(zählt gerade nicht)",
    .how_to_change = "Zum Ändern die Nummer tippen: `{command}`.",
    .change_one = "Eine Antwort ändern",
    .change_one_title = "Eine Antwort ändern",
    .open_it = "Öffnen",
    .which_question = "Welche Frage?",
    .its_number = "Ihre Nummer, von 1 bis {count}.",
    .texts_more = "und {count} weitere",
    .basis_summary = "Die Antworten, auf denen das Ergebnis zu {product} ruht.",
    .basis_head = "*Worauf das Ergebnis ruht*, Frage für Frage. In Klammern steht die Zahl der Personen.",
    .no_answer = "keine Antwort",
    .something_wrong = "Stimmt hier etwas nicht? Ändere deine eigene Antwort; ändert das den Weg, "
                       "entscheidet die Leitung, ob das neue Ergebnis gilt.",
    .change_my_answer = "Meine Antwort ändern",
};

}  // namespace crossroads
