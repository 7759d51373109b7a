#pragma once

#include "assessment/assessment.hpp"

#include <vector>

namespace crossroads {

/// An assessment of Flour Run, owned by "olga", with these answers and its result.
assessment ended_run(std::vector<respondent> people);

/// The same from a whole sheet: what was settled and marked was so by "olga".
assessment ended_run(answer_sheet const& sheet);

}  // namespace crossroads
