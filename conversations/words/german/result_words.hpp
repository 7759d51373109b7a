#pragma once

#include "words/catalogue/result_words.hpp"

namespace crossroads {

inline constexpr result_words german_result_words{
    .at_stage = "*{product}* ist auf der Stufe *{stage}*{means}.",
    .stage_note = "{stage} ({note})",
    .not_more_build = "Der nächste Schritt ist nicht, mehr zu bauen.",
    .fits_best = "Kein Weg ist durch eure Antworten ganz gedeckt. Am besten passt: {path}.",
    .cheapest = "Der günstigste Weg, den ihr vertreten könnt: {path}.",
    .confidence = "*Gewissheit: {level}.*",
    .nothing_against = "Nichts spricht dagegen.",
    .what_is_open = "Was offen ist",
    .points_to =
        "*Wohin eure Antworten bisher weisen*: {path}. Nehmt das als Richtung, nicht als Entscheidung.",
    .points_nowhere =
        "*Wohin eure Antworten bisher weisen*: noch auf keinen Weg. Keiner ist gut genug gedeckt.",
    .why_they_point = "Warum sie weisen auf „{path}“: {fit}",
    .why = "Warum „{path}“: {fit}",
    .also = "{answers}; auch {questions}",
    .rule_does_not_hold = "Seine Regel trifft nicht zu",
    .not_cheaper = "Warum nichts Günstigeres",
    .would_change = "Was das ändern würde",
    .nothing_changes = "Keine einzelne Antwort ändert das.",
    .contradictions = "Antworten, die nicht zusammenpassen",
    .settled = "*{question}* festgelegt.",
    .settled_because = "*{question}* festgelegt: {reason}.",
    .settled_by_vote = "*{question}* durch Abstimmung festgelegt.",
    .settled_by_vote_because = "*{question}* durch Abstimmung festgelegt: {reason}.",
    .settled_by = "*{question}* festgelegt von {owner}.",
    .settled_by_because = "*{question}* festgelegt von {owner}: {reason}.",
    .view = "{people}: {says}",
    .view_leads = "{people}: {says} (dann {outcome})",
    .decides = "Das entscheidet das Ergebnis.",
    .does_not_change = "*{questions}*. Das ändert das Ergebnis nicht.",
    .differed = "Wo ihr euch unterscheidet",
    .own_picks = "*Eure eigene Wahl vor dem Ergebnis*: {picks}.",
    .small_print = "{people} · {answered} von {count} Fragen beantwortet · Leitfaden {guide} ({hash}) · die "
                   "Regeln sind fest und offen, keine KI entscheidet",
    .took_part = "Dabei waren: {people}.",
    .answer_open = "{question} beantworten",
    .basis_spoken = "Die Antworten hinter diesem Ergebnis sehen und eine ändern",
    .export_it = "Exportieren",
    .export_spoken = "Ergebnis, Plan und alle Antworten als Datei in den Thread stellen",
    .summary = "Ergebnis zu {product}: {stage}. Empfohlener Weg: {outcome}, Gewissheit {level}. Der Plan "
               "folgt im Thread.",
    .summary_scoping =
        "Ergebnis zu {product}: {stage}. {outcome}, Gewissheit {level}. Der Plan folgt im Thread.",
    .none_yet = "Zu {product} gibt es noch kein Ergebnis. Wie weit es ist, zeigt `{status}`; {owner} zeigt "
                "das Ergebnis mit `{finish}`.",
    .late_change = "Eine späte Antwort ändert das Ergebnis: *{change}*.",
    .late_summary = "Eine späte Antwort ändert das Ergebnis: {change}. Die Leitung entscheidet, ob es gilt.",
    .what_did_it = "Das war der Grund: {answer}",
    .late_unknown = "eine Antwort auf eine Frage",
    .late_answer = "{answer} ({question}).",
    .late_team = "was das Team zu {question} sagt.",
    .owner_decides = "{owner} entscheidet, ob es gilt.",
    .adopt = "Neues Ergebnis übernehmen",
    .keep = "Altes behalten",
    .late_adopted = "Eine späte Antwort hat das Ergebnis geändert: *{outcome}*. Übernommen von {owner}. "
                    "Ergebnis und Plan oben sind angepasst.",
    .late_kept = "Eine späte Antwort würde das Ergebnis ändern: {outcome}. {owner} bleibt bei *{kept}*.",
    .late_led_back = "Spätere Antworten führen zurück zu *{kept}*. Es gibt nichts zu entscheiden.",
    .late_overtaken =
        "Eine späte Antwort wies auf {outcome}. Danach kam noch eine; siehe die Nachricht darunter.",
    .nothing_to_decide = "Es gibt nichts mehr zu entscheiden. Das Ergebnis ist: {outcome}.",
    .adopted = "Übernommen. Das Ergebnis ist jetzt: {outcome}; Ergebnis und Plan im Thread sind angepasst.",
    .kept = "Beibehalten. Das Ergebnis bleibt: {outcome}. Die späte Antwort bleibt festgehalten.",
    .at_a_glance = "Das Ergebnis auf einen Blick.",
};

}  // namespace crossroads
