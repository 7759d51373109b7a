#include "guide/check_guide.hpp"

#include <algorithm>
#include <string>
#include <string_view>

namespace crossroads {
namespace {

class reference_check {
public:
    reference_check(guide const& rules, std::vector<guide_defect>& defects) : rules_(rules), defects_(defects)
    {}

    void check(condition_reference const& named)
    {
        if (named.subject.empty())
            return;  // the reader has said why
        switch (named.what) {
        case condition::op::ticked: check_choice(named, question_type::multi, "\"is\""); return;
        case condition::op::is: check_choice(named, question_type::single, "\"ticked\""); return;
        case condition::op::grade: check_area(named); return;
        case condition::op::fact: check_fact(named); return;
        case condition::op::concrete: check_budget(named); return;
        case condition::op::criterion: check_criterion(named); return;
        case condition::op::always:
        case condition::op::all:
        case condition::op::any:
        case condition::op::negate:
        case condition::op::at_least: return;
        }
    }

private:
    void report(std::string const& where, std::string what) { defects_.push_back({where, std::move(what)}); }

    void check_choice(condition_reference const& named, question_type type, std::string_view other_operator)
    {
        question const* const asked = rules_.find(named.subject);
        if (asked == nullptr)
            return report(named.subject_where, in_quotes(named.subject) + " is no question. Correct the id.");
        if (asked->type == question_type::text)
            return report(
                named.subject_where,
                in_quotes(named.subject) + " is a text question, which has no options. Use \"concrete\".");
        if (asked->type != type)
            return report(
                named.subject_where, in_quotes(named.subject) +
                                         (type == question_type::multi ? " is a single choice. Use "
                                                                       : " is a multi-select. Use ") +
                                         std::string(other_operator) + ".");
        if (!named.option.empty() && asked->find(named.option) == nullptr)
            report(
                named.option_where, in_quotes(named.option) + " is no option of the question " +
                                        in_quotes(named.subject) + ". Correct the id.");
    }

    void check_area(condition_reference const& named)
    {
        if (std::ranges::find(rules_.grades, named.subject, &grade_rule::area) == rules_.grades.end())
            report(
                named.subject_where,
                in_quotes(named.subject) + " is no area. Name one of those under grades.");
    }

    void check_fact(condition_reference const& named)
    {
        if (std::ranges::find(rules_.facts, named.subject, &fact::id) == rules_.facts.end())
            report(
                named.subject_where,
                in_quotes(named.subject) + " is no fact. Name one of those under facts.");
    }

    void check_budget(condition_reference const& named)
    {
        if (named.subject == "B6")
            report(
                named.subject_where, "\"B6\" is answered by the recommendation itself, so nothing can rest "
                                     "on it. Remove the condition.");
        else if (
            std::ranges::find(rules_.questions, named.subject, &question::budget) == rules_.questions.end())
            report(
                named.subject_where,
                in_quotes(named.subject) +
                    " is no budget question. Name one that a question has as its \"budget\".");
    }

    void check_criterion(condition_reference const& named)
    {
        auto const has_it = [&named](path const& way) {
            return std::ranges::find(way.criteria, named.subject, &criterion::id) != way.criteria.end();
        };
        if (std::ranges::none_of(rules_.paths, has_it))
            report(
                named.subject_where,
                in_quotes(named.subject) + " is no criterion. Name one of those of the paths.");
    }

    guide const& rules_;
    std::vector<guide_defect>& defects_;
};

}  // namespace

void check_references(guide_draft const& draft, std::vector<guide_defect>& defects)
{
    reference_check check(draft.rules, defects);
    for (condition_reference const& named : draft.references)
        check.check(named);
}

}  // namespace crossroads
