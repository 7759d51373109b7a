#include "assessment/late_result.hpp"

#include "assessment/finishing.hpp"
#include "assessment/permission.hpp"
#include "assessment/picture_post.hpp"
#include "assessment/posting.hpp"
#include "assessment/progress.hpp"
#include "assessment/reassessment.hpp"
#include "assessment/second_opinion.hpp"
#include "decision/decision.hpp"
#include "words/result_card.hpp"
#include "words/start_card.hpp"

namespace crossroads {

namespace {

std::string late_slot(assessment const& run)
{
    return slot_of(run, "late/") + std::to_string(run.late->revision);
}

bool waits_for_the_owner(assessment const& run, std::string_view token_name)
{
    return run.late && !run.late->decided && std::to_string(run.late->revision) == token_name;
}

}  // namespace

bool weigh_late_answer(step& now, pinned_run with, question const& cause)
{
    auto& run = with.run;
    auto const decided = decide(with.rules, sheet_of(run));
    bool const told = run.late && run.late->outcome == decided.outcome;
    if (decided.outcome != run.outcome && told)
        return true;
    if (run.late && !run.late->decided) {
        auto const how = decided.outcome == run.outcome ? late_decision::led_back : late_decision::overtaken;
        edit_in_thread(now, run, late_slot(run), late_decided_card(run, with.rules, run.late->outcome, how));
    }
    if (decided.outcome == run.outcome) {
        now.changed = now.changed || run.late;
        run.late.reset();
        return false;
    }
    run.late = late_result{decided.outcome, cause.id, run.revision, false};
    now.changed = true;
    post_in_thread(now, run, late_slot(run), late_result_card(run, with.rules, decided));
    return true;
}

reply adopt_late_result(step& now, pinned_run with, std::string_view token_name)
{
    auto& run = with.run;
    if (auto refusal = unless_owner(now, run, deed::decide_on_late_result))
        return say_privately{std::move(*refusal)};
    if (!waits_for_the_owner(run, token_name))
        return say_privately{adopted_privately_card(run, theirs(now, with), true)};
    auto const decided = decide(with.rules, sheet_of(run));
    run.outcome = decided.outcome;
    run.result_revision = run.revision;
    run.late->decided = true;
    now.changed = true;
    auto shown = cards_of(now, with, decided);
    edit_in_thread(now, run, slot_of(run, "result"), std::move(shown.result));
    if (auto changes = what_changed(now, with, decided))
        edit_in_thread(now, run, slot_of(run, "changes"), std::move(*changes));
    edit_in_thread(now, run, slot_of(run, "plan"), std::move(shown.plan));
    post_picture(now, with, decided);
    edit_in_thread(
        now, run, late_slot(run), late_decided_card(run, with.rules, run.outcome, late_decision::adopted));
    edit_headline(now, run, start_card(run, with.rules, decided.asked));
    return say_privately{adopted_privately_card(run, theirs(now, with), false)};
}

reply keep_result(step& now, pinned_run with, std::string_view token_name)
{
    auto& run = with.run;
    if (auto refusal = unless_owner(now, run, deed::decide_on_late_result))
        return say_privately{std::move(*refusal)};
    if (!waits_for_the_owner(run, token_name))
        return say_privately{adopted_privately_card(run, theirs(now, with), true)};
    run.late->decided = true;
    now.changed = true;
    edit_in_thread(
        now, run, late_slot(run), late_decided_card(run, with.rules, run.late->outcome, late_decision::kept));
    return say_privately{kept_privately_card(run, theirs(now, with))};
}

}  // namespace crossroads
