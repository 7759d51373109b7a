// What has to hold when a run has come to rest.
#include "assessment/turn.hpp"
#include "simulation/fault_free_run.hpp"
#include "simulation/simulated_run.hpp"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <limits>
#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace crossroads::simulation {
namespace {

std::string difference(
    std::string conversation, std::string_view what, std::string_view here, std::string_view without_faults)
{
    conversation.append(": ")
        .append(what)
        .append(" is ")
        .append(here)
        .append("\n  without faults it is ")
        .append(without_faults);
    return conversation;
}

std::string first_difference(
    std::string const& conversation, std::vector<std::string> const& ours,
    std::vector<std::string> const& theirs)
{
    auto const [mine, other] = std::ranges::mismatch(ours, theirs);
    return difference(
        conversation, "message " + std::to_string(mine - ours.begin()),
        mine == ours.end() ? "missing" : *mine, other == theirs.end() ? "nothing" : *other);
}

}  // namespace

void simulated_run::check_states()
{
    // A last life on the same disk: what it reads back is what counts.
    service_.reset();
    start_service();
    if (!service_)
        return;
    heard_.check_read_back([this](std::string const& conversation) {
        auto const stored = service_->conversations().states(conversation);
        notes_.note("state", stored.empty() ? "" : stored.front());
        return stored.empty() ? std::string() : stored.front();
    });
    check_wake_ups();
    if (!service_->conversations().dead_letters().empty())
        notes_.find("a message was given up: " + service_->conversations().dead_letters().front().reason);
    service_.reset();
}

/// Nothing that time should have brought is left undone, and what it will bring is on record.
void simulated_run::check_wake_ups()
{
    std::map<std::string, std::int64_t> asked_for;
    for (auto const& one : service_->conversations().wake_ups(std::numeric_limits<std::int64_t>::max()))
        asked_for[one.conversation] = one.at;
    auto const now = std::chrono::floor<std::chrono::seconds>(simulated_machine::now());
    auto const rules = std::make_shared<guide const>(guide_.rules);
    for (auto const& [conversation, state] : heard_.states()) {
        auto read = read_state(state);
        auto const* const kept = std::get_if<channel_state>(&read);
        if (kept == nullptr)
            continue;  // a guide
        surroundings around;
        around.current_guide = rules;
        around.guide_by_hash = [&rules](std::string_view) { return rules; };
        event const woken{{}, {}, now.time_since_epoch().count(), std::string(32, '0'), time_came{}};
        auto const after = advance(around, *kept, woken);
        auto const due = asked_for[conversation];
        // Woken before its time a conversation may find something to do, and says when it would have come.
        bool const comes_later = after.changed && due > woken.at;
        if (after.changed && !comes_later)
            notes_.find(conversation + ": something is overdue: " + state);
        else if (!after.changed && due != after.wake_at)
            notes_.find(
                conversation + ": is woken at " + std::to_string(due) + " instead of " +
                std::to_string(after.wake_at));
    }
}

/// What the events come to when nothing fails: the same states, the same messages in the same order.
void simulated_run::compare_with_a_run_without_faults()
{
    auto ours = shown_in(slack_.effects());
    auto mine = heard_.states();
    auto theirs = play_without_faults(guide_, heard_.turns(), slack_.effects());
    for (auto const& conversation : with_excused_copies_) {
        // People may answer in the thread of the copy that the service knows nothing of.
        ours.erase(conversation);
        mine.erase(conversation);
        theirs.messages.erase(conversation);
        theirs.states.erase(conversation);
    }
    for (auto const& [conversation, state] : theirs.states)
        if (mine[conversation] != state)
            notes_.find(difference(conversation, "the state", mine[conversation], state));
    for (auto const& [conversation, shown] : theirs.messages) {
        auto const& seen = ours[conversation];
        if (seen.in_order != shown.in_order)
            notes_.find(first_difference(conversation, seen.in_order, shown.in_order));
        for (auto const& [ts, content] : shown.final)
            if (auto const found = seen.final.find(ts); found != seen.final.end() && found->second != content)
                notes_.find(difference(conversation, "the end of " + ts, found->second, content));
    }
    for (auto const& [conversation, state] : mine)
        if (!theirs.states.contains(conversation))
            notes_.find(difference(conversation, "the state", state, "nothing"));
    for (auto const& [conversation, shown] : ours)
        if (!theirs.messages.contains(conversation))
            notes_.find(difference(conversation, "what is shown", "something", "nothing"));
}

void simulated_run::check_copies()
{
    std::map<std::string, int> copies;
    for (auto const& one : slack_.effects()) {
        if (one.message_id.empty())
            continue;
        bool const direct = one.method == "chat.postMessage" && !one.user.empty();
        counted_.directs += direct ? 1U : 0U;
        counted_.posts += one.method == "chat.postMessage" && !direct ? 1U : 0U;
        counted_.edits += one.method == "chat.update" ? 1U : 0U;
        counted_.files += one.method == "files.completeUploadExternal" ? 1U : 0U;
        counted_.private_posts += one.method == "chat.postEphemeral" ? 1U : 0U;
        if (one.method != "chat.update" && ++copies[one.conversation + " " + one.message_id] > 1) {
            bool const for_one = !one.user.empty();
            bool const cannot_be_looked_up = for_one || !slack_.shows_history;
            if (cannot_be_looked_up && lost_replies_[one.message_id]-- > 0) {
                ++counted_.excused_copies;
                if (one.method == "chat.postMessage" && !for_one)
                    with_excused_copies_.insert(one.conversation);
            } else
                notes_.find(
                    one.conversation + ": a second copy of message " + one.message_id + ": " + one.text);
        }
    }
}

}  // namespace crossroads::simulation
