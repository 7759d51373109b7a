#pragma once

#include "decision/answers.hpp"
#include "decision/compiled_guide.hpp"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace crossroads {

/// What the team as one says to one question.
struct team_answer {
    bool known = false;
    option_set ticked = 0;  // single choice: one bit
    bool concrete = false;  // text: concrete, and the team agrees where it must
};

/// An answer several people may share, and how many do.
struct voiced_answer {
    option_set ticked = 0;
    std::string text;  // text questions: the wording most people used, then the first alphabetically
    int people = 0;
};

/// What is on record behind a team's answer.
struct question_record {
    std::vector<voiced_answer> voiced;  // known answers, the most common first; workflows: one per workflow
    std::string text;                   // the text that counts
    settlement const* settled = nullptr;
    std::vector<std::size_t> counted;  // positions of the respondents whose answers set the value
};

/// The owner's mark on a budget question.
enum class concrete_mark { none, open, concrete };

/// One answer a question: the result of model section 2. Copied for every what-if, so kept small.
struct team_answers {
    std::vector<team_answer> answers;  // in the guide's order
    std::array<concrete_mark, budget_questions> marks{};

    // A single choice that must not be decided by caution (B5) and that no majority decides.
    std::optional<std::size_t> split_question;
    option_set split_between = 0;
};

struct team_record {
    team_answers team;
    std::vector<question_record> questions;  // in the guide's order
    int people = 0;                          // respondents with at least one known answer
};

/// Whether the aggregation reads the texts, which is the slow part of it.
enum class texts { read, left_out };

/// From many answers to one (model, section 2). The order of respondents makes no difference. The
/// record refers to the sheet's settlements.
team_record aggregate(compiled_guide const& rules, answer_sheet const& sheet, texts wanted);

/// The options of a selection as bits; options the question does not have are left out.
option_set bits_of(question const& asked, selection const& chosen);

}  // namespace crossroads
