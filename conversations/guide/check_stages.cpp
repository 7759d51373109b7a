#include "guide/check_guide.hpp"

#include <algorithm>
#include <string>

namespace crossroads {
namespace {

std::vector<condition> parts_of(condition const& when)
{
    if (when.what == condition::op::always)
        return {};
    return when.what == condition::op::all ? when.of : std::vector{when};
}

// Whether one cannot hold without the other, as far as their form shows it: it asks for all the other
// asks for, or for more.
bool implies(condition const& one, condition const& other)
{
    auto const parts = parts_of(one);
    return std::ranges::all_of(parts_of(other), [&parts](condition const& part) {
        return std::ranges::find(parts, part) != parts.end();
    });
}

}  // namespace

void check_stages(guide const& rules, std::vector<guide_defect>& defects)
{
    auto const& stages = rules.stages;
    for (std::size_t later = 0; later < stages.size(); ++later) {
        for (std::size_t earlier = 0; earlier < later; ++earlier) {
            if (!implies(stages[later].when, stages[earlier].when))
                continue;
            defects.push_back(
                {"stages[" + std::to_string(later) + "]",
                 in_quotes(stages[later].id) + " can never come out: whenever it holds, stages[" +
                     std::to_string(earlier) +
                     "] holds first. Put it before that one, or change a condition."});
            break;
        }
    }
    if (!stages.empty() && stages.back().when.what != condition::op::always)
        defects.push_back(
            {"stages[" + std::to_string(stages.size() - 1) + "].when",
             "may leave a build without a stage. Write true for the last stage."});
}

}  // namespace crossroads
