#pragma once

#include "decision/situation.hpp"
#include "decision/team_answers.hpp"
#include "decision/verdict.hpp"

#include <string>

namespace crossroads {

/// What the outcome would be with one of the team's answers changed. Some hundred questions are put to
/// it per decision, so it keeps its own scratch space and one copy of the answers.
class what_if {
public:
    what_if(compiled_guide const& rules, team_answers const& team);

    /// Position of the path, or none for better scoping.
    std::optional<std::size_t> outcome_with(std::size_t question, team_answer const& changed);

private:
    compiled_guide const& rules_;
    team_answers const& given_;
    team_answers changed_;
    situation scratch_;
};

/// The id of an outcome: a path's, or "scoping".
std::string const& outcome_id(compiled_guide const& rules, std::optional<std::size_t> outcome);

}  // namespace crossroads
