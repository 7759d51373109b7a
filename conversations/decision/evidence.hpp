#pragma once

#include "decision/decision.hpp"
#include "decision/situation.hpp"
#include "decision/team_answers.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace crossroads {

/// The answers that make a condition come out as it does: for one that holds, those that make it hold;
/// else those that keep it from holding. A question that was not asked is replaced by the answers that
/// ruled it out, so only asked questions are named. In the guide's order, each question once.
std::vector<evidence> evidence_for(situation& answers, team_record const& record, node_position at);

/// The same for a criterion: for what is met or partly so, the condition that says so.
std::vector<evidence>
evidence_for_criterion(situation& answers, team_record const& record, std::size_t criterion);

/// What the team says to one question, in words.
std::string spoken(situation const& answers, team_record const& record, std::size_t question);

/// The labels of some options, joined: `A; B`.
std::string labels_of(question const& asked, option_set options);

/// A text between quotation marks, cut to at most 160 characters at a character's boundary.
std::string quoted(std::string_view text, language in);

}  // namespace crossroads
