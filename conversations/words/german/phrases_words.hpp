#pragma once

#include "words/catalogue/phrases_words.hpp"

namespace crossroads {

inline constexpr phrases_words german_phrases_words{
    .this_product = "diesem Produkt",
    .this_product_listed = "dieses Produkt",
    .this_product_first = "Dieses Produkt",
    .scoping_first = "Erst genauer klären",
    .question_number = "Frage {number}",
    .question_number_first = "Frage {number}",
    .closing_vote = "der Schlussabstimmung",
    .closing_vote_first = "Die Schlussabstimmung",
    .closing_vote_title = "Schlussabstimmung",
    .question_mark = "F{number}",
    .do_not_know = "weiß nicht",
    .and_more = "und {count} weitere",
    .more = "{count} weitere",
    .last_and = "{items} und {last}",
    .quoted = "„{text}“",
    .the_owner = "die Leitung",
    .this_person = "diese Person",
    .that_person = "die genannte Person",
    .a_teammate = "jemand aus dem Team",
    .people = {"{count} Person", "{count} Personen"},
    .answers = {"{count} Antwort", "{count} Antworten"},
    .questions = {"{count} Frage", "{count} Fragen"},
    .answers_from = "{answers} von {people}",
    .under_a_minute = "weniger als eine Minute",
    .minutes = {"etwa {count} Minute", "etwa {count} Minuten"},
    .grade_sound = "tragfähig",
    .grade_weak = "schwach",
    .grade_failing = "nicht tragfähig",
    .grade_unknown = "unbekannt",
    .confidence_low = "gering",
    .confidence_medium = "mittel",
    .confidence_high = "hoch",
    .met = "Erfüllt",
    .partly = "Teilweise",
    .not_met = "Nicht erfüllt",
    .unknown = "Unbekannt",
    .fit = "{met} von {count} erfüllt",
    .fit_partly = ", {count} teilweise",
    .fit_unknown = ", {count} unbekannt",
    .window_title = "Bewertung",
    .product = "Produkt",
    .engineering = "Entwicklung",
    .commercial = "Vertrieb",
    .support = "Support",
};

}  // namespace crossroads
