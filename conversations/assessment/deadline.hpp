#pragma once

#include "assessment/step.hpp"

#include <optional>

namespace crossroads {

// How long an assessment is open. Windows close at 17:00 where the owner is.

inline constexpr int usual_window_days = 5;  // working days
inline constexpr int more_time_days =
    2;  // working days: what a press gives, and what the owner has to answer
inline constexpr int longest_window_days = 90;

/// Why a window that was asked for cannot be, or nothing.
std::optional<card> problem_with(step const& now, std::optional<window_request> const& wanted);

/// The deadline of an assessment that begins.
void open_window(step& now, assessment& run, std::optional<window_request> const& wanted);

/// `extend`, the owner's: days are added to the deadline, or to now when it is over; a date takes its place.
reply extend(step& now, pinned_run with, window_request const& wanted);

/// The same with two working days, for a button.
reply give_more_time(step& now, pinned_run with);

/// A pause is over: it does not count, and two working days are left at least.
void end_pause(step& now, assessment& run);

/// The owner's time zone is known now: a window set before that closes at 17:00 there.
void close_where_the_owner_is(step& now, pinned_run with);

/// When the deadline has something to do next; 0: there is none.
unix_seconds next_of_deadline(channel_state const& state, assessment const& run);

/// Says that the end is near, tells the owner that time is up, or goes on without the owner's word.
void keep_deadline(step& now, pinned_run with);

}  // namespace crossroads
