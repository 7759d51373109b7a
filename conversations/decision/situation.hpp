#pragma once

#include "decision/compiled_guide.hpp"
#include "decision/team_answers.hpp"

#include <cstdint>
#include <vector>

namespace crossroads {

/// How answers count to a question of which nobody can say whether it applies (its `when` is unknown).
enum class doubtful_answers {
    count,       // as given
    are_unknown  // a tick is unknown: it would not count if the question turned out not to apply
};

/// One team's answers seen through the guide's conditions: three-valued, lazily evaluated, remembered
/// until the next take(). Scratch space is reused, so evaluating again allocates nothing.
class situation {
public:
    explicit situation(compiled_guide const& rules);

    /// Starts over with these answers, which must outlive the questions put to it; works out which
    /// questions apply.
    void take(team_answers const& team, doubtful_answers doubtful = doubtful_answers::count);

    truth holds(node_position at);
    truth fact_holds(std::size_t fact);
    grade area(std::size_t position);

    /// Met, partly, not met or unknown. Unknown may keep it from being met, never make it not met.
    criterion_state criterion(std::size_t position);

    /// Whether a budget question has a concrete answer (model, section 3); unknown while nobody knows one.
    /// Not asked: nothing is open.
    truth concrete(std::size_t budget);

    bool asked(std::size_t question) const { return standing_[question] != standing::not_asked; }

    /// Asked, and the team has an answer.
    bool known(std::size_t question) const;

    /// What the team ticked; nothing while the question is not asked.
    option_set ticked(std::size_t question) const;

    compiled_guide const& rules() const { return rules_; }

private:
    enum class standing : std::uint8_t { not_reached, not_asked, doubtful, asked };

    void find_asked();
    void forget();
    truth option_holds(compiled_node const& node) const;
    truth grade_holds(compiled_node const& node);
    truth criterion_holds(compiled_node const& node);
    truth all_hold(compiled_node const& node);
    truth any_holds(compiled_node const& node);
    truth enough_hold(compiled_node const& node);
    grade work_out(compiled_grade const& rule);
    bool names_weaknesses(compiled_question const& asked, team_answer const& given);

    team_answer const& answer_to(std::size_t question) const { return team_->answers[question]; }

    compiled_guide const& rules_;
    team_answers const* team_ = nullptr;
    doubtful_answers doubtful_ = doubtful_answers::count;
    std::vector<standing> standing_;
    std::vector<std::int8_t> facts_;   // a truth, or not_yet
    std::vector<std::int8_t> grades_;  // a grade, or not_yet
};

}  // namespace crossroads
