#pragma once

#include "decision/decision.hpp"
#include "words/language.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace crossroads {

// What each language forms in its own way.

std::string_view in_words(grade value, language in);
std::string_view in_words(confidence_level value, language in);
std::string_view in_words(criterion_state value, language in);

/// "3 of 5 met, 1 partly, 1 unknown"
std::string
fit_in_words(std::size_t met, std::size_t conditions, std::size_t partly, std::size_t unknown, language in);

/// A name as it stands inside a sentence: English nouns begin in lower case there.
std::string within_a_sentence(std::string name, language in);

/// "a, b and c".
std::string listed(std::vector<std::string> const& items, language in);

/// “text”
std::string in_quotation_marks(std::string_view text, language in);

/// "less than a minute", "about 4 minutes".
std::string about_minutes(int seconds, language in);

}  // namespace crossroads
