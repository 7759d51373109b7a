#include "decision/verdict.hpp"

namespace crossroads {

namespace {

constexpr std::size_t the_decision_itself = 5;  // B6 is what the model answers, not the team

bool any_budget_question_open(situation& answers)
{
    for (std::size_t budget = 0; budget < budget_questions; ++budget) {
        if (budget != the_decision_itself && answers.concrete(budget) != truth::yes) {
            return true;
        }
    }
    return false;
}

bool is_prototype(situation& answers)
{
    auto const& stages = answers.rules().source->stages;
    return stages.empty() || stages[stage_of(answers)].id == "prototype";
}

std::optional<std::size_t>
best_fit(situation& answers, std::optional<std::size_t> besides, bool only_possible)
{
    std::optional<std::size_t> best;
    int best_score = -1;
    auto const& paths = answers.rules().paths;
    for (std::size_t path = 0; path < paths.size(); ++path) {
        if (path == besides || (only_possible && answers.holds(paths[path].never_without) != truth::yes)) {
            continue;
        }
        if (auto const score = fit_of(answers, path); score > best_score) {
            best = path;
            best_score = score;
        }
    }
    return best;
}

verdict weigh(situation& answers)
{
    verdict found;
    auto const& paths = answers.rules().paths;
    for (std::size_t path = 0; path < paths.size() && !found.defensible; ++path) {
        if (answers.holds(paths[path].required) == truth::yes) {
            found.defensible = path;
        }
    }
    if (scoping_needed(answers)) {
        return found;
    }
    found.outcome = found.defensible;
    if (!found.outcome && !is_prototype(answers)) {
        found.outcome = best_fit(answers, std::nullopt, true);
        found.fallback = found.outcome.has_value();
    }
    return found;
}

verdict weigh_split(situation& scratch, team_answers team)
{
    auto const question = *team.split_question;
    auto const most_cautious = team.answers[question].ticked;
    std::optional<verdict> first;
    for (std::size_t position = 0; position < most_options; ++position) {
        if ((team.split_between & option_bit(position)) == 0) {
            continue;
        }
        team.answers[question].ticked = option_bit(position);
        scratch.take(team);
        auto const found = weigh(scratch);
        if (first && *first != found) {
            team.answers[question] = {};
            scratch.take(team);
            auto open = weigh(scratch);
            open.split = goal_split::open;
            return open;
        }
        first = found;
    }
    team.answers[question].ticked = most_cautious;
    scratch.take(team);
    auto found = weigh(scratch);
    found.split = goal_split::harmless;
    return found;
}

}  // namespace

int fit_of(situation& answers, std::size_t path)
{
    auto const& judged = answers.rules().paths[path];
    int score = 0;
    for (std::size_t one = 0; one < judged.criteria; ++one) {
        switch (answers.criterion(judged.first_criterion + one)) {
        case criterion_state::met: score += 2; break;
        case criterion_state::partly: score += 1; break;
        case criterion_state::not_met:
        case criterion_state::unknown: break;
        }
    }
    return score;
}

bool gate_open(situation& answers, node_position gate)
{
    return answers.holds(gate) != truth::no;
}

bool scoping_needed(situation& answers)
{
    for (auto const gate : answers.rules().scoping) {
        if (gate_open(answers, gate)) {
            return true;
        }
    }
    return answers.rules().source->strict_budget && any_budget_question_open(answers);
}

std::size_t stage_of(situation& answers)
{
    auto const& stages = answers.rules().stages;
    for (std::size_t stage = 0; stage < stages.size(); ++stage) {
        if (answers.holds(stages[stage]) == truth::yes) {
            return stage;
        }
    }
    return stages.empty() ? 0 : stages.size() - 1;
}

verdict judge(situation& scratch, team_answers const& team)
{
    if (team.split_question) {
        return weigh_split(scratch, team);
    }
    scratch.take(team);
    return weigh(scratch);
}

team_answers as_judged(team_answers team, verdict const& found)
{
    if (team.split_question && found.split == goal_split::open) {
        team.answers[*team.split_question] = {};
    }
    return team;
}

std::optional<std::size_t> runner_up_to(situation& answers, std::size_t chosen)
{
    auto const& paths = answers.rules().paths;
    for (auto path = chosen + 1; path < paths.size(); ++path) {
        if (answers.holds(paths[path].required) == truth::yes) {
            return path;
        }
    }
    auto const fitting = best_fit(answers, chosen, false);
    return fitting && fit_of(answers, *fitting) > 0 ? fitting : std::nullopt;
}

}  // namespace crossroads
