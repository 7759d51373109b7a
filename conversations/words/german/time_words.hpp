#pragma once

#include "words/catalogue/time_words.hpp"

namespace crossroads {

inline constexpr time_words german_time_words{
    .without_answer =
        {"{count} Frage hat noch keine Antwort: {questions}.",
         "{count} Fragen haben noch keine Antwort: {questions}."},
    .all_answered_until_then = "Jede Frage hat eine Antwort; deine zählt bis dahin noch.",
    .closes = "Schließt {closes}.",
    .up_nobody = "Die Zeit für die Bewertung von {product} ist um, und noch hat niemand geantwortet. Ohne "
                 "ein Wort von dir pausiert sie in zwei Arbeitstagen; nichts geht verloren.",
    .up = "Die Zeit für die Bewertung von {product} ist um. {missing} Ohne ein Wort von dir erscheint das "
          "Ergebnis in zwei Arbeitstagen, mit dem, was da ist.",
    .two_more_days = "Zwei Tage länger offen lassen",
    .pause_it = "Pausieren",
    .unattended = "Die Zeit war um: {closes}. Hier ist das Ergebnis mit den Antworten, die da sind. Eine "
                  "späte Antwort zählt noch, wenn sie das Ergebnis ändert.",
    .paused_quiet = "Von selbst pausiert nach {days} stillen Tagen. Nichts geht verloren, und niemand wird "
                    "erinnert. {owner} kann sie fortsetzen.",
    .paused_unanswered = "Von selbst pausiert: Die Zeit ist um, und es gibt noch keine Antworten. Nichts "
                         "geht verloren, und niemand wird erinnert. {owner} kann sie fortsetzen.",
    .extended = "Es gibt mehr Zeit: offen bis {closes}.",
    .extended_privately = "Die Bewertung von {product} ist offen bis {closes}.",
    .past_date = "Diese Zeit ist schon vorbei. Nenne ein späteres Datum oder eine Anzahl Tage: `{start}` "
                 "oder `{extend}`.",
    .too_long = "Eine Bewertung ist höchstens {days} Tage offen. Nenne weniger Tage, zum Beispiel `{start}`; "
                "verlängern geht später.",
    .earlier =
        "Sie ist schon offen bis {closes}. Nenne ein späteres Datum oder eine Anzahl Tage, die dazukommen.",
};

}  // namespace crossroads
