#pragma once

#include "words/catalogue/reassessment_words.hpp"

namespace crossroads {

inline constexpr reassessment_words german_reassessment_words{
    .proved = "Belegt",
    .partly_proved = "Teilweise belegt",
    .not_proved = "Nicht belegt",
    .proved_within = "belegt",
    .partly_within = "teilweise belegt",
    .not_within = "nicht belegt",
    .as_before = "{now}, wie zuvor",
    .no_known_answer = "keine bekannte Antwort",
    .other_answers = "Andere Antworten, die sich geändert haben",
    .stage = "*Stufe:* {change}",
    .path = "*Weg:* {change}",
    .confidence = "*Gewissheit:* {change}",
    .further_back = "Eure Antworten führen jetzt zur Stufe {stage}. Dort setzt der nächste Plan an.",
    .last_plan = "*Der letzte Plan wollte belegen:* {outcome}.",
    .nobody_said = "Niemand hat gesagt, ob es gelungen ist.",
    .you_say = "Ihr sagt: {votes}.",
    .known_product =
        "*{product}* wurde hier schon bewertet: {outcome}, am {day}. Die Antworten von damals anpassen, oder "
        "neu beginnen? In beiden Fällen sagt das Ergebnis, was sich geändert hat.",
    .update_last = "Letzte Antworten anpassen",
    .start_fresh = "Neu beginnen",
    .last_plan_summary = "Der letzte Plan wollte belegen: {outcome}. Ist das gelungen? Ein Tipp genügt.",
    .last_plan_head = "Der letzte Plan wollte belegen:",
    .did_it = "Ist das gelungen?",
    .vote_label = "Hat der letzte Plan das belegt?",
    .vote_note = "Das ändert die Empfehlung nicht; das Ergebnis zeigt es neben dem, was sich geändert hat.",
    .vote_saved = "Gespeichert: {vote}. Ein weiterer Tipp ändert es.",
    .changes_summary = "Was sich bei {product} geändert hat seit {since}, vor {span}: Stufe {stage}.",
    .changed_in = "Was sich in {span} geändert hat",
    .compared_with = "Verglichen mit der Bewertung vom {since}.",
    .newly_proved = "Neu belegt",
    .not_shown = "Nicht mehr gezeigt",
    .no_longer_open = "Nicht mehr offen",
    .newly_open = "Neu offen",
    .areas_improved = "Bereiche, die besser wurden",
    .areas_need_more = "Bereiche, die mehr brauchen als zuvor",
    .areas_differ = "Bereiche, die anders gesehen werden",
    .nothing_changed = "Jede Antwort, die sich vergleichen lässt, ist wie zuvor.",
    .not_compared = "Seitdem anders gefragt, deshalb nicht verglichen: {questions}.",
    .none_yet = "In diesem Channel gab es noch keine Bewertung. Starte eine mit `{command}`.",
    .none_of_product = "In diesem Channel gibt es keine Bewertung von {product}. Alle zeigt `{command}`.",
    .history_line = "*{run}* · {day} · {what}",
    .history_result = "{stage} · {outcome}, Gewissheit {level} · Leitfaden {version}",
    .history_cancelled = "abgebrochen, ohne Ergebnis",
    .history_unknown = "abgeschlossen mit Leitfaden {version}, den es hier nicht mehr gibt",
    .history_summary = "Bewertungen in diesem Channel, die neueste zuerst.",
    .history_head = "*Bewertungen in diesem Channel*, die neueste zuerst:",
    .see_again = "Ein Ergebnis noch einmal zeigen: `{command}`.",
};

}  // namespace crossroads
