#include "decision/scope_plan.hpp"

#include "decision/budget_words.hpp"
#include "decision/confidence.hpp"
#include "decision/evidence.hpp"
#include "decision/plan_phases.hpp"
#include "words/catalogue.hpp"
#include "words/spoken.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace crossroads {

namespace {

constexpr std::size_t most_work = 5;
constexpr std::size_t most_deferrals = 5;
constexpr int scoping_weeks = 2;
constexpr int longest_plan = 12;

constexpr std::size_t workflow_question = 1;  // B2
constexpr std::size_t keep_question = 2;      // B3
constexpr std::size_t defer_question = 6;     // B7

/// Builds one plan; `template_` is null for a guide without a plan for this outcome.
class planner {
public:
    planner(situation& answers, team_record const& record, std::string const& outcome);

    scope_plan run();

private:
    int weeks();
    bool taken(node_position when);
    void choose_work();
    void choose_kept();
    void keep_ticked(compiled_question const& asked, option_set ticked);
    void keep_sound_areas();
    void choose_deferred();
    void defer(std::string what, std::string until);
    phase_material material();
    bool binds(std::string const& area);
    bool replaced(std::string const& option_id);
    bool area_replaced(std::string const& area);
    option const* kept_part_of(std::string const& area) const;
    bool worked_on(std::string const& area) const;
    void keep(std::string const& option_id, std::string const& words);
    std::string filled(std::string text) const;
    std::string parts() const;
    std::string text_of(std::size_t budget) const;

