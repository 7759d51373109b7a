#pragma once

#include "decision/compiled_guide.hpp"
#include "decision/situation.hpp"
#include "decision/team_answers.hpp"

#include <cstddef>
#include <optional>

namespace crossroads {

/// How the team's split on what the next stage is for (B5) bears on the result.
enum class goal_split { none, harmless, open };

/// What the rules of model section 6 make of the answers. Paths are positions in the guide.
struct verdict {
    std::optional<std::size_t> outcome;     // none: better scoping
    std::optional<std::size_t> defensible;  // the cheapest defensible path, even when the outcome is scoping
    bool fallback = false;                  // the outcome is not defensible, only the best fit
    goal_split split = goal_split::none;

    friend bool operator==(verdict const&, verdict const&) = default;
};

/// How well a path fits: 2 for a criterion that is met, 1 for partly.
int fit_of(situation& answers, std::size_t path);

/// Whether a scoping gate is open. What nobody knows has no concrete answer: it leaves the gate open.
bool gate_open(situation& answers, node_position gate);

/// Whether any scoping gate is open.
bool scoping_needed(situation& answers);

/// The position of the first stage that is reached; the last one if none is.
std::size_t stage_of(situation& answers);

/// Outcome and cheapest defensible path. A split on B5 is tried under each voiced answer: the same under
/// all of them does not block, otherwise B5 is open. `scratch` is left without meaning.
verdict judge(situation& scratch, team_answers const& team);

/// The answers the verdict rests on: a harmless split counts as its most cautious answer, an open one as
/// unknown.
team_answers as_judged(team_answers team, verdict const& found);

/// The path to look at after `chosen`: the next defensible in order of cost, else the best fit among
/// the others; none if nothing speaks for any other path.
std::optional<std::size_t> runner_up_to(situation& answers, std::size_t chosen);

}  // namespace crossroads
