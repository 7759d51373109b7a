#include "decision/budget_words.hpp"
#include "decision/compiled_guide.hpp"
#include "decision/confidence.hpp"
#include "decision/decision.hpp"
#include "decision/evidence.hpp"
#include "decision/flips.hpp"
#include "decision/scope_plan.hpp"
#include "decision/situation.hpp"
#include "decision/team_answers.hpp"
#include "decision/team_disagreements.hpp"
#include "decision/verdict.hpp"
#include "decision/what_if.hpp"
#include "words/catalogue.hpp"

#include <algorithm>

namespace crossroads {

namespace {

constexpr std::size_t cheapest_path_question = 5;  // B6, which the model answers

class deliberation {
public:
    deliberation(guide const& guide, answer_sheet const& sheet)
        : rules_(compile(guide)),
          record_(aggregate(rules_, sheet, texts::read)),
          answers_(rules_),
          found_(judge(answers_, record_.team)),
          judged_(as_judged(record_.team, found_)),
          tries_(rules_, record_.team)
    {
        answers_.take(judged_);
    }

    decision run();

private:
    void state_guide_and_stage();
    void state_outcome();
    void state_open_questions();
    void state_paths();
    void state_areas_and_budget();
    void state_contradictions();
    judged_path judged(std::size_t path);
    raised_finding raised(std::string id, std::string text, node_position rests_on);
    raised_finding nothing_defensible();

