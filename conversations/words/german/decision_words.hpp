#pragma once

#include "words/catalogue/decision_words.hpp"

namespace crossroads {

inline constexpr decision_words german_decision_words{
    .nobody_knows = "weiß noch niemand",
    .not_asked = "nicht gefragt",
    .nothing_by_most = "nichts, was mehr als die Hälfte angekreuzt hat",
    .nothing_ticked = "nichts angekreuzt",
    .nothing = "nichts",
    .one_answer = "Eine konkrete Antwort",
    .not_shown = "nicht gezeigt: {options}",
    .not_ticked = "nicht angekreuzt: {options}",
    .area_graded = "{area} {grade}: {says}",
    .fits_best = "Kein Weg hat alles, was er braucht; dieser passt am besten. Dafür nicht gezeigt: {missing}",
    .hangs_on_unknown = "Ob sich überhaupt ein Weg vertreten lässt, hängt an Antworten, die niemand weiß",
    .none_defensible = "Mit diesen Antworten lässt sich kein Weg vertreten",
    .decisive = "Ihr seht das unterschiedlich, und es entscheidet das Ergebnis: {ask}",
    .may_contradict = "Was niemand weiß, könnte anderen Antworten widersprechen",
    .contradictions = {"Ein Widerspruch in den Antworten", "{count} Widersprüche in den Antworten"},
    .contradictions_and_more =
        {"Ein Widerspruch in den Antworten, und was niemand weiß, könnte weitere bringen",
         "{count} Widersprüche in den Antworten, und was niemand weiß, könnte weitere bringen"},
    .not_enough = "Zu wenige Antworten: {known} von {count} Fragen haben eine bekannte Antwort",
    .some_missing = "Einige Antworten fehlen: {known} von {count} Fragen haben eine bekannte Antwort",
    .goal_split = "Das Team ist uneins, wofür die nächste Stufe da ist, aber beide Antworten führen hierher",
    .one_respondent = "Nur eine Person hat geantwortet",
    .nobody_technical = "Niemand hat die technischen Fragen beantwortet",
    .one_technical = "Die technischen Antworten kommen von einer Person",
    .not_concrete = "Noch keine konkrete Antwort: {what}",
    .few_conditions = "Weniger als 3 von 5 Bedingungen sind erfüllt für: {path}",
    .cheaper_possible =
        "Ein günstigerer Weg lässt sich nicht ausschließen, solange nicht mehr bekannt ist: {path}",
    .close_second = "Ein anderer Weg lässt sich fast ebenso gut vertreten: {path}",
    .areas_unknown = "{count} technische Bereiche sind unbekannt",
    .no_weakness = "Keine Schwäche genannt; lasst einen Bereich stichprobenartig prüfen",
    .prove_live_first = "Noch lässt sich kein Weg vertreten: Belegt zuerst einen Ablauf im echten Einsatz",
    .nothing_indispensable =
        "Jedem Weg fehlt etwas Unverzichtbares, deshalb lässt sich noch keiner empfehlen",
    .budget_proof = "was genau belegt ist: wer hat was getan, wie oft",
    .budget_workflow = "welchen Ablauf ihr zuerst schützt",
    .budget_keep = "was bleibt",
    .budget_hurting = "welche Schwächen schon schmerzen",
    .budget_next = "wofür die nächste Stufe da ist",
    .budget_path = "welcher Weg der günstigste ist, den ihr vertreten könnt",
    .budget_defer = "was warten kann",
    .if_concrete = "Gäbe es eine konkrete Antwort auf „{ask}“",
    .if_answer = "Wäre die Antwort auf „{ask}“: „{option}“",
    .if_unticked = "Wäre „{option}“ nicht mehr angekreuzt bei „{ask}“",
    .if_ticked = "Wäre auch „{option}“ angekreuzt bei „{ask}“",
    .if_settled = "Würdet ihr euch auf „{answer}“ festlegen bei „{ask}“",
    .if_graded = "Käme der Bereich „{area}“ heraus als: {grade}",
};

}  // namespace crossroads
