#pragma once

#include "words/catalogue/picture_words.hpp"

namespace crossroads {

inline constexpr picture_words english_picture_words{
    .standing = "Stage {stage} · confidence {level}",
    .nothing_to_compare = "nothing to compare",
    .agreed_of = {"{agreed} of {count} question", "{agreed} of {count} questions"},
    .recommended = "(recommended)",
    .conditions_met = "Conditions met: {fits}.",
    .areas = "Technical areas: {areas}.",
    .agree_on = "People agree on: {sections}.",
    .fits_head = "Conditions met",
    .fits_legend = "full: met · half: partly · empty: not met · ?: unknown",
    .areas_head = "Technical areas",
    .areas_legend = "three: sound · two: weak · one: failing · ?: unknown",
    .agreements_head = "Where people agree",
    .agreements_legend = "questions that two or more answered · full: they agree",
};

}  // namespace crossroads
