#pragma once

#include "decision/team_answers.hpp"
#include "guide/guide.hpp"

#include <map>
#include <string>
#include <vector>

namespace crossroads {

/// Texts a team gave to one question, with how many people gave each.
using given_texts = std::map<std::string, int>;

struct team_text {
    std::vector<voiced_answer> voiced;  // the most common first; workflows: one entry per workflow
    std::string text;                   // the one that counts, or empty
    bool concrete = false;
};

/// Which text counts, and whether it is concrete (model, sections 2 and 3). "The first concrete answer"
/// is the one most people gave, then the first alphabetically, so that nobody's place in the sheet
/// decides. Where the team needs one answer (B2), texts that name the same workflow, transitively, are
/// one; several workflows are not concrete.
team_text
read_team_text(guide const& rules, question const& asked, given_texts const& given, concrete_mark mark);

}  // namespace crossroads
