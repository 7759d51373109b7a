#pragma once

#include "words/wording.hpp"

namespace crossroads {

/// The result as a picture, and its numbers in sentences.
struct picture_words {
    wording standing;
    wording nothing_to_compare;
    counted_wording agreed_of;
    wording recommended;
    wording conditions_met;
    wording areas;
    wording agree_on;
    wording fits_head;
    wording fits_legend;
    wording areas_head;
    wording areas_legend;
    wording agreements_head;
    wording agreements_legend;
};

}  // namespace crossroads
