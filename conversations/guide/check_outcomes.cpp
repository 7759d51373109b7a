#include "guide/check_guide.hpp"

#include <algorithm>
#include <string>
#include <string_view>

namespace crossroads {
namespace {

constexpr std::string_view scoping = "scoping";

class outcome_check {
public:
    outcome_check(guide const& rules, std::vector<guide_defect>& defects) : rules_(rules), defects_(defects)
    {}

    void run()
    {
        check_vote();
        for (auto const& [question_id, grades] : rules_.presets)
            check_preset(question_id, grades);
        check_plans();
        for (std::size_t index = 0; index < rules_.scenarios.size(); ++index)
            check_scenario(rules_.scenarios[index], "scenarios[" + std::to_string(index) + "]");
    }

private:
    void report(std::string where, std::string what)
    {
        defects_.push_back({std::move(where), std::move(what)});
    }

    bool is_outcome(std::string_view id) const
    {
        return id == scoping || std::ranges::find(rules_.paths, id, &path::id) != rules_.paths.end();
    }

    question const* budget_question(std::string_view budget) const
    {
        auto const asked = std::ranges::find(rules_.questions, budget, &question::budget);
        return asked == rules_.questions.end() ? nullptr : &*asked;
    }

    // The closing vote offers every outcome, and no other.
    void check_vote()
    {
        question const* const vote = budget_question("B6");
        if (vote == nullptr)
            return;
        auto const where = "questions[" + std::to_string(vote - rules_.questions.data()) + "].options";
        for (std::size_t index = 0; index < vote->options.size(); ++index)
            if (!vote->options[index].id.empty() && !is_outcome(vote->options[index].id))
                report(
                    where + "[" + std::to_string(index) + "].id",
                    in_quotes(vote->options[index].id) + " is no path. Name a path, or \"scoping\".");
        for (path const& way : rules_.paths)
            if (vote->find(way.id) == nullptr)
                report(where, "leave out the path " + in_quotes(way.id) + ". Add it.");
        if (vote->find(scoping) == nullptr)
            report(where, "leave out \"scoping\". Add it.");
    }

    void check_preset(
        std::string const& question_id, std::map<std::string, std::vector<std::string>> const& grades)
    {
        question const* const asked = rules_.find(question_id);
        auto const where = "presets." + question_id;
        if (asked == nullptr || asked->area.empty() || asked->type != question_type::multi)
            return report(
                where, in_quotes(question_id) + " is no multi-select that grades an area. Correct the id.");
        for (auto const& [grade, options] : grades)
            for (std::size_t index = 0; index < options.size(); ++index)
                check_preset_option(*asked, options, index, std::string(where).append(".").append(grade));
    }

    void check_preset_option(
        question const& asked, std::vector<std::string> const& options, std::size_t index,
        std::string const& where)
    {
        auto const at = where + "[" + std::to_string(index) + "]";
        option const* const given = asked.find(options[index]);
        if (given == nullptr)
            report(
                at, in_quotes(options[index]) + " is no option of the question " + in_quotes(asked.id) +
                        ". Correct the id.");
        else if (given->exclusive && options.size() > 1)
            report(at, in_quotes(options[index]) + " cannot go with another option. Let it stand alone.");
    }

    void check_plans()
    {
        for (path const& way : rules_.paths)
            if (!rules_.plans.contains(way.id))
                report("plans." + way.id, "is missing. Add a plan for this path.");
        if (!rules_.plans.contains(std::string(scoping)))
            report("plans.scoping", "is missing. Add a plan for better scoping.");
        for (auto const& [id, plan] : rules_.plans) {
            auto const where = "plans." + id;
            if (!is_outcome(id))
                report(where, "belongs to no path. Remove it, or add the path " + in_quotes(id) + ".");
            check_items(plan, where + ".now");
            check_replaces(plan, where + ".replaces");
        }
    }

    void check_items(plan_template const& plan, std::string const& where)
    {
        for (std::size_t index = 0; index < plan.now.size(); ++index) {
            auto const& area = plan.now[index].area;
            if (!area.empty() &&
                std::ranges::find(rules_.grades, area, &grade_rule::area) == rules_.grades.end())
                report(
                    where + "[" + std::to_string(index) + "].area",
                    in_quotes(area) + " is no area. Name one of those under grades.");
        }
    }

    void check_replaces(plan_template const& plan, std::string const& where)
    {
        question const* const keep = budget_question("B3");
        if (keep == nullptr)
            return;
        for (std::size_t index = 0; index < plan.replaces.size(); ++index) {
            auto const& id = plan.replaces[index].option;
            if (!id.empty() && keep->find(id) == nullptr)
                report(
                    where + "[" + std::to_string(index) + "].option",
                    in_quotes(id) + " is no option of the question " + in_quotes(keep->id) +
                        ". Correct the id.");
        }
    }

    void check_scenario(guide_scenario const& scenario, std::string const& where)
    {
        if (!scenario.outcome.empty() && !is_outcome(scenario.outcome))
            report(
                where + ".outcome",
                in_quotes(scenario.outcome) + " is no path. Name a path, or \"scoping\".");
        if (!scenario.stage.empty() &&
            std::ranges::find(rules_.stages, scenario.stage, &stage::id) == rules_.stages.end())
            report(
                where + ".stage",
                in_quotes(scenario.stage) + " is no stage. Name one of those under stages.");
    }

    guide const& rules_;
    std::vector<guide_defect>& defects_;
};

}  // namespace

void check_outcomes(guide const& rules, std::vector<guide_defect>& defects)
{
    outcome_check(rules, defects).run();
}

}  // namespace crossroads
