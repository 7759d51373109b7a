#include "assessment/settling.hpp"

#include "assessment/answering.hpp"
#include "assessment/finishing.hpp"
#include "assessment/late_result.hpp"
#include "assessment/permission.hpp"
#include "assessment/posting.hpp"
#include "assessment/progress.hpp"
#include "assessment/thread_view.hpp"
#include "decision/concreteness.hpp"
#include "decision/team_text.hpp"
#include "words/catalogue.hpp"
#include "words/phrases.hpp"
#include "words/refusals.hpp"

#include <algorithm>

namespace crossroads {

namespace {

/// The earliest answer that holds this text: its revision names the text.
int revision_of(assessment const& run, std::string const& question, std::string_view text)
{
    int earliest = 0;
    for (auto const* person : people_who_count(run)) {
        auto const* given = answer_of(*person, question);
        auto const* typed = given == nullptr ? nullptr : std::get_if<free_text>(given);
        if (typed == nullptr || typed->text != text)
            continue;
        auto const revision = person->answers.at(question).back().revision;
        earliest = earliest == 0 ? revision : std::min(earliest, revision);
    }
    return earliest;
}

given_texts texts_given(assessment const& run, std::string_view question)
{
    given_texts texts;
    for (auto const* person : people_who_count(run)) {
        auto const* given = answer_of(*person, question);
        if (auto const* typed = given == nullptr ? nullptr : std::get_if<free_text>(given))
            ++texts[typed->text];
    }
    return texts;
}

std::size_t votes_for(assessment const& run, std::string const& question, int candidate)
{
    auto const votes = run.votes.find(question);
    if (votes == run.votes.end())
        return 0;
    return static_cast<std::size_t>(std::ranges::count_if(votes->second, [&](auto const& vote) {
        return vote.second == candidate && !is_left_out(run, vote.first);
    }));
}

bool is_settled(assessment const& run, std::string_view question)
{
    return std::ranges::count(run.settled, question, &settled_question::question) > 0;
}

void put_on_record(step& now, pinned_run with, question const& asked, settlement value)
{
    auto& run = with.run;
    auto const before = look_at(run, with.rules, asked_now(run, with.rules));
    bool const shown = std::ranges::count(run.raised, asked.id) > 0;
    auto const content = settled_card(with.rules, *with.rules.find(asked.id), value);
    run.settled.push_back({asked.id, std::move(value), now.happened.at, record_change(now, run)});
    if (shown)
        edit_in_thread(now, run, settle_slot(run, asked.id), content);
    follow_up(now, with, asked, before);
}

bool may_settle_now(assessment const& run)
{
    return run.state == run_state::open || run.state == run_state::finished;
}

std::optional<card> obstacle_to_settling(step const& now, assessment const& run, deed what)
{
    if (auto refusal = unless_owner(now, run, what))
        return refusal;
    return may_settle_now(run) ? std::nullopt : obstacle(now, run);
}

}  // namespace

std::vector<vote_candidate> vote_candidates(assessment const& run, guide const& rules, question const& asked)
{
    if (!asked.single_team_answer || asked.type != question_type::text || is_settled(run, asked.id))
        return {};
    auto const team = read_team_text(rules, asked, texts_given(run, asked.id), concrete_mark::none);
    std::vector<vote_candidate> candidates;
    for (auto const& voiced : team.voiced) {
        if (!is_concrete(rules, asked, voiced.text))
            return {};  // then none is, and there is nothing to choose from
        auto const revision = revision_of(run, asked.id, voiced.text);
        candidates.push_back({revision, voiced.text, votes_for(run, asked.id, revision)});
    }
    constexpr std::size_t taps = 10;  // radio buttons a platform shows; those most people said come first
    candidates.resize(std::min(candidates.size(), taps));
    std::ranges::sort(candidates, {}, &vote_candidate::revision);
    return candidates;
}

reply take_vote(step& now, pinned_run with, question const& asked, std::string_view candidate)
{
    auto& run = with.run;
    if (auto refusal = obstacle(now, run))
        return say_privately{std::move(*refusal)};
    auto const candidates = vote_candidates(run, with.rules, asked);
    auto const picked = std::ranges::find_if(
        candidates, [&](auto const& one) { return std::to_string(one.revision) == candidate; });
    if (picked == candidates.end())
        return say_privately{vote_over_card(theirs(now, with), asked)};
    auto& vote = run.votes[asked.id][now.happened.user];
    if (vote == picked->revision)
        return say_privately{vote_saved_card(picked->text, false, reader_language(now))};
    vote = picked->revision;
    record_change(now, run);
    auto const counted = vote_candidates(run, with.rules, asked);
    auto const winner = std::ranges::find_if(counted, [&](auto const& one) {
        return one.votes * 2 > std::max<std::size_t>(people_who_count(run).size(), 2);
    });
    if (winner == counted.end()) {
        edit_in_thread(
            now, run, settle_slot(run, asked.id),
            vote_card(run, with.rules, *with.rules.find(asked.id), counted));
        return say_privately{vote_saved_card(picked->text, false, reader_language(now))};
    }
    auto reason = text_of(
        words_in(channel_language(now)).finish.picked_it,
        {{"votes", winner->votes}, {"people", people_who_count(run).size()}});
    put_on_record(now, with, asked, {free_text{winner->text}, std::string{team_vote}, std::move(reason)});
    return say_privately{vote_saved_card(picked->text, true, reader_language(now))};
}

reply open_settle_form(step& now, pinned_run with, question const& asked)
{
    if (auto refusal = obstacle_to_settling(now, with.run, deed::settle))
        return say_privately{std::move(*refusal)};
    if (now.looking_at == step::screen::chat)
        return say_privately{how_to_settle_card(theirs(now, with), asked, now.around.command)};
    return open_form{
        settle_form(with.run, theirs(now, with), asked, vote_candidates(with.run, theirs(now, with), asked))};
}

reply settle(step& now, pinned_run with, question const& asked, answer const& value, std::string reason)
{
    auto& run = with.run;
    if (auto refusal = obstacle_to_settling(now, run, deed::settle))
        return say_privately{std::move(*refusal)};
    if (auto const defect = fault_in(asked, value, reader_language(now)); !defect.empty())
        return refuse_answer(now, run, asked, defect);
    settlement set{value, run.owner, std::move(reason)};
    auto const last =
        std::ranges::find(run.settled.rbegin(), run.settled.rend(), asked.id, &settled_question::question);
    if (last != run.settled.rend() && last->value.value != value) {
        auto said = settled_already_card(run, theirs(now, with), asked, last->value, value);
        run.proposed[asked.id] = std::move(set);
        now.changed = true;
        return say_privately{std::move(said)};
    }
    if (last == run.settled.rend() || last->value != set)
        put_on_record(now, with, asked, std::move(set));
    return say_privately{settled_privately_card(run, theirs(now, with), asked, value)};
}

reply change_settlement(step& now, pinned_run with, question const& asked)
{
    auto& run = with.run;
    if (auto refusal = obstacle_to_settling(now, run, deed::settle))
        return say_privately{std::move(*refusal)};
    auto const proposed = run.proposed.find(asked.id);
    if (proposed == run.proposed.end() || proposed->second.by != now.happened.user)
        return say_privately{stale_card(now.around.command, reader_language(now))};
    auto set = std::move(proposed->second);
    run.proposed.erase(proposed);
    auto const value = set.value;
    put_on_record(now, with, asked, std::move(set));
    return say_privately{settled_privately_card(run, theirs(now, with), asked, value)};
}

reply keep_settlement(step& now, pinned_run with, question const& asked)
{
    auto const proposed = with.run.proposed.find(asked.id);
    if (proposed != with.run.proposed.end() && proposed->second.by == now.happened.user) {
        with.run.proposed.erase(proposed);
        now.changed = true;
    }
    return say_privately{settlement_kept_card(theirs(now, with), asked)};
}

reply mark_concrete(step& now, pinned_run with, question const& asked)
{
    auto& run = with.run;
    if (auto refusal = obstacle_to_settling(now, run, deed::mark_concrete))
        return say_privately{std::move(*refusal)};
    if (asked.budget.empty() || asked.type != question_type::text || people_who_answered(run, asked.id) == 0)
        return say_privately{not_markable_card(theirs(now, with), asked)};
    bool const already = std::ranges::count(run.concrete, asked.budget, &marked_concrete::budget) > 0;
    if (!already) {
        auto const before = look_at(run, with.rules, asked_now(run, with.rules));
        run.concrete.push_back({asked.budget, run.owner, now.happened.at, record_change(now, run)});
        follow_up(now, with, asked, before);
    }
    return say_privately{marked_concrete_card(run, theirs(now, with), asked, already)};
}

}  // namespace crossroads