    compiled_guide rules_;
    team_record record_;
    situation answers_;
    verdict found_;
    team_answers judged_;
    what_if tries_;
    decision made_;
};

std::vector<std::string> asked_in(situation const& answers)
{
    std::vector<std::string> ids;
    auto const& questions = answers.rules().questions;
    for (bool const votes : {false, true}) {
        for (std::size_t question = 0; question < questions.size(); ++question) {
            if (answers.asked(question) && questions[question].source->unscored == votes) {
                ids.push_back(questions[question].source->id);
            }
        }
    }
    return ids;
}

void deliberation::state_guide_and_stage()
{
    auto const& guide = *rules_.source;
    made_.guide_id = guide.id;
    made_.guide_version = guide.version;
    made_.guide_sha256 = guide.sha256;
    made_.asked = asked_in(answers_);
    if (guide.stages.empty()) {
        return;
    }
    auto const reached = stage_of(answers_);
    made_.stage = guide.stages[reached].id;
    made_.stage_name = guide.stages[reached].name;
    auto const& notes = rules_.stage_notes[reached];
    auto const said =
        std::ranges::find_if(notes, [this](auto note) { return answers_.holds(note) == truth::yes; });
    if (said != notes.end()) {
        made_.stage_note = guide.stages[reached].notes[static_cast<std::size_t>(said - notes.begin())].text;
    }
}

void deliberation::state_outcome()
{
    made_.outcome = outcome_id(rules_, found_.outcome);
    made_.fallback = found_.fallback;
    auto const points_to = found_.outcome ? found_.outcome : found_.defensible;
    if (!points_to) {
        return;
    }
    made_.direction = outcome_id(rules_, points_to);
    if (auto const next = runner_up_to(answers_, *points_to)) {
        made_.runner_up = outcome_id(rules_, next);
    }
}

raised_finding deliberation::raised(std::string id, std::string text, node_position rests_on)
{
    raised_finding finding{std::move(id), std::move(text), {}};
    for (auto const& each : evidence_for(answers_, record_, rests_on)) {
        finding.questions.push_back(each.question);
    }
    return finding;
}

raised_finding deliberation::nothing_defensible()
{
    auto const& words = words_in(rules_.source->shown_in).decision;
    auto const text = made_.stage == "prototype" ? words.prove_live_first : words.nothing_indispensable;
    raised_finding finding{"no_defensible_path", text.text(), {}};
    for (auto const& path : rules_.paths) {
        for (auto const& each : evidence_for(answers_, record_, path.never_without)) {
            if (std::ranges::find(finding.questions, each.question) == finding.questions.end()) {
                finding.questions.push_back(each.question);
            }
        }
    }
    return finding;
}

void deliberation::state_open_questions()
{
    for (std::size_t gate = 0; gate < rules_.scoping.size(); ++gate) {
        if (gate_open(answers_, rules_.scoping[gate])) {
            auto const& source = rules_.source->scoping[gate];
            made_.scoping.push_back(raised(source.id, source.text, rules_.scoping[gate]));
        }
    }
    for (std::size_t budget = 0; rules_.source->strict_budget && budget < budget_questions; ++budget) {
        if (is_secondary(budget) && answers_.concrete(budget) != truth::yes) {
            auto const& asked = *rules_.questions[*rules_.budget.at(budget)].source;
            made_.scoping.push_back(
                {"open_" + asked.budget,
                 text_of(
                     words_in(rules_.source->shown_in).decision.not_concrete,
                     {{"what", budget_words(budget, rules_.source->shown_in)}}),
                 {asked.id}});
        }
    }
    if (!found_.outcome && made_.scoping.empty()) {
        made_.scoping.push_back(nothing_defensible());
    }
}

judged_path deliberation::judged(std::size_t path)
{
    auto const& rules = rules_.paths[path];
    judged_path made;
    made.id = rules.source->id;
    made.name = rules.source->name;
    made.defensible = answers_.holds(rules.required) == truth::yes;
    made.possible = answers_.holds(rules.never_without) == truth::yes;
    for (std::size_t one = 0; one < rules.criteria; ++one) {
        auto const position = rules.first_criterion + one;
        auto const& source = *rules_.criteria[position].source;
        auto const state = answers_.criterion(position);
        made.met += state == criterion_state::met ? 1 : 0;
        made.partly += state == criterion_state::partly ? 1 : 0;
        made.unknown += state == criterion_state::unknown ? 1 : 0;
        made.criteria.push_back(
            {source.id, source.text, state, evidence_for_criterion(answers_, record_, position)});
    }
    return made;
}

void deliberation::state_paths()
{
    for (std::size_t path = 0; path < rules_.paths.size(); ++path) {
        made_.paths.push_back(judged(path));
    }
}

void deliberation::state_areas_and_budget()
{
    for (std::size_t area = 0; area < rules_.grades.size(); ++area) {
        made_.areas.emplace(rules_.grades[area].source->area, answers_.area(area));
    }
    for (std::size_t budget = 0; budget < budget_questions; ++budget) {
        bool const open =
            budget == cheapest_path_question ? !found_.defensible : answers_.concrete(budget) != truth::yes;
        made_.budget.emplace("B" + std::to_string(budget + 1), !open);
    }
}

void deliberation::state_contradictions()
{
    for (std::size_t one = 0; one < rules_.contradictions.size(); ++one) {
        if (answers_.holds(rules_.contradictions[one]) == truth::yes) {
            auto const& source = rules_.source->contradictions[one];
            made_.contradictions.push_back(raised(source.id, source.text, rules_.contradictions[one]));
        }
    }
}

decision deliberation::run()
{
    state_guide_and_stage();
    state_outcome();
    state_open_questions();
    state_paths();
    state_areas_and_budget();
    state_contradictions();
    made_.disagreements = team_disagreements(answers_, record_, found_, tries_);
    made_.because = confidence_caps(answers_, {judged_, record_, found_, made_.disagreements});
    made_.confidence = lowest_of(made_.because);
    made_.flips = find_flips(answers_, record_, found_, tries_);
    made_.plan = plan_scope(answers_, record_, made_.outcome);
    return std::move(made_);
}

}  // namespace

decision decide(guide const& rules, answer_sheet const& sheet)
{
    return deliberation(rules, sheet).run();
}

std::vector<std::string> asked_questions(guide const& rules, answer_sheet const& sheet)
{
    auto const compiled = compile(rules);
    auto const record =
        aggregate(compiled, sheet, compiled.asking_rests_on_texts ? texts::read : texts::left_out);
    situation answers(compiled);
    answers.take(record.team);
    return asked_in(answers);
}

}  // namespace crossroads
