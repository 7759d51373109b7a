#include "assessment/channel_changes.hpp"

#include "assessment/lifecycle.hpp"
#include "assessment/posting.hpp"
#include "assessment/progress.hpp"
#include "assessment/reassessment.hpp"
#include "words/channel_cards.hpp"
#include "words/question_card.hpp"
#include "words/start_card.hpp"

#include <algorithm>
#include <string>

namespace crossroads {

namespace {

constexpr std::size_t most_threads = 20;

bool goes_on(assessment const& run)
{
    return run.state == run_state::open || run.state == run_state::paused;
}

bool has_arrived(step const& now, std::string const& slot)
{
    auto const* sent = now.around.sent;
    auto const found = sent == nullptr ? decltype(sent->end()){} : sent->find(slot);
    return sent != nullptr && found != sent->end() && !found->second.empty();
}

void tell_owner(step& now, assessment const& run, std::string_view slot_name, card content)
{
    tell_directly(now, run.owner, slot_of(run, slot_name) + std::to_string(run.revision), std::move(content));
}

/// Whoever archives a channel knows; that the bot was taken out, the owner may not.
void lose(step& now, assessment& run, out_of_reach why)
{
    if (!goes_on(run) || run.lost)
        return;
    run.lost = why;
    if (run.state == run_state::open)
        pause_silently(now, run);
    else
        record_change(now, run);
    if (why == out_of_reach::left)
        tell_owner(
            now, run, "out_of_reach/",
            out_of_reach_card(run, now.around.command, language_of(now, run.owner)));
}

void lose_all(step& now, out_of_reach why)
{
    for (auto& run : now.state.assessments)
        lose(now, run, why);
}

/// It stays paused: whether it is to go on after that is for the owner to say.
void regain(step& now, pinned_run with)
{
    auto& run = with.run;
    if (!goes_on(run) || !run.lost)
        return;
    come_within_reach(now, with);
    ++run.pauses;
    record_change(now, run);
    post_in_thread(now, run, pause_slot(run), unarchived_card(run, channel_language(now)));
    edit_headline(now, run, start_card(run, with.rules, asked_now(run, with.rules)));
}

void close_for_good(step& now, assessment& run)
{
    if (!goes_on(run))
        return;
    run.state = run_state::cancelled;
    run.ended = now.happened.at;
    run.lost = out_of_reach::left;
    record_change(now, run);
    tell_owner(now, run, "channel_deleted/", channel_deleted_card(run, language_of(now, run.owner)));
}

/// Messages to one person can fail under the same name, for reasons of that person.
bool stands_in_the_channel(assessment const& run, std::string_view slot)
{
    return slot == start_slot(run) || slot.starts_with(question_slot(run, {}));
}

}  // namespace

void come_within_reach(step& now, pinned_run with)
{
    auto& run = with.run;
    run.lost.reset();
    auto const asked = asked_now(run, with.rules);
    for (auto const& id : run.carded) {
        auto const* question = with.rules.find(id);
        if (question == nullptr || has_arrived(now, question_slot(run, id)))
            continue;
        bool const applies = std::ranges::count(asked, id) > 0;
        post_in_thread(
            now, run, question_slot(run, id),
            question_card(run, with.rules, *question, applies, last_answer(now, with, *question)));
    }
}

void take_channel_change(step& now, channel_changed::change how)
{
    switch (how) {
    case channel_changed::change::archived: lose_all(now, out_of_reach::archived); return;
    case channel_changed::change::left: lose_all(now, out_of_reach::left); return;
    case channel_changed::change::unarchived:
        for (auto& run : now.state.assessments)
            if (auto const* rules = rules_of(now, run))
                regain(now, {run, *rules});
        return;
    case channel_changed::change::deleted:
        for (auto& run : now.state.assessments)
            close_for_good(now, run);
        return;
    }
}

void note_refusal(step& now, delivery_failed const& failed)
{
    auto const* run = run_of_slot(now.state, failed.slot);
    if (run == nullptr || !has_arrived(now, start_slot(*run)))
        return;
    bool const is_unknown = failed.reason == "channel_not_found" && stands_in_the_channel(*run, failed.slot);
    if (failed.reason == "is_archived")
        lose_all(now, out_of_reach::archived);
    else if (failed.reason == "not_in_channel" || is_unknown)
        lose_all(now, out_of_reach::left);
}

void take_deleted_message(step& now, std::string_view message)
{
    if (now.around.sent == nullptr || message.empty())
        return;
    for (auto& run : now.state.assessments) {
        auto const* rules = rules_of(now, run);
        auto const shown = now.around.sent->find(start_slot(run));
        if (rules == nullptr || !goes_on(run) || run.lost || shown == now.around.sent->end() ||
            shown->second != message || std::ranges::count(run.earlier_threads, message) > 0)
            continue;
        if (run.earlier_threads.size() == most_threads)
            run.earlier_threads.erase(run.earlier_threads.begin());
        run.earlier_threads.emplace_back(message);
        auto const revision = record_change(now, run);
        post_in_channel(now, run, start_card(run, *rules, asked_now(run, *rules)));
        post_in_thread(
            now, run, slot_of(run, "start_again/") + std::to_string(revision),
            start_card_again_card(run, channel_language(now)));
    }
}

}  // namespace crossroads
