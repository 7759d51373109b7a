#pragma once

#include "assessment/action.hpp"
#include "assessment/assessment.hpp"
#include "assessment/token.hpp"
#include "guide/guide.hpp"
#include "words/card.hpp"
#include "words/catalogue.hpp"
#include "words/spoken.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace crossroads {

// Pieces that several cards are made of.

/// "Blue Van", or "this product" for an assessment without a name.
std::string product_of(assessment const& run, language in);

/// The same at the start of a sentence: "This product".
std::string product_first(assessment const& run, language in);

/// "Blue Van" where it stands alone.
std::string listed_product(assessment const& run, language in);

/// "#2 Blue Van"
std::string numbered_product(assessment const& run, language in);

/// The name of a path, or that of better scoping.
std::string outcome_name(guide const& rules, std::string_view outcome);

/// "question 4", "the closing vote".
std::string question_name(guide const& rules, std::string_view question);

/// The same at the start of a sentence: "Question 4".
std::string question_name_first(guide const& rules, std::string_view question);

/// "Q4", "Q4, Q10"; the closing vote is left out.
std::string question_marks(guide const& rules, std::vector<std::string> const& questions);

/// Who cancelled it.
std::string const& who_cancelled(assessment const& run);

/// The people, the first twenty by name: "@ana, @ben and 3 more".
prose people_by_name(std::vector<std::string> const& users, language in);

std::vector<std::string> users_of(assessment const& run);

/// An answer as a person reads it: labels, the quoted text shortened, or "do not know".
std::string in_words(question const& asked, answer const& given, language in, std::size_t limit = 150);

std::string run_token(assessment const& run);
std::string question_token(assessment const& run, std::string_view question);

button make_button(
    action what, std::string token, std::string_view label, button::look style = button::look::normal);

/// A card of one paragraph. Its summary is the same text; people in it are called `person_words`, the owner
/// without.
card notice(prose text, language in, std::string_view person_words = {});

/// The text of a prose without its styles; people are called `person_words`, the owner without.
std::string plain_text(prose const& text, language in, std::string_view person_words = {});

/// The same content as a form, for an answer that must stay in an open window. Buttons keep their work;
/// lists of choices are left out, because in a form they would wait for a submission.
form as_form(card const& content, language in);

}  // namespace crossroads
