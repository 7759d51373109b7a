#include "simulation/testimony.hpp"

#include <algorithm>
#include <utility>

namespace crossroads::simulation {
namespace {

// After that a window that stood open may be saved again by a person: no platform repeats anything so late.
constexpr std::chrono::hours keys_are_kept{72};

}  // namespace

void testimony::begins(std::string const& conversation, std::string_view seen)
{
    auto& about = conversations_[conversation];
    auto const uncertain = std::exchange(about.uncertain, nullptr);
    if (uncertain && seen == uncertain->after)
        apply(about, uncertain);
    if (seen == about.state)
        return;
    notes_.find(
        conversation + ": the state is not the one the last applied event left: " + std::string(seen) +
        " instead of " + about.state);
    about.state = seen;
}

void testimony::has_run(std::shared_ptr<heard_turn> const& turn)
{
    notes_.note("step", turn->keys.empty() ? "" : turn->keys.front());
    turn->executed = true;
    turns_.push_back(turn);
    auto& about = conversations_[turn->conversation];
    if (turn->changed)
        about.uncertain = turn;
    else if (turn->remembered)
        for (auto const& key : turn->keys)
            about.unsure[key] = turn->acknowledgement;
}

void testimony::acknowledged(std::shared_ptr<heard_turn> const& turn, std::string const& answer)
{
    auto& about = conversations_[turn->conversation];
    notes_.note("acknowledged", answer);
    if (turn->executed && !turn->changed) {
        if (turn->remembered)
            remember(about, turn);
        return;
    }
    if (turn->executed) {
        if (about.uncertain == turn) {
            about.uncertain.reset();
            apply(about, turn);
        }
        if (!turn->applied)
            notes_.find(turn->conversation + ": acknowledged, but not applied: " + turn->keys.front());
        return;
    }
    // Known to the store: then it had one of its keys before.
    if (about.uncertain) {
        auto const& first = about.uncertain->keys;
        bool const same = std::ranges::any_of(
            turn->keys, [&first](auto const& key) { return std::ranges::count(first, key) > 0; });
        if (same)
            apply(about, std::exchange(about.uncertain, nullptr));
    }
    for (auto const& key : turn->keys)
        if (auto const sure = about.unsure.extract(key))
            about.answers.insert({key, {sure.mapped(), turn->at}});
    auto const known =
        std::ranges::find_if(turn->keys, [&about](auto const& key) { return about.answers.contains(key); });
    if (known == turn->keys.end())
        notes_.find(turn->conversation + ": taken for a repeat, but never applied: " + turn->keys.front());
    else if (about.answers[*known].answer != answer)
        notes_.find(turn->conversation + ": a repeat got another answer: " + answer);
}

void testimony::not_heard(std::string const& body)
{
    auto const put_off = std::ranges::find_if(
        turns_.rbegin(), turns_.rend(), [&body](auto const& turn) { return turn->request.body == body; });
    if (put_off != turns_.rend() && !(*put_off)->changed)
        turns_.erase(std::next(put_off).base());
}

void testimony::apply(conversation_notes& about, std::shared_ptr<heard_turn> const& turn)
{
    ++counted_.applied;
    turn->applied = true;
    about.state = turn->after;
    remember(about, turn);
}

void testimony::remember(conversation_notes& about, std::shared_ptr<heard_turn> const& turn)
{
    for (auto const& key : turn->keys) {
        auto const [known, is_new] = about.answers.emplace(key, known_event{turn->acknowledgement, turn->at});
        if (!is_new && turn->at < known->second.at + keys_are_kept)
            notes_.find(turn->conversation + ": applied twice: " + key);
        known->second = {turn->acknowledgement, turn->at};
    }
}

std::vector<std::shared_ptr<heard_turn>> testimony::turns() const
{
    auto counting = turns_;
    std::erase_if(counting, [](auto const& turn) { return turn->changed && !turn->applied; });
    return counting;
}

void testimony::check_read_back(std::function<std::string(std::string const&)> const& state_of)
{
    for (auto const& [conversation, about] : conversations_)
        begins(conversation, state_of(conversation));
}

std::map<std::string, std::string> testimony::states() const
{
    std::map<std::string, std::string> all;
    for (auto const& [conversation, about] : conversations_)
        if (!about.state.empty())
            all[conversation] = about.state;
    return all;
}

}  // namespace crossroads::simulation
