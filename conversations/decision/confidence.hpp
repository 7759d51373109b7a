#pragma once

#include "decision/decision.hpp"
#include "decision/team_answers.hpp"
#include "decision/verdict.hpp"

#include <vector>

namespace crossroads {

/// What confidence is judged on besides the answers themselves.
struct confidence_grounds {
    team_answers const& judged;  // see as_judged()
    team_record const& record;
    verdict const& found;
    std::vector<disagreement> const& disagreements;
};

/// Every cap of the table in model section 6 that applies, low ones first. What nobody knows counts as
/// whatever it could turn out to be that leaves the result least certain, so that "do not know" never
/// raises confidence: a contradiction it could hide counts, and so does a cheaper or closer path it
/// could make defensible.
std::vector<confidence_reason> confidence_caps(situation& answers, confidence_grounds const& grounds);

/// High, unless a cap is lower.
confidence_level lowest_of(std::vector<confidence_reason> const& caps);

/// Whether nothing at all speaks against the build: no area weak or failing, no warning ticked, although
/// areas were reviewed. Self-assessment that good wants a second pair of eyes.
bool no_weakness_reported(situation& answers);

}  // namespace crossroads
