#pragma once

#include "assessment/assessment.hpp"
#include "export/export_format.hpp"
#include "guide/guide.hpp"
#include "words/card.hpp"
#include "words/language.hpp"

#include <cstddef>
#include <string>

namespace crossroads {

/// Stands above the file in the thread.
card export_card(assessment const& run, export_format format, language in);

// To the person who asked for it.

card export_under_way_card(assessment const& run, export_format format, language in);

/// Before the end: who ends it, and where one's own answers are.
card export_before_result_card(assessment const& run, std::string const& command, language in);
card nothing_to_export_card(assessment const& run, language in);
card export_too_large_card(std::size_t bytes, export_format format, std::string const& command, language in);

/// The platform would not take the file; `reason` is its error code.
card export_refused_card(assessment const& run, std::string const& reason, language in);

}  // namespace crossroads
