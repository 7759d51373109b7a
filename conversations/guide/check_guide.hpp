#pragma once

#include "guide/load.hpp"
#include "guide/read_sections.hpp"

#include <vector>

namespace crossroads {

// What the sections of a guide say of each other. Each check adds what is wrong to `defects`.

/// Every question, option, area, fact, budget question and criterion that a condition names exists
/// and is of the right kind.
void check_references(guide_draft const& draft, std::vector<guide_defect>& defects);

/// Budget questions B1 to B7: each once, of the type the model gives it; a question is asked only on
/// what was asked before; areas and their questions name each other.
void check_questions(guide const& rules, std::vector<guide_defect>& defects);

/// The last stage always holds, and each can come out.
void check_stages(guide const& rules, std::vector<guide_defect>& defects);

/// Presets, plans and scenarios name what exists, and there is a plan for every outcome.
void check_outcomes(guide const& rules, std::vector<guide_defect>& defects);

/// Puts the facts in an order in which each uses only earlier ones; facts that go in circles are
/// defects.
void order_facts(guide& rules, std::vector<guide_defect>& defects);

}  // namespace crossroads
