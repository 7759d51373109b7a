#pragma once

#include "assessment/assessment.hpp"
#include "assessment/contact.hpp"
#include "words/card.hpp"
#include "words/language.hpp"

namespace crossroads {

// A second opinion on a result, from somebody an operator named for it.

/// Adds the button that asks for one: to the last row of the result, or below the plan if that row is full.
void offer_second_opinion(card& result, card& plan, assessment const& run, language in);

/// To the owner: who it is, what would be shared, and how it leaves.
card what_is_shared_card(assessment const& run, contact const& whom, language in);

/// To the thread, above the files.
card shared_result_card(assessment const& run, contact const& whom, language in);

// To the owner, after their word.

card sharing_card(contact const& whom, language in);
card shared_already_card(shared_result const& shared, contact const& whom, language in);
card nothing_shared_card(language in);

}  // namespace crossroads
