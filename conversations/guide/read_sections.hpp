#pragma once

#include "guide/json_place.hpp"
#include "guide/read_condition.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace crossroads {

/// A guide while it is being read: what is known of it, and what its conditions name.
struct guide_draft {
    guide rules;
    std::vector<condition_reference> references;
};

// One reader for each section of the guide file. Each says what is wrong within its section; what
// sections say of each other is checked in check_guide.hpp. A section that is absent reads as empty.

void read_questions(std::optional<json_place> const& section, guide_draft& draft);
void read_grades(std::optional<json_place> const& section, guide_draft& draft);
void read_facts(std::optional<json_place> const& section, guide_draft& draft);
void read_paths(std::optional<json_place> const& section, guide_draft& draft);
void read_stages(std::optional<json_place> const& section, guide_draft& draft);
std::vector<finding> read_findings(std::optional<json_place> const& section, guide_draft& draft);
void read_presets(std::optional<json_place> const& section, guide_draft& draft);
void read_plans(std::optional<json_place> const& section, guide_draft& draft);
void read_words(std::optional<json_place> const& section, guide_draft& draft);
void read_scenarios(std::optional<json_place> const& section, guide_draft& draft);

/// What a line of a plan may leave open: the plan fills it in.
inline constexpr std::array<std::string_view, 3> plan_fillings{"{workflow}", "{weeks}", "{parts}"};

/// A line of a plan, with no braces but those of `plan_fillings`.
std::string read_plan_text(std::optional<json_place> const& place);

/// The word lists that are there, each sorted.
word_lists read_word_lists(json_place const& section);
void add_words(word_lists& to, word_lists const& more);

/// The guide's texts in the other languages of this program: variants of it in `rules.translations`, and
/// their word lists beside its own. Reads "language" and "translations" of the file. Everything else was read
/// before.
void read_translations(json_place const& file, guide& rules);

/// The condition under a key that need not be there.
std::optional<condition>
read_optional_condition(std::optional<json_place> const& place, condition_scope scope, guide_draft& draft);

}  // namespace crossroads
