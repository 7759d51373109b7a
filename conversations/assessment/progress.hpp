#pragma once

#include "assessment/assessment.hpp"
#include "guide/guide.hpp"

#include <cstddef>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace crossroads {

/// What a person said to a question last, up to `revision`; nullptr: nothing. Without a value: withdrawn.
given_answer const* given_as_of(participant const& person, std::string const& question, int revision);

/// The answers of an assessment as the decision takes them, with the changes up to `revision` only.
answer_sheet sheet_of(assessment const& run, int revision = std::numeric_limits<int>::max());

/// Whether this person's answers are left out: a guest, or somebody from a connected workspace, whom nobody
/// added by name. With the changes up to `revision` only.
bool is_left_out(
    assessment const& run, std::string_view user, int revision = std::numeric_limits<int>::max());

/// Who takes part, those left out aside, in the order they joined.
std::vector<participant const*>
people_who_count(assessment const& run, int revision = std::numeric_limits<int>::max());

/// Question ids asked of the team now, in order (decision.hpp).
std::vector<std::string> asked_now(assessment const& run, guide const& rules);

participant const* find_person(assessment const& run, std::string_view user);
participant* find_person(assessment& run, std::string_view user);

/// The answer that counts, or nullptr: none given, or withdrawn.
answer const* answer_of(participant const& person, std::string_view question);

/// Whether the person answered the question or set it aside.
bool passed(participant const& person, std::string_view question);

/// The number people know a question by: its place in the guide, from 1. It never moves, whatever the
/// answers make of later questions. 0: not in the guide.
std::size_t number_of(guide const& rules, std::string_view question);
question const* question_numbered(guide const& rules, std::size_t number);

/// How many of the guide's questions carry a number: all but the closing vote.
std::size_t numbered_questions(guide const& rules);

std::size_t people_who_answered(assessment const& run, std::string_view question);

/// How many answers count, of everybody.
std::size_t answers_given(assessment const& run);

/// The newest card whose question is still asked, or nullptr.
question const* newest_open(assessment const& run, guide const& rules, std::vector<std::string> const& asked);

/// How far one person is, the closing vote left out.
struct person_progress {
    std::size_t done = 0;
    std::size_t of = 0;
    int seconds_left = 0;
    std::size_t set_aside = 0;
};

person_progress
progress_of(participant const* person, guide const& rules, std::vector<std::string> const& asked);

/// The person's next open question after `current` (empty: from the start): first what was neither answered
/// nor set aside, wherever it is, then what was set aside after `current`. nullptr: nothing is open.
question const* next_open(
    participant const* person, guide const& rules, std::vector<std::string> const& asked,
    std::string_view current);

/// The asked question before `current`; nullptr: it is the first.
question const* before(guide const& rules, std::vector<std::string> const& asked, std::string_view current);

/// Asked questions that must have an answer and have none from anybody.
std::vector<std::string>
without_answer(assessment const& run, guide const& rules, std::vector<std::string> const& asked);

/// Whether this person answered or set aside all that is asked.
bool has_passed_all(assessment const& run, std::string_view user, std::vector<std::string> const& asked);

/// Whether every question that must be answered is, and everybody invited and everybody who joined has
/// passed all that is asked or is away.
bool everybody_done(assessment const& run, guide const& rules, std::vector<std::string> const& asked);

/// Whether this person may answer: the list is open, or names them.
bool on_the_list(assessment const& run, std::string_view user);

/// Whether they were added by name, or began or took over the assessment.
bool is_added_by_name(assessment const& run, std::string_view user);

/// Whether nobody waits for this person's answers.
bool is_away(assessment const& run, std::string_view user);

}  // namespace crossroads
