#pragma once

#include "assessment/assessment.hpp"
#include "guide/guide.hpp"
#include "words/card.hpp"
#include "words/language.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace crossroads {

// Who may do what, who is in, and what happens when somebody leaves.

/// What is known of whether the person who wants something is a workspace admin.
enum class admin_check { no_use, being_asked, is_none, not_told };

/// "Only the owner or a workspace admin can …": who they are, and what comes next.
card who_can_card(assessment const& run, deed what, admin_check known, language in);

/// The platform takes its time to say whether a person is an admin …
card check_takes_longer_card(assessment const& run, language in);

/// … and has not said it at all.
card check_gave_up_card(assessment const& run, language in);

/// To a guest or somebody from a connected workspace. `answered`: answers were taken before that was known.
card left_out_card(assessment const& run, membership is, bool answered, language in);
card outsider_start_card(membership is, std::string const& command, language in);

card cannot_invite_card(std::string_view user, profile const& known, language in);
card cannot_own_card(assessment const& run, std::string_view user, profile const& known, language in);
card list_is_full_card(std::size_t most, language in);

// A question handed to a colleague.
form ask_someone_form(assessment const& run, guide const& rules, question const& asked);
card how_to_ask_someone_card(std::string const& command, std::size_t number, language in);
card asked_someone_card(std::string_view user, guide const& rules, std::string_view question, bool already);
card asked_yourself_card(assessment const& run, std::string_view question, language in);
card answered_already_card(std::string_view user, guide const& rules, std::string_view question);
card handed_question_card(
    assessment const& run, guide const& rules, question const& asked, std::string_view by);
std::string colleague_missing(language in);

/// What happens to an assessment whose owner has left.
struct change_of_owner {
    std::string heir;       // who may take it over; empty: nobody else takes part
    unix_seconds from = 0;  // from when on
};

card owner_gone_card(
    assessment const& run, change_of_owner const& terms, std::string const& command, language in);
card take_over_card(assessment const& run, language in);

/// A participant asks for an admin in the thread; `to`: who is to own it.
card hand_over_request_card(assessment const& run, std::string_view by, std::string_view to, language in);
card hand_over_requested_card(change_of_owner const& terms, bool already, language in);

/// Somebody who was away is back.
card back_again_card(assessment const& run, language in);

}  // namespace crossroads
