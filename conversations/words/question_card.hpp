#pragma once

#include "assessment/assessment.hpp"
#include "guide/guide.hpp"
#include "words/card.hpp"

#include <cstddef>
#include <optional>
#include <string>

namespace crossroads {

inline constexpr std::size_t text_limit = 1000;  // characters of a typed answer

/// "3 of 20 · Evidence"
std::string question_heading(guide const& rules, question const& asked);

/// A question in the thread. `applies`: false when other answers rule it out. `last_time`: what the team said
/// then, offered as "Still true"; none: nothing is offered.
card question_card(
    assessment const& run, guide const& rules, question const& asked, bool applies,
    std::optional<answer> const& last_time);

/// The same question shown to one person, with their answer so far, and that of last time.
card private_question_card(
    assessment const& run, guide const& rules, question const& asked, answer const* given,
    std::optional<answer> const& last_time, std::string const& command);

/// A question in a window of its own.
struct question_form_content {
    answer const* given = nullptr;    // the person's answer so far
    std::optional<answer> last_time;  // filled in while there is none
    bool offer_hat = false;           // "What do you mostly do?" is asked along with it
    bool wants_detail = false;        // the answer just saved is not concrete
    bool can_ask_someone = false;     // a colleague, by name
    bool can_go_back = false;
};

form question_form(
    assessment const& run, guide const& rules, question const& asked, question_form_content const& shown);

/// Nothing is open for this person any more.
card all_done_card(std::size_t set_aside, language in);

/// "Engineering", of a hat's id.
std::string_view hat_name(std::string_view hat, language in);

/// "What do you mostly do?", as a list to tap.
choice_list hat_choices(assessment const& run, language in);

}  // namespace crossroads
