#include "decision/scenarios.hpp"

#include "decision/decision.hpp"
#include "decision/document.hpp"

#include <string>
#include <variant>

namespace crossroads {

std::vector<guide_defect> failing_scenarios(guide const& rules)
{
    std::vector<guide_defect> defects;
    for (std::size_t position = 0; position < rules.scenarios.size(); ++position) {
        auto const& expected = rules.scenarios[position];
        auto const where = "scenarios[" + std::to_string(position) + "]";
        auto const read = read_sheet(rules, expected.input);
        if (auto const* const why = std::get_if<std::string>(&read)) {
            defects.push_back({where + ".input", *why});
            continue;
        }
        auto const decided = decide(rules, std::get<answer_sheet>(read));
        if (!expected.stage.empty() && decided.stage != expected.stage) {
            defects.push_back(
                {where + ".stage", "comes out as " + decided.stage + ", not " + expected.stage +
                                       ". Change the scenario or the rules it goes through."});
        }
        if (decided.outcome != expected.outcome) {
            defects.push_back(
                {where + ".outcome", "comes out as " + decided.outcome + ", not " + expected.outcome +
                                         ". Change the scenario or the rules it goes through."});
        }
    }
    return defects;
}

}  // namespace crossroads
