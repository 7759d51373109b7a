#include "decision/what_if.hpp"

namespace crossroads {

what_if::what_if(compiled_guide const& rules, team_answers const& team)
    : rules_(rules), given_(team), changed_(team), scratch_(rules)
{}

std::optional<std::size_t> what_if::outcome_with(std::size_t question, team_answer const& changed)
{
    changed_.answers[question] = changed;
    if (changed_.split_question == question) {
        changed_.split_question.reset();
    }
    auto const& budget = rules_.questions[question].budget;
    if (budget && changed.concrete) {
        changed_.marks.at(*budget) = concrete_mark::concrete;
    }
    auto const found = judge(scratch_, changed_);
    changed_.answers[question] = given_.answers[question];
    changed_.split_question = given_.split_question;
    changed_.marks = given_.marks;
    return found.outcome;
}

std::string const& outcome_id(compiled_guide const& rules, std::optional<std::size_t> outcome)
{
    static std::string const scoping = "scoping";
    return outcome ? rules.paths[*outcome].source->id : scoping;
}

}  // namespace crossroads
