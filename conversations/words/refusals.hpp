#pragma once

#include "assessment/assessment.hpp"
#include "assessment/command.hpp"
#include "assessment/recognizer.hpp"
#include "guide/guide.hpp"
#include "words/card.hpp"
#include "words/catalogue/refusals_words.hpp"
#include "words/language.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace crossroads {

// What cannot be done, who can do it, and what to do instead.

card stale_card(std::string const& command, language in);
card unknown_guide_card(assessment const& run, language in);
card no_such_guide_card(guide const& current, std::string_view wanted);
card no_guide_card(language in);

/// The disk is nearly full: what goes on keeps its room.
card no_space_card(language in);
std::string product_missing(language in);
std::string product_too_long(std::size_t characters, language in);
std::string product_open_already(language in);
card no_assessment_card(std::string const& command, language in);
card no_such_run_card(std::vector<assessment const*> const& known, int wanted, language in);
card which_run_card(
    std::vector<assessment const*> const& candidates, std::string const& example, language in);

card paused_card(assessment const& run, language in);
card cancelled_already_card(assessment const& run, language in);
card finished_already_card(assessment const& run, std::string const& command, language in);
card outsider_card(assessment const& run, language in);

std::string no_such_question(guide const& rules);
card no_such_question_card(guide const& rules);
card question_not_asked_card(guide const& rules, question const& asked);
card nothing_before_card(language in);

// Answers that cannot be taken; the sentence also fits below a form's input.

/// `defect` is what check_answer() says; hints grow with the number of tries in a row.
std::string invalid_answer(question const& asked, std::string_view defect, int tries, language in);
std::string too_long(std::size_t characters, language in);
std::string reason_too_long(std::size_t characters, language in);
std::string empty_choice(question const& asked, language in);
std::string empty_text(question const& asked, language in);
std::string goes_alone(option const& exclusive, language in);
std::string not_recognized(question const& asked, unclear const& how, language in);

/// An answer that could not be taken, with a way out after the third try.
card refused_answer_card(
    assessment const& run, question const& asked, std::string sentence, int tries, language in);

card usage_card(wrong_usage const& problem, std::string const& command, language in);
card unknown_command_card(unknown_command const& typed, std::string const& command, language in);
card ambiguous_command_card(ambiguous_command const& typed, std::string const& command, language in);

// The language of a channel.

card channel_language_card(language spoken, std::string const& command, language in);
card language_set_card(language spoken, bool already, language in);

}  // namespace crossroads
