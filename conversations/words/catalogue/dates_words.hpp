#pragma once

#include "words/wording.hpp"

namespace crossroads {

/// Days and spans of time.
struct dates_words {
    wording january;
    wording february;
    wording march;
    wording april;
    wording may;
    wording june;
    wording july;
    wording august;
    wording september;
    wording october;
    wording november;
    wording december;
    wording monday;
    wording tuesday;
    wording wednesday;
    wording thursday;
    wording friday;
    wording saturday;
    wording sunday;
    wording day;
    wording time;
    wording under_a_day;  // German: after in, vor
    counted_wording days;
    counted_wording weeks;
};

}  // namespace crossroads
