#include "guide/describe_condition.hpp"

#include <algorithm>
#include <string_view>

namespace crossroads {
namespace {

class condition_describer {
public:
    explicit condition_describer(guide const& rules) : rules_(rules) {}

    std::string describe(condition const& rests) const
    {
        switch (rests.what) {
        case condition::op::always: return "always";
        case condition::op::ticked:
        case condition::op::is: return option_label(rests) + suffix_of(rests);
        case condition::op::grade: return area_name(rests.subject) + suffix_of(rests);
        case condition::op::fact: return fact_text(rests.subject);
        case condition::op::concrete: return "the answer to " + rests.subject + " is concrete";
        case condition::op::criterion:
            return rests.subject + (rests.partly_is_enough ? " is met at least partly" : " is met");
        case condition::op::all: return joined(rests.of, " and ");
        case condition::op::any: return joined(rests.of, " or ");
        case condition::op::negate: return rests.of.empty() ? std::string() : negated(rests.of.front());
        case condition::op::at_least:
            return "at least " + std::to_string(rests.count) + " of: " + joined(rests.of, ", ");
        }
        return {};
    }

private:
    std::string option_label(condition const& rests) const
    {
        auto const option_id = rests.values.empty() ? std::string() : rests.values.front();
        question const* const asked = rules_.find(rests.subject);
        option const* const given = asked == nullptr ? nullptr : asked->find(option_id);
        return "“" + (given == nullptr ? option_id : given->label) + "”";
    }

    std::string area_name(std::string const& area) const
    {
        auto const rule = std::ranges::find(rules_.grades, area, &grade_rule::area);
        return rule == rules_.grades.end() ? area : rule->name;
    }

    // What stands behind an answer or an area: its question, its grades. Neighbours share it.
    static std::string suffix_of(condition const& rests)
    {
        if (rests.what == condition::op::ticked || rests.what == condition::op::is)
            return " (" + rests.subject + ")";
        if (rests.what != condition::op::grade)
            return {};
        std::string grades = " graded ";
        for (std::size_t index = 0; index < rests.values.size(); ++index)
            grades += (index == 0 ? "" : " or ") + rests.values[index];
        return grades;
    }

    std::string negated(condition const& part) const
    {
        if (part.what == condition::op::concrete)
            return "the answer to " + part.subject + " is not concrete";
        if (part.what == condition::op::criterion)
            return part.subject + (part.partly_is_enough ? " is not even partly met" : " is not met");
        return "not " + in_brackets_if_joined(part);
    }

    std::string fact_text(std::string_view id) const
    {
        auto const named = std::ranges::find(rules_.facts, id, &fact::id);
        return named == rules_.facts.end() ? std::string(id) : named->text;
    }

    // "not a or b" and "a and b or c" would be read in two ways. Facts are clauses of their own and may
    // hold such words too.
    std::string in_brackets_if_joined(condition const& part) const
    {
        bool const is_joined =
            part.what == condition::op::at_least || part.what == condition::op::fact ||
            ((part.what == condition::op::all || part.what == condition::op::any) && part.of.size() > 1);
        return is_joined ? "(" + describe(part) + ")" : describe(part);
    }

    std::string joined(std::vector<condition> const& parts, std::string_view between) const
    {
        if (parts.size() == 1)
            return describe(parts.front());
        std::string words;
        for (std::size_t index = 0; index < parts.size(); ++index) {
            auto part = in_brackets_if_joined(parts[index]);
            auto const suffix = suffix_of(parts[index]);
            if (index + 1 < parts.size() && !suffix.empty() && suffix == suffix_of(parts[index + 1]))
                part.resize(part.size() - suffix.size());
            words.append(index == 0 ? "" : between).append(part);
        }
        return words;
    }

    guide const& rules_;
};

}  // namespace

std::string describe_condition(guide const& rules, condition const& rests)
{
    return condition_describer(rules).describe(rests);
}

}  // namespace crossroads
