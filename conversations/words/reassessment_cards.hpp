#pragma once

#include "assessment/assessment.hpp"
#include "decision/comparison.hpp"
#include "guide/guide.hpp"
#include "words/card.hpp"
#include "words/language.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace crossroads {

// A product that was assessed before.

/// To who types `start`: update the last answers, or start from nothing?
card known_product_card(assessment const& last, guide const& rules, offered_start const& offer);

/// To the team: what the last plan set out to prove, and how many say it did.
card last_plan_card(assessment const& run, std::string_view outcome, language in);

/// "proved", "partly" or "not".
bool is_plan_vote(std::string_view vote);
card plan_vote_saved_card(std::string_view vote, language in);

/// What changed since the assessment before.
card changes_card(
    assessment const& run, assessment const& last, assessed const& then, assessed const& now,
    comparison const& changes);

/// One line of `history`. `decided` and `rules` are those of its result, if it has one and its guide is
/// known.
struct past_run {
    assessment const& run;
    std::optional<decision> decided;
    guide const* rules = nullptr;
};

/// `product`: empty for all of the channel. Newest first.
card history_card(
    std::vector<past_run> const& past, std::string_view product, std::string const& command, language in);

}  // namespace crossroads
