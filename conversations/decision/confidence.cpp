#include "decision/confidence.hpp"

#include "decision/budget_words.hpp"
#include "decision/evidence.hpp"
#include "words/catalogue.hpp"

#include <algorithm>
#include <set>

namespace crossroads {

namespace {

using question_ids = std::vector<std::string>;

class caps {
public:
    caps(situation& answers, confidence_grounds const& grounds)
        : answers_(answers),
          grounds_(grounds),
          rules_(answers.rules()),
          words_(words_in(rules_.source->shown_in).decision),
          doubting_(rules_)
    {
        doubting_.take(grounds.judged, doubtful_answers::are_unknown);
    }

    std::vector<confidence_reason> all();

private:
    void low(std::string reason, question_ids questions);
    void medium(std::string reason, question_ids questions);
    void fallback();
    void decisive_disagreement();
    void contradictions();
    void known_share();
    void goal_split();
    void few_voices();
    void open_questions();
    void fit();
    void unknown_areas();
    bool could_be_defensible(std::size_t path);
    int best_case_fit(std::size_t path);
    void name(std::set<std::size_t>& into, std::vector<evidence> const& found) const;
    question_ids ids(std::set<std::size_t> const& questions) const;
    question_ids ids_where(bool known) const;

    std::string path_name(std::size_t path) const { return rules_.paths[path].source->name; }

