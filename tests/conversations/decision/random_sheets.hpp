#pragma once

#include "decision/answers.hpp"
#include "guide/guide.hpp"

#include <random>

namespace crossroads {

/// A sheet of one to five people with any answers the guide allows. Half of the sheets start from one of
/// five coherent products and change a few answers, so that every outcome is met often.
answer_sheet random_sheet(guide const& rules, std::mt19937& random);

/// The same with one person.
answer_sheet random_solo_sheet(guide const& rules, std::mt19937& random);

/// The same sheet with its respondents and the options of every selection in another order.
answer_sheet reordered(answer_sheet sheet, std::mt19937& random);

}  // namespace crossroads
