#pragma once

#include "assessment/assessment.hpp"
#include "guide/guide.hpp"
#include "words/language.hpp"

#include <string>

namespace crossroads {

/// An answer in full: the labels, the text as it was typed, or "do not know".
std::string answer_words(question const& asked, answer const& given, language in);

/// ISO 8601 in UTC; the day alone when names are hidden, for a minute tells who was there.
std::string when_given(assessment const& run, given_answer const& given);

}  // namespace crossroads
