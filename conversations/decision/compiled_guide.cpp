#include "decision/compiled_guide.hpp"

#include "decision/grade_names.hpp"

#include <algorithm>
#include <unordered_map>

namespace crossroads {

namespace {

using positions = std::unordered_map<std::string_view, std::size_t>;

template <typename Range, typename Id>
positions positions_of(Range const& named, Id id)
{
    positions found;
    found.reserve(named.size());
    std::size_t position = 0;
    for (auto const& each : named) {
        found.emplace(each.*id, position++);
    }
    return found;
}

std::uint64_t grade_bit(std::string_view name)
{
    for (auto const each : {grade::sound, grade::weak, grade::failing, grade::unknown}) {
        if (name == name_of(each)) {
            return std::uint64_t{1} << static_cast<unsigned>(each);
        }
    }
    return 0;
}

std::optional<std::size_t> look_up(positions const& names, std::string_view name)
{
    auto const found = names.find(name);
    return found == names.end() ? std::nullopt : std::optional(found->second);
}

class compiler {
public:
    explicit compiler(guide const& rules)
        : rules_(rules),
          questions_(positions_of(rules.questions, &question::id)),
          areas_(positions_of(rules.grades, &grade_rule::area)),
          facts_(positions_of(rules.facts, &fact::id))
    {
        std::size_t position = 0;
        for (auto const& each : rules.paths) {
            for (auto const& one : each.criteria) {
                criteria_.emplace(one.id, position++);
            }
        }
        made_.source = &rules;
        made_.nodes.reserve(2048);
    }

    compiled_guide compile();

private:
    node_position add(condition const& what)
    {
        made_.nodes.emplace_back();
        auto const at = made_.nodes.size() - 1;
        fill(at, what);
        return static_cast<node_position>(at);
    }

    void fill(std::size_t at, condition const& what);
    void fill_leaf(compiled_node& made, condition const& what) const;
    void fill_children(std::size_t at, condition const& what);
    compiled_question question_rules(question const& asked);
    compiled_plan plan_rules(plan_template const& plan);
    void add_paths();

