#include "assessment/finishing.hpp"

#include "assessment/picture_post.hpp"
#include "assessment/posting.hpp"
#include "assessment/progress.hpp"
#include "assessment/reassessment.hpp"
#include "assessment/second_opinion.hpp"
#include "assessment/settling.hpp"
#include "decision/decision.hpp"
#include "words/finish_cards.hpp"
#include "words/refusals.hpp"
#include "words/result_card.hpp"
#include "words/start_card.hpp"

#include <algorithm>
#include <iterator>

namespace crossroads {

namespace {

constexpr std::size_t raised_at_once = 3;  // more cards than that in a row nobody reads

/// What is put to the team about one question, or nothing: several workflows, or a disagreement that decides.
std::optional<card> raised_card(pinned_run with, decision const& decided, question const& asked)
{
    auto const candidates = vote_candidates(with.run, with.rules, asked);
    if (candidates.size() > 1)
        return vote_card(with.run, with.rules, asked, candidates);
    auto const differing = std::ranges::find(decided.disagreements, asked.id, &disagreement::question);
    bool const decides =
        differing != decided.disagreements.end() && differing->decisive && !differing->settled;
    if (!decides || asked.type == question_type::text)
        return std::nullopt;
    return disagreement_card(with.run, with.rules, *differing);
}

/// The questions the team differs on in a way that decides the result; each is put to the thread once.
std::vector<std::string> raise(step& now, pinned_run with, decision const& decided)
{
    auto& run = with.run;
    std::vector<std::string> differing;
    for (auto const& question : with.rules.questions) {
        auto content = raised_card(with, decided, question);
        if (!content || differing.size() == raised_at_once)
            continue;
        differing.push_back(question.id);
        if (std::ranges::count(run.raised, question.id) > 0)
            continue;
        run.raised.push_back(question.id);
        now.changed = true;
        post_in_thread(now, run, settle_slot(run, question.id), std::move(*content));
    }
    return differing;
}

/// Text questions of the budget that are answered, but not concretely, when the result hangs on them.
std::vector<std::string> not_concrete(pinned_run with, decision const& decided)
{
    std::vector<std::string> open;
    if (decided.outcome != "scoping")
        return open;
    for (auto const& question : with.rules.questions) {
        auto const concrete = decided.budget.find(question.budget);
        bool const lacking = question.type == question_type::text && concrete != decided.budget.end() &&
                             !concrete->second && people_who_answered(with.run, question.id) > 0;
        if (lacking && vote_candidates(with.run, with.rules, question).size() < 2)
            open.push_back(question.id);
    }
    return open;
}

void post_result(step& now, pinned_run with, decision const& decided)
{
    auto& run = with.run;
    run.state = run_state::finished;
    run.ended = now.happened.at;
    run.outcome = decided.outcome;
    run.result_revision = record_change(now, run);
    auto shown = cards_of(now, with, decided);
    post_in_thread_and_channel(now, run, slot_of(run, "result"), std::move(shown.result));
    post_picture(now, with, decided);
    if (auto changes = what_changed(now, with, decided))
        post_in_thread(now, run, slot_of(run, "changes"), std::move(*changes));
    post_in_thread(now, run, slot_of(run, "plan"), std::move(shown.plan));
    edit_headline(now, run, start_card(run, with.rules, decided.asked));
}

}  // namespace

reply finish(step& now, pinned_run with, finish_anyway insists)
{
    auto& run = with.run;
    if (run.state == run_state::finished)
        return say_privately{finished_already_card(run, now.around.command, reader_language(now))};
    if (run.state == run_state::cancelled)
        return say_privately{cancelled_already_card(run, reader_language(now))};
    if (answers_given(run) == 0)
        return say_privately{nobody_answered_card(reader_language(now))};
    auto const missing = without_answer(run, with.rules, asked_now(run, with.rules));
    if (!missing.empty() && insists == finish_anyway::no)
        return say_privately{gaps_card(run, theirs(now, with), missing)};
    auto const decided = decide(with.rules, sheet_of(run));
    if (insists != finish_anyway::undecided) {
        undecided open{raise(now, with, decided), not_concrete(with, decided)};
        if (!open.differing.empty() || !open.not_concrete.empty())
            return say_privately{undecided_card(run, theirs(now, with), open)};
    }
    post_result(now, with, decided);
    return say_privately{finished_privately_card(run, theirs(now, with), now.around.command)};
}

void raise_what_differs(step& now, pinned_run with)
{
    raise(now, with, decide(with.rules, sheet_of(with.run)));
}

void finish_by_itself(step& now, pinned_run with)
{
    post_result(now, with, decide(with.rules, sheet_of(with.run)));
}

reply show_result_again(step& now, pinned_run with, bool share)
{
    auto& run = with.run;
    if (run.outcome.empty())
        return say_privately{no_result_yet_card(run, now.around.command, reader_language(now))};
    auto const& rules = share ? with.rules : theirs(now, with);
    auto const decided = decide(rules, sheet_of(run, run.result_revision));
    auto content = cards_of(now, {run, rules}, decided).result;
    if (auto changes = what_changed(now, {run, rules}, decided)) {
        content.blocks.emplace_back(divider{});
        std::ranges::move(changes->blocks, std::back_inserter(content.blocks));
    }
    if (!share)
        return say_privately{std::move(content)};
    post_in_thread_and_channel(
        now, run, slot_of(run, "shared/") + std::to_string(record_change(now, run)), std::move(content));
    return nothing_to_say{};
}

}  // namespace crossroads
