#pragma once

#include "decision/decision.hpp"
#include "guide/guide.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace crossroads {

/// Options of one question as bits, in the guide's order.
using option_set = std::uint64_t;

/// Options beyond this many are not counted; the loader refuses such guides long before.
inline constexpr std::size_t most_options = 64;

/// "B1" … "B7" are 0 … 6.
inline constexpr std::size_t budget_questions = 7;

/// The bit of one option.
option_set option_bit(std::size_t position);

/// Position of a budget question; none for anything but "B1" … "B7".
std::optional<std::size_t> budget_position(std::string_view id);

/// A condition with its names looked up once. Children lie side by side in compiled_guide::nodes.
struct compiled_node {
    enum class op : std::uint8_t {
        always,
        unresolvable,  // names something the guide does not have
        ticked,        // also `is`: to a team's answer both are one bit
        grade,
        fact,
        concrete,
        criterion,
        all,
        any,
        negate,
        at_least
    };

    op what = op::always;
    bool partly_is_enough = false;
    std::uint32_t subject = 0;  // position of the question, area, fact, budget question or criterion
    std::uint32_t first = 0;    // children
    std::uint32_t count = 0;
    std::uint32_t needed = 0;  // at_least
    std::uint64_t values = 0;  // ticked: the option's bit; grade: a bit for each grade
};

using node_position = std::uint32_t;

struct compiled_question {
    question const* source = nullptr;
    std::optional<node_position> when;
    std::optional<std::size_t> budget;
    option_set claims = 0;
    option_set warnings = 0;
    option_set exclusive = 0;
    std::vector<std::size_t> caution;  // positions of options, the most cautious first; all of them
};

struct compiled_grade {
    grade_rule const* source = nullptr;
    std::size_t question = 0;
    node_position failing = 0;
    node_position sound = 0;
};

struct compiled_criterion {
    criterion const* source = nullptr;
    node_position when = 0;
    std::optional<node_position> partly;
};

struct compiled_path {
    path const* source = nullptr;
    std::size_t first_criterion = 0;
    std::size_t criteria = 0;
    node_position required = 0;
    node_position never_without = 0;
};

/// The conditions of a plan template, in its order; an item without one is always taken.
struct compiled_plan {
    plan_template const* source = nullptr;
    std::vector<node_position> weeks;
    std::vector<node_position> now;
    std::vector<node_position> replaces;
};

/// A guide's rules ready to be evaluated some hundred times per decision. Refers to the guide it was
/// made from, which must outlive it.
struct compiled_guide {
    guide const* source = nullptr;
    std::vector<compiled_node> nodes;
    std::vector<compiled_question> questions;
    std::vector<compiled_grade> grades;
    std::vector<node_position> facts;
    std::vector<compiled_criterion> criteria;
    std::vector<compiled_path> paths;  // cheapest first
    std::vector<node_position> stages;
    std::vector<std::vector<node_position>> stage_notes;
    std::vector<node_position> scoping;
    std::vector<node_position> contradictions;
    std::vector<compiled_plan> plans;                                 // in the order of guide::plans
    std::array<std::optional<std::size_t>, budget_questions> budget;  // the question behind B1 … B7
    bool asking_rests_on_texts = false;  // a `when` looks at whether a text is concrete

    std::optional<std::size_t> question_position(std::string_view id) const;
    std::optional<std::size_t> fact_position(std::string_view id) const;
    std::optional<std::size_t> area_position(std::string_view id) const;
};

compiled_guide compile(guide const& rules);

}  // namespace crossroads
