#pragma once

#include "assessment/assessment.hpp"
#include "assessment/command.hpp"
#include "assessment/recognizer.hpp"
#include "guide/guide.hpp"
#include "words/card.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace crossroads {

// What cannot be done, who can do it, and what to do instead.

card stale_card(std::string const& command);
card unknown_guide_card(assessment const& run);
card no_such_guide_card(guide const& current, std::string_view wanted);
card no_guide_card();

/// The disk is nearly full: what goes on keeps its room.
card no_space_card();
std::string product_missing();
std::string product_too_long(std::size_t characters);
std::string product_open_already();
card no_assessment_card(std::string const& command);
card no_such_run_card(std::vector<assessment const*> const& known, int wanted);
card which_run_card(std::vector<assessment const*> const& candidates, std::string const& example);

card paused_card(assessment const& run);
card cancelled_already_card(assessment const& run);
card finished_already_card(assessment const& run, std::string const& command);
card outsider_card(assessment const& run);
card owner_only_card(assessment const& run, std::string_view what);

std::string no_such_question(guide const& rules);
card no_such_question_card(guide const& rules);
card question_not_asked_card(guide const& rules, question const& asked);
card nothing_before_card();

// Answers that cannot be taken; the sentence also fits below a form's input.

/// `defect` is what check_answer() says; hints grow with the number of tries in a row.
std::string invalid_answer(question const& asked, std::string_view defect, int tries);
std::string too_long(std::size_t characters);
std::string reason_too_long(std::size_t characters);
std::string empty_choice(question const& asked);
std::string empty_text(question const& asked);
std::string goes_alone(option const& exclusive);
std::string not_recognized(question const& asked, unclear const& how);

/// An answer that could not be taken, with a way out after the third try.
card refused_answer_card(assessment const& run, question const& asked, std::string sentence, int tries);

card usage_card(wrong_usage const& problem, std::string const& command);
card unknown_command_card(unknown_command const& typed, std::string const& command);
card ambiguous_command_card(ambiguous_command const& typed, std::string const& command);

}  // namespace crossroads
