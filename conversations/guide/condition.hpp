#pragma once

#include <string>
#include <vector>

namespace crossroads {

/// Three-valued: an unknown can keep a condition from holding but never makes it fail.
enum class truth { no, unknown, yes };

/// A condition of the guide, as a tree. The ten operators are those of the guide file
/// (decision model, section 9); `always` is the literal true.
struct condition {
    enum class op { always, ticked, is, grade, fact, concrete, criterion, all, any, negate, at_least };

    op what = op::always;
    std::string subject;              // question, area, fact, budget question or criterion id
    std::vector<std::string> values;  // ticked/is: one option id; grade: the grades that satisfy it
    bool partly_is_enough = false;    // criterion
    int count = 0;                    // at_least
    std::vector<condition> of;        // all, any, negate (one), at_least

    friend bool operator==(condition const&, condition const&) = default;
};

}  // namespace crossroads
