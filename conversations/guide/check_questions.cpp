#include "guide/check_guide.hpp"
#include "guide/condition_subjects.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace crossroads {
namespace {

struct budget_rule {
    std::string_view id;
    question_type type;
    std::string_view type_name;
};

// The seven questions before the next budget (model, sections 1 and 3).
constexpr std::array budget_rules{
    budget_rule{"B1", question_type::text, "text"},     budget_rule{"B2", question_type::text, "text"},
    budget_rule{"B3", question_type::multi, "multi"},   budget_rule{"B4", question_type::multi, "multi"},
    budget_rule{"B5", question_type::single, "single"}, budget_rule{"B6", question_type::single, "single"},
    budget_rule{"B7", question_type::text, "text"},
};

class question_check {
public:
    question_check(guide const& rules, std::vector<guide_defect>& defects) : rules_(rules), defects_(defects)
    {}

    void run()
    {
        for (budget_rule const& rule : budget_rules)
            check_budget(rule);
        for (std::size_t index = 0; index < rules_.questions.size(); ++index) {
            check_when(index);
            check_area(index);
            check_option_areas(index);
        }
        for (grade_rule const& rule : rules_.grades)
            check_grade(rule);
    }

private:
    static std::string at(std::size_t index, std::string_view key)
    {
        return "questions[" + std::to_string(index) + "]." + std::string(key);
    }

    void report(std::string where, std::string what)
    {
        defects_.push_back({std::move(where), std::move(what)});
    }

    bool is_area(std::string_view area) const
    {
        return std::ranges::find(rules_.grades, area, &grade_rule::area) != rules_.grades.end();
    }

    void check_budget(budget_rule const& rule)
    {
        std::string first;
        for (std::size_t index = 0; index < rules_.questions.size(); ++index) {
            question const& asked = rules_.questions[index];
            if (asked.budget != rule.id)
                continue;
            if (!first.empty())
                report(
                    at(index, "budget"), in_quotes(rule.id) + " is used twice (also " + first +
                                             "). Give it to one question only.");
            else if (asked.type != rule.type)
                report(
                    at(index, "type"), "does not suit the budget question " + std::string(rule.id) +
                                           ". Use \"" + std::string(rule.type_name) + "\".");
            else if (rule.id == "B6" && !asked.unscored)
                report(
                    at(index, "unscored"), "is not set, but the closing vote never counts. Set it to true.");
            if (first.empty())
                first = at(index, "budget");
        }
        if (first.empty())
            report(
                "questions", "hold no answer to the budget question " + std::string(rule.id) +
                                 ". Give one question \"budget\": \"" + std::string(rule.id) + "\".");
    }

    // A question is shown or left out by what is known when its turn comes.
    void check_when(std::size_t index)
    {
        question const& asked = rules_.questions[index];
        if (!asked.when)
            return;
        for (std::string const& id : condition_subjects(rules_, *asked.when)) {
            auto const subject = std::ranges::find(rules_.questions, id, &question::id);
            if (subject - rules_.questions.begin() >= static_cast<std::ptrdiff_t>(index))
                report(
                    at(index, "when"), "rests on the question " + in_quotes(id) +
                                           ", which is not asked before. Move one of the two.");
        }
    }

    void check_area(std::size_t index)
    {
        question const& asked = rules_.questions[index];
        if (asked.area.empty())
            return;
        auto const rule = std::ranges::find(rules_.grades, asked.area, &grade_rule::area);
        if (rule == rules_.grades.end())
            report(at(index, "area"), in_quotes(asked.area) + " is no area. Name one of those under grades.");
        else if (!rule->question.empty() && rule->question != asked.id)
            report(
                at(index, "area"), in_quotes(asked.area) + " is graded by the question " +
                                       in_quotes(rule->question) + ". Correct one of the two.");
    }

    void check_option_areas(std::size_t index)
    {
        auto const& options = rules_.questions[index].options;
        for (std::size_t option_index = 0; option_index < options.size(); ++option_index) {
            auto const& area = options[option_index].area;
            if (!area.empty() && !is_area(area))
                report(
                    at(index, "options[" + std::to_string(option_index) + "].area"),
                    in_quotes(area) + " is no area. Name one of those under grades.");
        }
    }

    void check_grade(grade_rule const& rule)
    {
        if (rule.question.empty())
            return;
        auto const where = "grades." + rule.area;
        question const* const asked = rules_.find(rule.question);
        if (asked == nullptr)
            return report(where + ".question", in_quotes(rule.question) + " is no question. Correct the id.");
        if (asked->area.empty())
            report(
                where + ".question",
                in_quotes(rule.question) +
                    " has no area. Give that question \"area\": " + in_quotes(rule.area) + ".");
        check_grade_subjects(rule, rule.failing, where + ".failing");
        check_grade_subjects(rule, rule.sound, where + ".sound");
    }

    // An area is unknown when its question is; that holds only if nothing else decides its grade.
    void check_grade_subjects(grade_rule const& rule, condition const& when, std::string const& where)
    {
        for (std::string const& id : condition_subjects(rules_, when))
            if (id != rule.question)
                report(
                    where, "rests on the question " + in_quotes(id) + ", but this area is graded by " +
                               in_quotes(rule.question) + " alone. Move that part into a fact.");
    }

    guide const& rules_;
    std::vector<guide_defect>& defects_;
};

}  // namespace

void check_questions(guide const& rules, std::vector<guide_defect>& defects)
{
    question_check(rules, defects).run();
}

}  // namespace crossroads
