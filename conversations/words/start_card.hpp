#pragma once

#include "assessment/assessment.hpp"
#include "assessment/command.hpp"
#include "guide/guide.hpp"
#include "words/card.hpp"
#include "words/language.hpp"

#include <string>
#include <vector>

namespace crossroads {

/// The headline of an assessment, edited in place: what it is, its state and counts.
card start_card(assessment const& run, guide const& rules, std::vector<std::string> const& asked);

/// Told to the person who started, with what they should know.
card started_card(assessment const& run, language in);

/// `start` while others are open: go to one of them, or start for another product.
card already_open_card(
    std::vector<assessment const*> const& open, offered_start const& offer, bool other_product, language in);

/// Asks for the product of another assessment.
form other_product_form(offered_start const& offer, language in);

/// Hidden names would hide little among so few people.
card few_people_card(offered_start const& offer, language in);

}  // namespace crossroads
