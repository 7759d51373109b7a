#include "decision/comparison.hpp"

#include "decision/compiled_guide.hpp"
#include "decision/team_answers.hpp"

#include <algorithm>
#include <iterator>

namespace crossroads {

namespace {

using values = std::map<std::string, answer>;

std::optional<answer>
value_of(question const& asked, team_answer const& said, question_record const& on_record)
{
    if (asked.type == question_type::text)
        return on_record.text.empty() ? std::nullopt : std::optional<answer>{free_text{on_record.text}};
    selection ticked;
    for (std::size_t i = 0; i < asked.options.size(); ++i)
        if ((said.ticked & option_bit(i)) != 0)
            ticked.options.push_back(asked.options[i].id);
    if (!said.known || ticked.options.empty())
        return std::nullopt;
    return ticked;
}

std::optional<answer> found_in(values const& all, std::string const& question)
{
    auto const found = all.find(question);
    return found == all.end() ? std::nullopt : std::optional{found->second};
}

bool ticks(std::optional<answer> const& value, std::string const& option)
{
    auto const* ticked = value ? std::get_if<selection>(&*value) : nullptr;
    return ticked != nullptr && std::ranges::count(ticked->options, option) > 0;
}

/// Whether any sign, good or bad, differs. A warning is closed by an answer without it, not by none at all.
bool note_signs(comparison& into, question const& asked, changed_value const& change)
{
    bool noted = false;
    for (auto const& one : asked.options) {
        bool const then = ticks(change.then, one.id);
        bool const now = ticks(change.now, one.id);
        bool const nobody_says = one.says == polarity::warning && !change.now;
        if (then == now || one.says == polarity::neutral || nobody_says)
            continue;
        auto& list = one.says == polarity::claim ? (now ? into.newly_proved : into.lost)
                                                 : (now ? into.opened : into.closed);
        list.push_back({asked.id, one.label});
        noted = true;
    }
    return noted;
}

movement movement_of(grade then, grade now)
{
    auto const height = [](grade value) {
        switch (value) {
        case grade::failing: return 1;
        case grade::weak: return 2;
        case grade::sound: return 3;
        case grade::unknown: return 0;
        }
        return 0;
    };
    if (height(then) == 0 || height(now) == 0 || then == now)
        return movement::sideways;
    return height(now) > height(then) ? movement::forward : movement::back;
}

void compare_areas(comparison& into, assessed const& then, assessed const& now)
{
    for (auto const& rule : now.rules.grades) {
        auto const before = then.decided.areas.find(rule.area);
        auto const after = now.decided.areas.find(rule.area);
        bool const both = before != then.decided.areas.end() && after != now.decided.areas.end();
        if (both && before->second != after->second)
            into.areas.push_back(
                {rule.name, rule.question, before->second, after->second,
                 movement_of(before->second, after->second)});
    }
}

bool area_is_noted(comparison const& made, question const& asked)
{
    return !asked.area.empty() && std::ranges::count(made.areas, asked.id, &changed_area::question) > 0;
}

}  // namespace

bool means_the_same(question const& one, question const& other)
{
    auto const same_option = [](option const& a, option const& b) {
        return a.id == b.id && a.label == b.label;
    };
    return one.type == other.type && one.ask == other.ask &&
           std::ranges::equal(one.options, other.options, same_option);
}

values team_values(guide const& rules, answer_sheet const& sheet)
{
    auto const compiled = compile(rules);
    auto const record = aggregate(compiled, sheet, texts::read);
    auto const asked = asked_questions(rules, sheet);
    values all;
    for (std::size_t i = 0; i < rules.questions.size(); ++i) {
        auto const& question = rules.questions[i];
        if (question.unscored || std::ranges::count(asked, question.id) == 0)
            continue;
        if (auto value = value_of(question, record.team.answers[i], record.questions[i]))
            all.emplace(question.id, std::move(*value));
    }
    return all;
}

comparison compare(assessed const& then, assessed const& now)
{
    comparison made;
    compare_areas(made, then, now);
    auto const before = team_values(then.rules, then.sheet);
    auto const after = team_values(now.rules, now.sheet);
    for (auto const& question : now.rules.questions) {
        if (question.unscored)
            continue;
        auto const* earlier = then.rules.find(question.id);
        if (earlier == nullptr || !means_the_same(*earlier, question)) {
            if (std::ranges::count(now.decided.asked, question.id) > 0)
                made.not_comparable.push_back(question.id);
            continue;
        }
        changed_value change{question.id, found_in(before, question.id), found_in(after, question.id)};
        if (change.then == change.now || area_is_noted(made, question))
            continue;
        bool const told_by_signs = question.type == question_type::multi && question.area.empty() &&
                                   note_signs(made, question, change);
        if (!told_by_signs)
            made.others.push_back(std::move(change));
    }
    return made;
}

movement stage_movement(guide const& rules, std::string_view then, std::string_view now)
{
    auto const place = [&](std::string_view id) {
        return std::distance(rules.stages.begin(), std::ranges::find(rules.stages, id, &stage::id));
    };
    auto const nowhere = std::ssize(rules.stages);
    if (then == now || place(then) == nowhere || place(now) == nowhere)
        return movement::sideways;
    return place(now) < place(then) ? movement::forward : movement::back;  // the furthest stage comes first
}

}  // namespace crossroads
