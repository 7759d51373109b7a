#pragma once

#include "words/catalogue/picture_words.hpp"

namespace crossroads {

inline constexpr picture_words german_picture_words{
    .standing = "Stufe {stage} · Gewissheit {level}",
    .nothing_to_compare = "nichts zu vergleichen",
    .agreed_of = {"{agreed} von {count} Frage", "{agreed} von {count} Fragen"},
    .recommended = "(empfohlen)",
    .conditions_met = "Erfüllte Bedingungen: {fits}.",
    .areas = "Technische Bereiche: {areas}.",
    .agree_on = "Einig seid ihr euch bei: {sections}.",
    .fits_head = "Erfüllte Bedingungen",
    .fits_legend = "voll: erfüllt · halb: teilweise · leer: nicht erfüllt · ?: unbekannt",
    .areas_head = "Technische Bereiche",
    .areas_legend = "drei: tragfähig · zwei: schwach · eins: nicht tragfähig · ?: unbekannt",
    .agreements_head = "Wo ihr euch einig seid",
    .agreements_legend = "Fragen mit zwei oder mehr Antworten · voll: einig",
};

}  // namespace crossroads