    situation& answers_;
    confidence_grounds const& grounds_;
    compiled_guide const& rules_;
    decision_words const& words_;
    situation doubting_;  // answers to questions that may not apply count as unknown
    std::vector<confidence_reason> made_;
};

void caps::low(std::string reason, question_ids questions)
{
    made_.push_back({confidence_level::low, std::move(reason), std::move(questions)});
}

void caps::medium(std::string reason, question_ids questions)
{
    made_.push_back({confidence_level::medium, std::move(reason), std::move(questions)});
}

question_ids caps::ids(std::set<std::size_t> const& questions) const
{
    question_ids found;
    for (auto const question : questions) {
        found.push_back(rules_.questions[question].source->id);
    }
    return found;
}

void caps::name(std::set<std::size_t>& into, std::vector<evidence> const& found) const
{
    for (auto const& each : found) {
        into.insert(rules_.question_position(each.question).value_or(0));
    }
}

bool counts(question const& asked)
{
    return !asked.optional && !asked.unscored;
}

question_ids caps::ids_where(bool known) const
{
    std::set<std::size_t> found;
    for (std::size_t question = 0; question < rules_.questions.size(); ++question) {
        if (answers_.asked(question) && counts(*rules_.questions[question].source) &&
            answers_.known(question) == known) {
            found.insert(question);
        }
    }
    return ids(found);
}

std::string missing_criteria(situation& answers, compiled_path const& path)
{
    std::string missing;
    for (std::size_t one = 0; one < path.criteria; ++one) {
        auto const position = path.first_criterion + one;
        if (answers.criterion(position) != criterion_state::met) {
            missing += (missing.empty() ? "" : "; ") + answers.rules().criteria[position].source->text;
        }
    }
    return missing;
}

void caps::fallback()
{
    std::set<std::size_t> questions;
    bool defensible = false;
    for (auto const& path : rules_.paths) {
        defensible = defensible || doubting_.holds(path.required) == truth::yes;
        name(questions, evidence_for(answers_, grounds_.record, path.required));
    }
    if (grounds_.found.fallback) {
        auto const path = *grounds_.found.outcome;
        auto const missing = missing_criteria(answers_, rules_.paths[path]);
        low(text_of(words_.fits_best, {{"missing", missing}}), ids(questions));
    } else if (!defensible && grounds_.found.defensible) {
        low(words_.hangs_on_unknown.text(), ids(questions));
    } else if (!defensible) {
        low(words_.none_defensible.text(), ids(questions));
    }
}

void caps::decisive_disagreement()
{
    for (auto const& each : grounds_.disagreements) {
        if (each.decisive && !each.settled) {
            auto const* const asked = rules_.source->find(each.question);
            low(text_of(words_.decisive, {{"ask", asked->ask}}), {each.question});
        }
    }
}

void caps::contradictions()
{
    std::set<std::size_t> questions;
    int holding = 0;
    int possible = 0;
    for (auto const contradiction : rules_.contradictions) {
        bool const holds = answers_.holds(contradiction) == truth::yes;
        if (holds || doubting_.holds(contradiction) != truth::no) {
            name(questions, evidence_for(answers_, grounds_.record, contradiction));
            holding += holds ? 1 : 0;
            possible += holds ? 0 : 1;
        }
    }
    if (holding + possible == 0) {
        return;
    }
    auto const level = holding + possible > 1 ? confidence_level::low : confidence_level::medium;
    auto const& counted = possible > 0 ? words_.contradictions_and_more : words_.contradictions;
    auto reason =
        holding == 0 ? words_.may_contradict.text() : count_of(counted, static_cast<std::size_t>(holding));
    made_.push_back({level, std::move(reason), ids(questions)});
}

void caps::known_share()
{
    auto const unknown = ids_where(false);
    auto const known = ids_where(true).size();
    auto const asked = known + unknown.size();
    if (known * 10 < asked * 7) {
        low(text_of(words_.not_enough, {{"known", known}, {"count", asked}}), unknown);
    } else if (known * 10 < asked * 9) {
        medium(text_of(words_.some_missing, {{"known", known}, {"count", asked}}), unknown);
    }
}

void caps::goal_split()
{
    for (auto const& each : grounds_.disagreements) {
        auto const* const asked = rules_.source->find(each.question);
        bool const is_goal = asked->single_team_answer && asked->type == question_type::single;
        if (is_goal && !each.decisive && !each.settled) {
            medium(words_.goal_split.text(), {each.question});
        }
    }
}

void caps::few_voices()
{
    std::set<std::size_t> technical;
    std::set<std::size_t> technical_people;
    for (std::size_t question = 0; question < rules_.questions.size(); ++question) {
        if (!rules_.questions[question].source->hats.empty() && answers_.asked(question)) {
            auto const& counted = grounds_.record.questions[question].counted;
            technical_people.insert(counted.begin(), counted.end());
            technical.insert(question);
        }
    }
    if (grounds_.record.people < 2) {
        auto answered = ids_where(true);
        medium(words_.one_respondent.text(), answered.empty() ? ids_where(false) : std::move(answered));
    } else if (technical_people.size() < 2) {
        medium(
            (technical_people.empty() ? words_.nobody_technical : words_.one_technical).text(),
            ids(technical));
    }
}

void caps::open_questions()
{
    for (std::size_t budget = 0; budget < budget_questions; ++budget) {
        if (is_secondary(budget) && answers_.concrete(budget) != truth::yes) {
            auto const question = *rules_.budget.at(budget);
            medium(
                text_of(words_.not_concrete, {{"what", budget_words(budget, rules_.source->shown_in)}}),
                {rules_.questions[question].source->id});
        }
    }
}

bool caps::could_be_defensible(std::size_t path)
{
    return doubting_.holds(rules_.paths[path].required) != truth::no;
}

// As fit_of(), with every unknown criterion turning out to be met.
int caps::best_case_fit(std::size_t path)
{
    auto const& judged = rules_.paths[path];
    int score = 0;
    for (std::size_t one = 0; one < judged.criteria; ++one) {
        auto const position = judged.first_criterion + one;
        bool const could_be_met = doubting_.holds(rules_.criteria[position].when) != truth::no;
        score += could_be_met ? 2 : doubting_.criterion(position) == criterion_state::not_met ? 0 : 1;
    }
    return score;
}

void caps::fit()
{
    auto const chosen = grounds_.found.outcome ? grounds_.found.outcome : grounds_.found.defensible;
    if (!chosen) {
        return;
    }
    std::set<std::size_t> questions;
    name(questions, evidence_for(answers_, grounds_.record, rules_.paths[*chosen].required));
    auto const score = fit_of(doubting_, *chosen);
    if (score < 6) {
        medium(text_of(words_.few_conditions, {{"path", path_name(*chosen)}}), ids(questions));
    }
    for (std::size_t path = 0; path < rules_.paths.size(); ++path) {
        if (path == *chosen || !could_be_defensible(path)) {
            continue;
        }
        auto close = questions;
        name(close, evidence_for(answers_, grounds_.record, rules_.paths[path].required));
        if (path < *chosen && !grounds_.found.fallback) {
            medium(text_of(words_.cheaper_possible, {{"path", path_name(path)}}), ids(close));
        } else if (best_case_fit(path) + 2 >= score) {
            medium(text_of(words_.close_second, {{"path", path_name(path)}}), ids(close));
        }
    }
}

void caps::unknown_areas()
{
    std::set<std::size_t> questions;
    for (std::size_t area = 0; area < rules_.grades.size(); ++area) {
        if (answers_.area(area) == grade::unknown) {
            questions.insert(rules_.grades[area].question);
        }
    }
    if (questions.size() > 1) {
        medium(text_of(words_.areas_unknown, {{"count", questions.size()}}), ids(questions));
    }
}

std::vector<confidence_reason> caps::all()
{
    fallback();
    decisive_disagreement();
    contradictions();
    known_share();
    goal_split();
    few_voices();
    open_questions();
    fit();
    unknown_areas();
    if (no_weakness_reported(answers_)) {
        std::set<std::size_t> reviewed;
        for (auto const& area : rules_.grades) {
            reviewed.insert(area.question);
        }
        medium(words_.no_weakness.text(), ids(reviewed));
    }
    std::ranges::stable_sort(made_, {}, &confidence_reason::level);
    return std::move(made_);
}

}  // namespace

std::vector<confidence_reason> confidence_caps(situation& answers, confidence_grounds const& grounds)
{
    return caps(answers, grounds).all();
}

confidence_level lowest_of(std::vector<confidence_reason> const& caps)
{
    auto lowest = confidence_level::high;
    for (auto const& each : caps) {
        lowest = std::min(lowest, each.level);
    }
    return lowest;
}

bool no_weakness_reported(situation& answers)
{
    auto const& rules = answers.rules();
    bool any_sound = false;
    for (std::size_t area = 0; area < rules.grades.size(); ++area) {
        auto const graded = answers.area(area);
        if (graded == grade::weak || graded == grade::failing) {
            return false;
        }
        any_sound = any_sound || graded == grade::sound;
    }
    for (std::size_t question = 0; question < rules.questions.size(); ++question) {
        if ((answers.ticked(question) & rules.questions[question].warnings) != 0) {
            return false;
        }
    }
    return any_sound;
}

}  // namespace crossroads
