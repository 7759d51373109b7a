#pragma once

#include "words/card.hpp"

namespace crossroads {

/// The rules of tone and of the platforms' limits, expected of everything the bot says: no exclamation
/// marks, no praise, no "Oops", no emoji, at most four buttons and one primary, a summary that reads as a
/// sentence. Text typed by people is only measured, where it can be told apart: between “ and ”.
void expect_good_wording(card const& said);
void expect_good_wording(form const& said);

}  // namespace crossroads
