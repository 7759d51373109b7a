#pragma once

#include "words/catalogue/plan_words.hpp"

namespace crossroads {

inline constexpr plan_words german_plan_words{
    .title = "Plan für {weeks} Wochen",
    .title_scoping = "Klärungsplan für {weeks} Wochen",
    .outcome = "Das eine Ergebnis, das es zu belegen gilt",
    .agree_numbers = "Einigt euch vor der ersten Woche einmal auf die Zahlen in eckigen Klammern.",
    .workflow = "Der Ablauf",
    .keep = "Bleibt, wie es ist",
    .now = "Jetzt ({count})",
    .deferred = "Bewusst verschoben",
    .until = "{what}: bis {until}",
    .week = "*Woche {weeks}*: {work}",
    .weeks = "*Wochen {weeks}*: {work}",
    .week_by_week = "Woche für Woche",
    .loop = "Ausliefern und lernen",
    .not_a_backlog = "Das ist ein Plan für eine Stufe, kein Backlog. Neue Ideen warten auf den Rückblick in "
                     "der letzten Woche.",
    .summary = "{title} zu {product}: ein Ergebnis, {work}, {deferred} verschoben.",
    .work = {"{count} Arbeit", "{count} Arbeiten"},
    .things = {"{count} Punkt", "{count} Punkte"},
};

}  // namespace crossroads
