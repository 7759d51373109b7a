#pragma once

#include "assessment/assessment.hpp"
#include "words/language.hpp"

namespace crossroads {

/// The same assessment as somebody may see it who must not learn who said what: every user id is replaced
/// ("person 1", "the owner"), also where a text mentions one; people stand in an order that tells nothing
/// of who joined when; times are those of the day's beginning. Answers to one question are exchanged among
/// people of the same hat who have one at `revision`, so that the rows of one person are not one person's.
/// The decision at that revision counts answers question by question and by hat, and stays the same.
assessment without_names(assessment const& run, int revision, language in);

}  // namespace crossroads
