#pragma once

#include "assessment/assessment.hpp"
#include "guide/guide.hpp"
#include "words/card.hpp"

#include <string>
#include <vector>

namespace crossroads {

/// How far an assessment is. `viewer` is a user id, for what is open for them; empty: shown to everybody.
card status_card(
    assessment const& run, guide const& rules, std::vector<std::string> const& asked,
    std::string_view viewer);

/// One line for each of several assessments.
card several_status_card(std::vector<assessment const*> const& runs, std::string const& command, language in);

/// What one person answered so far.
card my_answers_card(
    assessment const& run, guide const& rules, std::vector<std::string> const& asked, std::string_view user,
    std::string const& command);

/// Asks for the number of the answer to change.
form change_one_form(assessment const& run, guide const& rules);

/// What the team answered, question by question, without names.
card basis_card(
    assessment const& run, guide const& rules, std::vector<std::string> const& asked, int revision);

}  // namespace crossroads