    situation& answers_;
    team_record const& record_;
    compiled_guide const& rules_;
    language in_;
    work_words const& words_;
    bool builds_;
    compiled_plan const* template_ = nullptr;
    std::vector<plan_item const*> left_over_;  // work beyond the cap
    std::set<std::string> areas_worked_on_;
    scope_plan made_;
};

planner::planner(situation& answers, team_record const& record, std::string const& outcome)
    : answers_(answers),
      record_(record),
      rules_(answers.rules()),
      in_(rules_.source->shown_in),
      words_(words_in(in_).work),
      builds_(outcome != "scoping")
{
    auto const& plans = rules_.source->plans;
    auto const found = plans.find(outcome);
    if (found != plans.end()) {
        template_ = &rules_.plans[static_cast<std::size_t>(std::distance(plans.begin(), found))];
    }
}

std::string planner::text_of(std::size_t budget) const
{
    auto const question = rules_.budget.at(budget);
    return question && answers_.known(*question) ? record_.questions[*question].text : std::string();
}

int planner::weeks()
{
    if (template_ != nullptr) {
        for (std::size_t row = 0; row < template_->weeks.size(); ++row) {
            if (answers_.holds(template_->weeks[row]) == truth::yes) {
                return template_->source->weeks[row].weeks;
            }
        }
    }
    return builds_ ? longest_plan : scoping_weeks;
}

bool planner::binds(std::string const& area)
{
    auto const fact = rules_.fact_position("bind_" + area);
    return fact && answers_.fact_holds(*fact) == truth::yes;
}

// What nobody knows is no reason to build anything, but it is one to ask.
bool planner::taken(node_position when)
{
    auto const held = answers_.holds(when);
    return held == truth::yes || (!builds_ && held == truth::unknown);
}

// The leading item first, then what binds, then the rest, each in the template's order.
void planner::choose_work()
{
    if (template_ == nullptr) {
        return;
    }
    std::vector<std::pair<int, plan_item const*>> chosen;
    auto const& items = template_->source->now;
    for (std::size_t item = 0; item < items.size(); ++item) {
        if (taken(template_->now[item])) {
            bool const leads = item == 0 && !items[item].when;
            int const turn = leads ? 0 : !items[item].area.empty() && binds(items[item].area) ? 1 : 2;
            chosen.emplace_back(turn, &items[item]);
        }
    }
    std::ranges::stable_sort(chosen, {}, &std::pair<int, plan_item const*>::first);
    for (auto const& [turn, item] : chosen) {
        if (made_.now.size() == most_work) {
            left_over_.push_back(item);
            continue;
        }
        made_.now.push_back(filled(item->text));
        if (!item->area.empty()) {
            areas_worked_on_.insert(item->area);
        }
    }
}

bool planner::worked_on(std::string const& area) const
{
    return areas_worked_on_.contains(area);
}

bool planner::replaced(std::string const& option_id)
{
    if (template_ == nullptr) {
        return false;
    }
    auto const& parts = template_->source->replaces;
    for (std::size_t part = 0; part < parts.size(); ++part) {
        if (parts[part].option == option_id && answers_.holds(template_->replaces[part]) == truth::yes) {
            return true;
        }
    }
    return false;
}

// The ids are for whoever compares plans by machine; a guide's own options keep their own.
void planner::keep(std::string const& option_id, std::string const& words)
{
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 3> names{
        {{"flow", "user_flow"}, {"data", "data_model"}, {"deploy", "deployment"}}};
    auto const renamed =
        std::ranges::find(names, option_id, &std::pair<std::string_view, std::string_view>::first);
    auto const id = renamed == names.end() ? option_id : std::string(renamed->second);
    if (std::ranges::find(made_.keep_ids, id) == made_.keep_ids.end()) {
        made_.keep.push_back(words);
        made_.keep_ids.push_back(id);
    }
}

void planner::keep_ticked(compiled_question const& asked, option_set ticked)
{
    for (std::size_t position = 0; position < asked.source->options.size(); ++position) {
        auto const& part = asked.source->options[position];
        auto const area = rules_.area_position(part.area);
        bool const failing = area && answers_.area(*area) == grade::failing;
        if ((ticked & option_bit(position)) != 0 && !failing && !replaced(part.id) && !worked_on(part.area)) {
            keep(part.id, part.label);
        }
    }
}

// The option of the keep question that is about this area, if there is one.
option const* planner::kept_part_of(std::string const& area) const
{
    auto const question = rules_.budget.at(keep_question);
    if (!question) {
        return nullptr;
    }
    auto const& options = rules_.questions[*question].source->options;
    auto const found = std::ranges::find(options, area, &option::area);
    return found == options.end() ? nullptr : &*found;
}

bool planner::area_replaced(std::string const& area)
{
    auto const* const part = kept_part_of(area);
    return part != nullptr && replaced(part->id);
}

void planner::keep_sound_areas()
{
    for (std::size_t position = 0; position < rules_.grades.size(); ++position) {
        auto const& area = *rules_.grades[position].source;
        if (answers_.area(position) != grade::sound || worked_on(area.area)) {
            continue;
        }
        auto const* const part = kept_part_of(area.area);
        if (part == nullptr) {
            keep(area.area, area.name);
        } else if (!replaced(part->id)) {
            keep(part->id, part->label);
        }
    }
}

void planner::choose_kept()
{
    auto const question = rules_.budget.at(keep_question);
    if (question) {
        keep_ticked(rules_.questions[*question], answers_.ticked(*question));
    }
    keep_sound_areas();
    if (!made_.keep.empty() || !question) {
        return;
    }
    // Nothing of the build stays: what was learnt always does.
    auto const& asked = rules_.questions[*question];
    for (std::size_t position = 0; position < asked.source->options.size(); ++position) {
        if ((asked.exclusive & option_bit(position)) != 0) {
            keep(asked.source->options[position].id, asked.source->options[position].label);
        }
    }
}

void planner::defer(std::string what, std::string until)
{
    if (made_.defer.size() < most_deferrals) {
        made_.defer.push_back({std::move(what), std::move(until)});
    }
}

void planner::choose_deferred()
{
    auto const next_proof = words_.next_proof.text();
    if (auto const text = text_of(defer_question);
        !text.empty() && answers_.concrete(defer_question) == truth::yes) {
        defer(text, next_proof);
    }
    for (auto const* const item : left_over_) {
        defer(filled(item->text), words_.work_done.text());
    }
    for (std::size_t position = 0; position < rules_.grades.size(); ++position) {
        auto const& area = *rules_.grades[position].source;
        auto const graded = answers_.area(position);
        bool const weak = graded == grade::weak || graded == grade::failing;
        if (weak && !binds(area.area) && !worked_on(area.area) && !area_replaced(area.area)) {
            defer(
                crossroads::text_of(words_.known_weakness, {{"area", area.name}}),
                area.until.empty() ? next_proof : area.until);
        }
    }
}

std::string planner::parts() const
{
    std::vector<std::string> names;
    for (auto const& area : rules_.source->grades) {
        if (worked_on(area.area)) {
            names.push_back(within_a_sentence(area.name, in_));
        }
    }
    return names.empty() ? words_.core.text() : listed(names, in_);
}

std::string planner::filled(std::string text) const
{
    std::array<std::pair<std::string_view, std::string>, 3> const values{
        {{"{workflow}", made_.workflow.empty() ? words_.the_workflow.text() : quoted(made_.workflow, in_)},
         {"{weeks}", std::to_string(made_.weeks)},
         {"{parts}", parts()}}};
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        auto const found = std::ranges::find_if(values, [&](auto const& each) {
            return std::string_view(text).substr(at).starts_with(each.first);
        });
        if (found == values.end()) {
            result += text[at++];
        } else {
            result += found->second;
            at += found->first.size();
        }
    }
    return result;
}

phase_material planner::material()
{
    phase_material made{builds_, {}};
    for (std::size_t budget = 0; budget < budget_questions; ++budget) {
        if (answers_.concrete(budget) == truth::yes) {
            continue;
        }
        made.first_week.push_back(crossroads::text_of(
            builds_ ? words_.agree_in_week_one : words_.agree, {{"what", budget_words(budget, in_)}}));
    }
    if (!builds_) {
        return made;
    }
    if (no_weakness_reported(answers_)) {
        made.first_week.push_back(words_in(in_).decision.no_weakness.text());
    }
    return made;
}

scope_plan planner::run()
{
    made_.weeks = weeks();
    made_.workflow =
        answers_.concrete(workflow_question) == truth::yes ? text_of(workflow_question) : std::string();
    choose_work();
    if (!builds_ && made_.now.empty()) {
        made_.now.push_back(words_.check_answers.text());
    }
    if (builds_) {
        choose_kept();
        choose_deferred();
    }
    if (template_ != nullptr) {
        made_.outcome_to_prove = filled(template_->source->outcome);
        for (auto const& line : template_->source->loop) {
            made_.loop.push_back(filled(line));
        }
    }
    made_.phases = plan_phases(made_, material(), in_);
    return std::move(made_);
}

}  // namespace

scope_plan plan_scope(situation& answers, team_record const& record, std::string const& outcome)
{
    return planner(answers, record, outcome).run();
}

}  // namespace crossroads