    guide const& rules_;
    positions questions_;
    positions areas_;
    positions facts_;
    positions criteria_;
    compiled_guide made_;
};

compiled_node::op compiled_op(condition::op what)
{
    switch (what) {
    case condition::op::always: return compiled_node::op::always;
    case condition::op::ticked:
    case condition::op::is: return compiled_node::op::ticked;
    case condition::op::grade: return compiled_node::op::grade;
    case condition::op::fact: return compiled_node::op::fact;
    case condition::op::concrete: return compiled_node::op::concrete;
    case condition::op::criterion: return compiled_node::op::criterion;
    case condition::op::all: return compiled_node::op::all;
    case condition::op::any: return compiled_node::op::any;
    case condition::op::negate: return compiled_node::op::negate;
    case condition::op::at_least: return compiled_node::op::at_least;
    }
    return compiled_node::op::unresolvable;
}

void compiler::fill(std::size_t at, condition const& what)
{
    auto& made = made_.nodes[at];
    made.what = compiled_op(what.what);
    made.partly_is_enough = what.partly_is_enough;
    made.needed = static_cast<std::uint32_t>(std::max(what.count, 0));
    if (what.of.empty()) {
        fill_leaf(made, what);
    } else {
        fill_children(at, what);
    }
}

void compiler::fill_children(std::size_t at, condition const& what)
{
    auto const first = made_.nodes.size();
    made_.nodes[at].first = static_cast<std::uint32_t>(first);
    made_.nodes[at].count = static_cast<std::uint32_t>(what.of.size());
    made_.nodes.resize(first + what.of.size());
    for (std::size_t child = 0; child < what.of.size(); ++child) {
        fill(first + child, what.of[child]);
    }
}

void compiler::fill_leaf(compiled_node& made, condition const& what) const
{
    auto const resolve = [&made](positions const& names, std::string_view name) {
        auto const found = look_up(names, name);
        made.subject = static_cast<std::uint32_t>(found.value_or(0));
        if (!found) {
            made.what = compiled_node::op::unresolvable;
        }
        return found.has_value();
    };
    switch (made.what) {
    case compiled_node::op::ticked:
        if (resolve(questions_, what.subject)) {
            auto const& options = rules_.questions[made.subject].options;
            auto const named =
                what.values.empty() ? std::string_view() : std::string_view(what.values.front());
            auto const found = std::ranges::find(options, named, &option::id);
            made.values = option_bit(static_cast<std::size_t>(found - options.begin()));
        }
        break;
    case compiled_node::op::grade:
        if (resolve(areas_, what.subject)) {
            for (auto const& value : what.values) {
                made.values |= grade_bit(value);
            }
        }
        break;
    case compiled_node::op::fact: resolve(facts_, what.subject); break;
    case compiled_node::op::criterion: resolve(criteria_, what.subject); break;
    case compiled_node::op::concrete: {
        auto const budget = budget_position(what.subject);
        made.subject = static_cast<std::uint32_t>(budget.value_or(0));
        made.what = budget ? compiled_node::op::concrete : compiled_node::op::unresolvable;
        break;
    }
    case compiled_node::op::negate: made.what = compiled_node::op::unresolvable; break;
    case compiled_node::op::always:
    case compiled_node::op::unresolvable:
    case compiled_node::op::all:
    case compiled_node::op::any:
    case compiled_node::op::at_least: break;
    }
}

bool looks_at_texts(condition const& what, guide const& rules)
{
    if (what.what == condition::op::concrete || what.what == condition::op::criterion) {
        return true;
    }
    if (what.what == condition::op::fact) {
        auto const found = std::ranges::find(rules.facts, what.subject, &fact::id);
        return found != rules.facts.end() && looks_at_texts(found->when, rules);
    }
    return std::ranges::any_of(what.of, [&rules](auto const& each) { return looks_at_texts(each, rules); });
}

compiled_question compiler::question_rules(question const& asked)
{
    compiled_question made;
    made.source = &asked;
    if (!asked.unscored) {
        made.budget = budget_position(asked.budget);
    }
    if (asked.when) {
        made.when = add(*asked.when);
        made_.asking_rests_on_texts |= looks_at_texts(*asked.when, rules_);
    }
    auto const cautious_first = [&asked](std::string const& id) {
        auto const found = std::ranges::find(asked.options, id, &option::id);
        return static_cast<std::size_t>(found - asked.options.begin());
    };
    for (auto const& id : asked.caution) {
        if (auto const position = cautious_first(id); position < asked.options.size()) {
            made.caution.push_back(position);
        }
    }
    for (std::size_t position = 0; position < asked.options.size(); ++position) {
        auto const& offered = asked.options[position];
        auto const bit = option_bit(position);
        made.claims |= offered.says == polarity::claim ? bit : 0;
        made.warnings |= offered.says == polarity::warning ? bit : 0;
        made.exclusive |= offered.exclusive ? bit : 0;
        if (std::ranges::find(made.caution, position) == made.caution.end()) {
            made.caution.push_back(position);
        }
    }
    return made;
}

compiled_plan compiler::plan_rules(plan_template const& plan)
{
    compiled_plan made{&plan, {}, {}, {}};
    for (auto const& each : plan.weeks) {
        made.weeks.push_back(add(each.when.value_or(condition{})));
    }
    for (auto const& each : plan.now) {
        made.now.push_back(add(each.when.value_or(condition{})));
    }
    for (auto const& each : plan.replaces) {
        made.replaces.push_back(add(each.when.value_or(condition{})));
    }
    return made;
}

void compiler::add_paths()
{
    for (auto const& each : rules_.paths) {
        compiled_path made{&each, made_.criteria.size(), each.criteria.size(), 0, 0};
        for (auto const& one : each.criteria) {
            compiled_criterion judged{&one, add(one.when), std::nullopt};
            if (one.partly) {
                judged.partly = add(*one.partly);
            }
            made_.criteria.push_back(judged);
        }
        made.required = add(each.required);
        made.never_without = add(each.never_without);
        made_.paths.push_back(made);
    }
}

compiled_guide compiler::compile()
{
    for (auto const& each : rules_.questions) {
        made_.questions.push_back(question_rules(each));
        if (auto const budget = made_.questions.back().budget) {
            made_.budget.at(*budget) = made_.questions.size() - 1;
        }
    }
    for (auto const& each : rules_.grades) {
        auto const asked = look_up(questions_, each.question).value_or(0);
        made_.grades.push_back({&each, asked, add(each.failing), add(each.sound)});
    }
    for (auto const& each : rules_.facts) {
        made_.facts.push_back(add(each.when));
    }
    add_paths();
    for (auto const& each : rules_.stages) {
        made_.stages.push_back(add(each.when));
        auto& notes = made_.stage_notes.emplace_back();
        for (auto const& note : each.notes) {
            notes.push_back(add(note.when));
        }
    }
    for (auto const& each : rules_.scoping) {
        made_.scoping.push_back(add(each.when));
    }
    for (auto const& each : rules_.contradictions) {
        made_.contradictions.push_back(add(each.when));
    }
    for (auto const& [path, plan] : rules_.plans) {
        made_.plans.push_back(plan_rules(plan));
    }
    return std::move(made_);
}

}  // namespace

option_set option_bit(std::size_t position)
{
    return position < most_options ? option_set{1} << position : option_set{0};
}

std::optional<std::size_t> budget_position(std::string_view id)
{
    if (id.size() == 2 && id[0] == 'B' && id[1] >= '1' && id[1] <= '7') {
        return static_cast<std::size_t>(id[1] - '1');
    }
    return std::nullopt;
}

std::optional<std::size_t> compiled_guide::question_position(std::string_view id) const
{
    auto const found = std::ranges::find(source->questions, id, &question::id);
    return found == source->questions.end()
               ? std::nullopt
               : std::optional(static_cast<std::size_t>(found - source->questions.begin()));
}

std::optional<std::size_t> compiled_guide::fact_position(std::string_view id) const
{
    auto const found = std::ranges::find(source->facts, id, &fact::id);
    return found == source->facts.end()
               ? std::nullopt
               : std::optional(static_cast<std::size_t>(found - source->facts.begin()));
}

std::optional<std::size_t> compiled_guide::area_position(std::string_view id) const
{
    auto const found = std::ranges::find(source->grades, id, &grade_rule::area);
    return found == source->grades.end()
               ? std::nullopt
               : std::optional(static_cast<std::size_t>(found - source->grades.begin()));
}

compiled_guide compile(guide const& rules)
{
    return compiler(rules).compile();
}

}  // namespace crossroads
