#pragma once

#include "guide/json_place.hpp"

#include <string>
#include <vector>

namespace crossroads {

/// Something a condition names, to be looked up once the whole guide is read.
struct condition_reference {
    condition::op what = condition::op::always;
    std::string subject;
    std::string subject_where;
    std::string option;  // ticked, is
    std::string option_where;
};

/// What a condition may speak of, by where it stands. Each stands on what is worked out before it:
/// answers, then grades, then facts, then criteria; so only facts can go in circles.
enum class condition_scope {
    answers,   // grades: ticked, is
    findings,  // facts, criteria, when a question is asked: also grade, fact, concrete
    verdicts,  // everything else: also criterion
};

/// Reads a condition and notes what it names. Says what is wrong and gives "always" in that case.
condition read_condition(
    std::optional<json_place> const& place, condition_scope scope,
    std::vector<condition_reference>& references);

}  // namespace crossroads
