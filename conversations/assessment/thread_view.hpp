#pragma once

#include "assessment/step.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace crossroads {

/// What everybody sees of an assessment, to compare before and after a change. Only what differs is
/// edited: each edit costs a call to the platform.
struct thread_view {
    struct question_line {
        std::size_t answered = 0;
        bool applies = true;

        friend bool operator==(question_line const&, question_line const&) = default;
    };

    card headline;
    std::map<std::string, question_line> questions;  // with a card in the thread
};

thread_view look_at(assessment const& run, guide const& rules, std::vector<std::string> const& asked);

/// Opens the next question card once somebody passed the newest one, edits what differs from `before`, and
/// asks the owner, once, whether to show the result when everybody is done. Gives the questions asked now.
std::vector<std::string> refresh(step& now, assessment& run, guide const& rules, thread_view const& before);

}  // namespace crossroads
