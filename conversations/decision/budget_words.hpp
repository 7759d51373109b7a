#pragma once

#include "words/language.hpp"

#include <cstddef>
#include <string_view>

namespace crossroads {

/// What an open budget question asks for, as it follows "agree": "what to defer".
std::string_view budget_words(std::size_t budget, language in);

/// B3, B4 and B7: one of them open does not stop a recommendation (model, section 6).
bool is_secondary(std::size_t budget);

}  // namespace crossroads
