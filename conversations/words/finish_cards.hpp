#pragma once

#include "assessment/assessment.hpp"
#include "decision/decision.hpp"
#include "guide/guide.hpp"
#include "words/card.hpp"
#include "words/language.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace crossroads {

// On the way to the result: ready, gaps, disagreements, settling, marking.

/// To the owner: everybody is done.
card ready_card(assessment const& run, language in);
card not_yet_card(std::string const& command, language in);
card nobody_answered_card(language in);

/// To the owner: questions without any answer.
card gaps_card(assessment const& run, guide const& rules, std::vector<std::string> const& missing);

/// To the owner: what the team still differs on, and budget questions without a concrete answer.
struct undecided {
    std::vector<std::string> differing;     // question ids put to the team just now
    std::vector<std::string> not_concrete;  // text questions with answers, none of them concrete
};

card undecided_card(assessment const& run, guide const& rules, undecided const& open);

/// To the team: a disagreement that decides the result.
card disagreement_card(assessment const& run, guide const& rules, disagreement const& differing);

/// One of several texts to vote on.
struct vote_candidate {
    int revision = 0;  // of the answer; names the candidate
    std::string text;
    std::size_t votes = 0;
};

/// To the team: two workflows named, which one first?
card vote_card(
    assessment const& run, guide const& rules, question const& asked,
    std::vector<vote_candidate> const& candidates);
card vote_saved_card(std::string_view text, bool settled, language in);

/// Settled before, with another value: keep it, or change it to `wanted`?
card settled_already_card(
    assessment const& run, guide const& rules, question const& asked, settlement const& stands,
    answer const& wanted);
card settlement_kept_card(guide const& rules, question const& asked);

/// In place of the disagreement or the vote, once settled.
card settled_card(guide const& rules, question const& asked, settlement const& value);

card vote_over_card(guide const& rules, question const& asked);
card how_to_settle_card(guide const& rules, question const& asked, std::string const& command);

form settle_form(
    assessment const& run, guide const& rules, question const& asked,
    std::vector<vote_candidate> const& candidates);
card settled_privately_card(
    assessment const& run, guide const& rules, question const& asked, answer const& value);
card marked_concrete_card(assessment const& run, guide const& rules, question const& asked, bool already);
card not_markable_card(guide const& rules, question const& asked);
card finished_privately_card(assessment const& run, guide const& rules, std::string const& command);

}  // namespace crossroads
