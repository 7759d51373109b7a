#pragma once

#include "assessment/step.hpp"

#include <string_view>

namespace crossroads {

/// After the result: whether the answers now lead to another one. Tells the thread once for each other
/// outcome; the owner decides. `cause` is the question whose answer came late.
bool weigh_late_answer(step& now, pinned_run with, question const& cause);

/// The owner's word on a late result; `token_name` is the revision its message was made with.
reply adopt_late_result(step& now, pinned_run with, std::string_view token_name);
reply keep_result(step& now, pinned_run with, std::string_view token_name);

}  // namespace crossroads
