#include "decision/situation.hpp"

#include <algorithm>

namespace crossroads {

namespace {

constexpr std::int8_t not_yet = -1;
constexpr int too_many_unknown_areas = 3;  // model, section 6: then the areas are not reviewed

truth opposite(truth value)
{
    switch (value) {
    case truth::no: return truth::yes;
    case truth::unknown: return truth::unknown;
    case truth::yes: return truth::no;
    }
    return truth::unknown;
}

truth truth_of(bool value)
{
    return value ? truth::yes : truth::no;
}

}  // namespace

situation::situation(compiled_guide const& rules)
    : rules_(rules),
      standing_(rules.questions.size()),
      facts_(rules.facts.size()),
      grades_(rules.grades.size())
{}

void situation::take(team_answers const& team, doubtful_answers doubtful)
{
    team_ = &team;
    doubtful_ = doubtful;
    forget();
    find_asked();
}

void situation::forget()
{
    std::ranges::fill(facts_, not_yet);
    std::ranges::fill(grades_, not_yet);
}

void situation::find_asked()
{
    std::ranges::fill(standing_, standing::not_reached);
    for (std::size_t question = 0; question < standing_.size(); ++question) {
        auto const& when = rules_.questions[question].when;
        if (!when) {
            standing_[question] = standing::asked;
            continue;
        }
        switch (holds(*when)) {
        case truth::no: standing_[question] = standing::not_asked; break;
        case truth::unknown: standing_[question] = standing::doubtful; break;
        case truth::yes: standing_[question] = standing::asked; break;
        }
        // What was worked out so far rests on later questions not being reached yet.
        forget();
    }
}

bool situation::known(std::size_t question) const
{
    return asked(question) && answer_to(question).known;
}

option_set situation::ticked(std::size_t question) const
{
    return known(question) ? answer_to(question).ticked : 0;
}

truth situation::holds(node_position at)
{
    auto const& node = rules_.nodes[at];
    switch (node.what) {
    case compiled_node::op::always: return truth::yes;
    case compiled_node::op::unresolvable: return truth::unknown;
    case compiled_node::op::ticked: return option_holds(node);
    case compiled_node::op::grade: return grade_holds(node);
    case compiled_node::op::fact: return fact_holds(node.subject);
    case compiled_node::op::concrete: return concrete(node.subject);
    case compiled_node::op::criterion: return criterion_holds(node);
    case compiled_node::op::all: return all_hold(node);
    case compiled_node::op::any: return any_holds(node);
    case compiled_node::op::negate: return opposite(holds(node.first));
    case compiled_node::op::at_least: return enough_hold(node);
    }
    return truth::unknown;
}

truth situation::option_holds(compiled_node const& node) const
{
    auto const question = node.subject;
    auto const& given = answer_to(question);
    bool const ticks = (given.ticked & node.values) != 0;
    switch (standing_[question]) {
    case standing::not_reached: return truth::unknown;
    case standing::not_asked: return truth::no;
    case standing::doubtful:
        if (given.known && ticks && doubtful_ == doubtful_answers::are_unknown) {
            return truth::unknown;
        }
        break;
    case standing::asked: break;
    }
    if (!given.known) {
        return truth::unknown;
    }
    return ticks ? truth::yes : truth::no;
}

truth situation::grade_holds(compiled_node const& node)
{
    auto const found = area(node.subject);
    bool const listed = ((node.values >> static_cast<unsigned>(found)) & 1U) != 0;
    if (listed) {
        return truth::yes;
    }
    return found == grade::unknown ? truth::unknown : truth::no;
}

truth situation::criterion_holds(compiled_node const& node)
{
    auto const& judged = rules_.criteria[node.subject];
    auto const met = holds(judged.when);
    if (met == truth::yes || !node.partly_is_enough || !judged.partly) {
        return met;
    }
    return std::max(met, holds(*judged.partly));
}

truth situation::all_hold(compiled_node const& node)
{
    auto result = truth::yes;
    for (auto child = node.first; child < node.first + node.count && result != truth::no; ++child) {
        result = std::min(result, holds(child));
    }
    return result;
}

truth situation::any_holds(compiled_node const& node)
{
    auto result = truth::no;
    for (auto child = node.first; child < node.first + node.count && result != truth::yes; ++child) {
        result = std::max(result, holds(child));
    }
    return result;
}

truth situation::enough_hold(compiled_node const& node)
{
    std::uint32_t surely = 0;
    std::uint32_t possibly = 0;
    for (auto child = node.first; child < node.first + node.count; ++child) {
        auto const held = holds(child);
        surely += held == truth::yes ? 1U : 0U;
        possibly += held != truth::no ? 1U : 0U;
    }
    if (surely >= node.needed) {
        return truth::yes;
    }
    return possibly >= node.needed ? truth::unknown : truth::no;
}

// "Unknown" is put down before working a fact or a grade out, so that a guide whose rules go in a
// circle (the loader refuses those) ends here as well.
truth situation::fact_holds(std::size_t fact)
{
    auto& remembered = facts_[fact];
    if (remembered == not_yet) {
        remembered = static_cast<std::int8_t>(truth::unknown);
        remembered = static_cast<std::int8_t>(holds(rules_.facts[fact]));
    }
    return static_cast<truth>(remembered);
}

grade situation::area(std::size_t position)
{
    auto& remembered = grades_[position];
    if (remembered == not_yet) {
        remembered = static_cast<std::int8_t>(grade::unknown);
        remembered = static_cast<std::int8_t>(work_out(rules_.grades[position]));
    }
    return static_cast<grade>(remembered);
}

grade situation::work_out(compiled_grade const& rule)
{
    if (asked(rule.question) && !known(rule.question)) {
        return grade::unknown;
    }
    auto const failing = holds(rule.failing);
    auto const sound = holds(rule.sound);
    if (failing == truth::yes && (rule.source->failing_first || sound != truth::yes)) {
        return grade::failing;
    }
    if (sound == truth::yes) {
        return grade::sound;
    }
    return failing == truth::no && sound == truth::no ? grade::weak : grade::unknown;
}

criterion_state situation::criterion(std::size_t position)
{
    auto const& judged = rules_.criteria[position];
    auto const met = holds(judged.when);
    if (met == truth::yes) {
        return criterion_state::met;
    }
    auto const partly = judged.partly ? holds(*judged.partly) : truth::no;
    if (partly == truth::yes) {
        return criterion_state::partly;
    }
    return met == truth::no && partly == truth::no ? criterion_state::not_met : criterion_state::unknown;
}

bool situation::names_weaknesses(compiled_question const& asked, team_answer const& given)
{
    if ((given.ticked & ~asked.exclusive) != 0) {
        return true;
    }
    int unknown = 0;
    for (std::size_t position = 0; position < rules_.grades.size(); ++position) {
        unknown += area(position) == grade::unknown ? 1 : 0;
    }
    return unknown < too_many_unknown_areas;
}

truth situation::concrete(std::size_t budget)
{
    auto const question = rules_.budget.at(budget);
    if (!question || !asked(*question)) {
        return truth::yes;
    }
    if (!known(*question)) {
        return truth::unknown;
    }
    auto const& given = answer_to(*question);
    switch (team_->marks[budget]) {
    case concrete_mark::open: return truth::no;
    case concrete_mark::concrete:
        // Which of two workflows is protected first is settled, not marked.
        return rules_.questions[*question].source->type == question_type::text ? truth_of(given.concrete)
                                                                               : truth::yes;
    case concrete_mark::none: break;
    }
    auto const& asked_rules = rules_.questions[*question];
    switch (asked_rules.source->type) {
    case question_type::text: return truth_of(given.concrete);
    case question_type::single: return truth::yes;
    case question_type::multi: break;
    }
    // Weaknesses: "none so far" is an answer once the areas were reviewed. Parts to keep: at least one.
    bool const lists_weaknesses = asked_rules.warnings != 0;
    return truth_of(lists_weaknesses ? names_weaknesses(asked_rules, given) : given.ticked != 0);
}

}  // namespace crossroads
