#pragma once

#include "assessment/calendar.hpp"
#include "assessment/step.hpp"

#include <string>
#include <string_view>

namespace crossroads {

// What the platform said of people, kept in the channel's state.

/// How long that is relied on where it matters: whether somebody is an admin, or has left.
inline constexpr unix_seconds profile_is_fresh = one_day;

/// Nothing is known where none is kept.
profile profile_of(channel_state const& state, std::string_view user);

bool is_fresh(profile const& known, unix_seconds at);

/// A guest, or somebody from a connected workspace.
bool is_outsider(membership is);

/// An app, a person the platform does not know, or one who has left: nobody who could answer.
bool cannot_answer(profile const& known);

/// What the person who acts is, as far as that is known.
membership membership_of_actor(step const& now);

void ask_for_profile(step& now, std::string const& user);

/// The same, unless an answer is on its way or there is a fresh one.
void ask_unless_known(step& now, std::string const& user);

/// Whose profile the platform was asked for with a message of this slot; empty: it is none.
std::string_view asked_about(std::string_view slot);

}  // namespace crossroads
