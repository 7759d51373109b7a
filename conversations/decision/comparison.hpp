#pragma once

#include "decision/answers.hpp"
#include "decision/decision.hpp"
#include "guide/guide.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace crossroads {

/// Whether two guides ask the same under one id: words and options are equal.
bool means_the_same(question const& one, question const& other);

/// What the team as one says, by question id; questions not asked or without a known answer have none.
std::map<std::string, answer> team_values(guide const& rules, answer_sheet const& sheet);

/// One assessment of a product, for comparison with another.
struct assessed {
    guide const& rules;
    answer_sheet const& sheet;
    decision const& decided;
};

struct changed_option {
    std::string question;
    std::string label;

    friend bool operator==(changed_option const&, changed_option const&) = default;
};

enum class movement { forward, back, sideways };

struct changed_area {
    std::string name;
    std::string question;
    grade then = grade::unknown;
    grade now = grade::unknown;
    movement moved = movement::sideways;  // sideways: one of the two is unknown

    friend bool operator==(changed_area const&, changed_area const&) = default;
};

/// Values as the question takes them; none: unknown, or not asked.
struct changed_value {
    std::string question;
    std::optional<answer> then;
    std::optional<answer> now;

    friend bool operator==(changed_value const&, changed_value const&) = default;
};

/// What changed from one assessment of a product to the next (model, section 8). Every question whose team
/// value changed is named in at least one list, and no other.
struct comparison {
    std::vector<changed_option> newly_proved;  // good signs that were not ticked
    std::vector<changed_option> lost;          // good signs that are not ticked any more
    std::vector<changed_option> closed;        // warnings that are not ticked any more, by a known answer
    std::vector<changed_option> opened;        // warnings that were not ticked
    std::vector<changed_area> areas;
    std::vector<changed_value> others;
    std::vector<std::string>
        not_comparable;  // asked now; the earlier guide asked them otherwise or not at all
};

comparison compare(assessed const& then, assessed const& now);

/// Where the stage went, by the order of the newer guide's stages; sideways: it is the same, or unknown
/// there.
movement stage_movement(guide const& rules, std::string_view then, std::string_view now);

}  // namespace crossroads
