#pragma once

#include "words/catalogue/finish_words.hpp"

namespace crossroads {

inline constexpr finish_words german_finish_words{
    .ready = "Bereit. Jede Frage zu {product} hat eine Antwort, und alle sind fertig. Das Ergebnis zeigen?",
    .not_yet = "Sie bleibt offen. Das Ergebnis zeigst du, wann du magst, mit `{command}`.",
    .nobody_answered = "Noch hat niemand geantwortet, es gibt also nichts zu entscheiden. Antworte jetzt, "
                       "oder brich sie ab.",
    .gaps = "Nicht alles ist beantwortet. Ganz ohne Antwort: {questions}. Was fehlt, gilt als unbekannt; das "
            "Ergebnis kann deshalb lauten, erst genauer zu klären.",
    .undecided_differing = "Vor dem Ergebnis: Zu {questions} gehen die Antworten auseinander, und das "
                           "entscheidet das Ergebnis. Ich habe es dem Team im Thread vorgelegt.",
    .undecided_not_concrete =
        "Noch keine konkrete Antwort zu {questions}. Du kannst als konkret genug markieren, was da ist.",
    .show_anyway_question = "Das Ergebnis trotzdem zeigen?",
    .settle_question = "{question} festlegen",
    .concrete_enough = "{question} ist konkret genug",
    .show_anyway = "Ergebnis trotzdem zeigen",
    .differ_summary = "Zu {question} gehen eure Antworten auseinander, und das entscheidet das Ergebnis. "
                      "Sprecht darüber, dann legt es fest.",
    .differ_head = "Ihr seht das unterschiedlich, und es entscheidet das Ergebnis",
    .view = "{people}: {says}. Dann ist das Ergebnis *{outcome}*.",
    .until_settled =
        "Bis es festgelegt ist, zählt die vorsichtige Lesart, und die Gewissheit bleibt gering. Beide "
        "Sichtweisen bleiben erhalten. {owner} kann es festlegen; alle können ihre eigene Antwort ändern.",
    .settle_spoken = "{question} festlegen, nur für die Leitung",
    .change_my_answer = "Meine Antwort ändern",
    .vote_summary =
        "Ihr habt {count} verschiedene Antworten zu {question} genannt. Welche zuerst? Ein Tipp stimmt ab.",
    .which_first = "Welche zuerst?",
    .vote_named = "Ihr habt {count} verschiedene Antworten zu {question} genannt: {ask}",
    .two = "zwei",
    .candidate = "{text}: {votes}",
    .votes = {"{count} Stimme", "{count} Stimmen"},
    .vote_note = "Mehr als die Hälfte der Beteiligten legt es fest; {owner} kann es auch. Bis dahin gilt "
                 "diese Frage als offen.",
    .vote_saved = "Deine Stimme: {text}. Ein weiterer Tipp ändert sie.",
    .vote_settles = "Deine Stimme: {text}. Damit ist es festgelegt.",
    .vote_over = "Bei {question} gibt es nichts mehr abzustimmen: Es ist festgelegt, oder die Antworten "
                 "haben sich geändert.",
    .picked_it = "{votes} von {people} haben das gewählt",
    .settled = "*Festgelegt* zu {question}: {answer}. Von {owner}. Alle Sichtweisen bleiben festgehalten.",
    .settled_because =
        "*Festgelegt* zu {question}: {answer}. Von {owner}: {reason} Alle Sichtweisen bleiben festgehalten.",
    .settled_by_vote = "*Festgelegt* zu {question}: {answer}. Durch Abstimmung: {reason}. Alle Sichtweisen "
                       "bleiben festgehalten.",
    .settled_already = "{question} ist schon festgelegt: {answer}. Von {owner}. Ändern zu: {wanted}?",
    .settled_already_by_vote =
        "{question} ist schon festgelegt: {answer}. Durch Abstimmung: {reason}. Ändern zu: {wanted}?",
    .keep_settlement = "Behalten",
    .change_settlement = "Ändern",
    .settlement_kept = "Nichts hat sich geändert: {question} bleibt, wie es festgelegt ist.",
    .how_to_settle = "Sag, wie {question} festgelegt wird: `{command}`.",
    .one_sentence_typed = "ein Satz",
    .settle_title = "Frage {number} festlegen",
    .settle = "Festlegen",
    .becomes_answer = "Das wird die Antwort des Teams. Beide Sichtweisen bleiben festgehalten.",
    .named_so_far = "Bisher genannt:",
    .one_sentence = "Ein Satz, bis zu 1.000 Zeichen.",
    .why = "Warum?",
    .why_hint = "Freiwillig. Steht beim Ergebnis. Bis zu 300 Zeichen.",
    .settled_privately = "Festgelegt zu {question}: {answer}. Alle Sichtweisen bleiben festgehalten.",
    .now_concrete = "{question} gilt jetzt als konkret genug.",
    .already_concrete = "{question} ist schon als konkret genug markiert.",
    .nothing_to_mark = "Bei {question} gibt es nichts zu markieren. Das brauchen nur Fragen, auf die ein "
                       "Satz antwortet, und erst, wenn es eine Antwort gibt.",
    .finished_privately =
        "Fertig: {outcome}. Ergebnis und Plan stehen im Thread. Noch einmal zeigt sie `{command}`.",
};

}  // namespace crossroads
