#include "guide/condition_subjects.hpp"

#include <algorithm>
#include <set>
#include <string_view>

namespace crossroads {
namespace {

// Collects question ids. Ids that name nothing are passed over: the loader has refused them.
class subject_collector {
public:
    explicit subject_collector(guide const& rules) : rules_(rules) {}

    void add(condition const& rests)
    {
        switch (rests.what) {
        case condition::op::always: return;
        case condition::op::ticked:
        case condition::op::is: questions_.insert(rests.subject); return;
        case condition::op::grade: add_grade(rests.subject); return;
        case condition::op::fact: add_fact(rests.subject); return;
        case condition::op::concrete: add_budget(rests.subject); return;
        case condition::op::criterion: add_criterion(rests.subject); return;
        case condition::op::all:
        case condition::op::any:
        case condition::op::negate:
        case condition::op::at_least:
            for (condition const& part : rests.of)
                add(part);
            return;
        }
    }

    std::vector<std::string> in_guide_order() const
    {
        std::vector<std::string> ordered;
        for (question const& asked : rules_.questions)
            if (questions_.contains(asked.id))
                ordered.push_back(asked.id);
        return ordered;
    }

private:
    // A fact or criterion is followed once, however often it is used.
    bool first_visit(std::string_view id) { return visited_.insert(std::string(id)).second; }

    void add_grade(std::string_view area)
    {
        auto const rule = std::ranges::find(rules_.grades, area, &grade_rule::area);
        if (rule == rules_.grades.end())
            return;
        questions_.insert(rule->question);
        add(rule->failing);
        add(rule->sound);
    }

    void add_fact(std::string_view id)
    {
        auto const named = std::ranges::find(rules_.facts, id, &fact::id);
        if (named != rules_.facts.end() && first_visit("fact " + named->id))
            add(named->when);
    }

    void add_budget(std::string_view id)
    {
        auto const asked = std::ranges::find(rules_.questions, id, &question::budget);
        if (asked != rules_.questions.end())
            questions_.insert(asked->id);
    }

    void add_criterion(std::string_view id)
    {
        for (path const& way : rules_.paths) {
            auto const named = std::ranges::find(way.criteria, id, &criterion::id);
            if (named == way.criteria.end() || !first_visit("criterion " + named->id))
                continue;
            add(named->when);
            if (named->partly)
                add(*named->partly);
        }
    }

    guide const& rules_;
    std::set<std::string, std::less<>> questions_;
    std::set<std::string, std::less<>> visited_;
};

}  // namespace

std::vector<std::string> condition_subjects(guide const& rules, condition const& rests)
{
    subject_collector collector(rules);
    collector.add(rests);
    return collector.in_guide_order();
}

}  // namespace crossroads
