#include "decision/team_disagreements.hpp"

#include "decision/evidence.hpp"
#include "words/catalogue.hpp"

namespace crossroads {

namespace {

bool can_differ(question const& asked)
{
    return !asked.unscored && (asked.type != question_type::text || asked.single_team_answer);
}

std::string view_in_words(question const& asked, voiced_answer const& held, language in)
{
    if (asked.type == question_type::text) {
        return quoted(held.text, in);
    }
    return held.ticked == 0 ? words_in(in).decision.nothing_ticked.text() : labels_of(asked, held.ticked);
}

}  // namespace

std::vector<disagreement>
team_disagreements(situation const& answers, team_record const& record, verdict const& found, what_if& tries)
{
    auto const& rules = answers.rules();
    std::vector<disagreement> differing;
    for (std::size_t position = 0; position < record.questions.size(); ++position) {
        auto const& asked = *rules.questions[position].source;
        auto const& on_record = record.questions[position];
        if (on_record.voiced.size() < 2 || !can_differ(asked) || !answers.asked(position)) {
            continue;
        }
        disagreement one;
        one.question = asked.id;
        if (on_record.settled != nullptr) {
            one.settled = true;
            one.settled_by = on_record.settled->by;
            one.settled_reason = on_record.settled->reason;
        }
        for (auto const& held : on_record.voiced) {
            team_answer const view{true, held.ticked, asked.type == question_type::text};
            auto const outcome = tries.outcome_with(position, view);
            one.decisive = one.decisive || outcome != found.outcome;
            one.views.push_back(
                {view_in_words(asked, held, rules.source->shown_in), held.people,
                 outcome_id(rules, outcome)});
        }
        differing.push_back(std::move(one));
    }
    return differing;
}

}  // namespace crossroads
