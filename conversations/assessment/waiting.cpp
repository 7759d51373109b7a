#include "assessment/waiting.hpp"

#include "assessment/permission.hpp"
#include "assessment/posting.hpp"
#include "assessment/profiles.hpp"
#include "words/people_cards.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace crossroads {

namespace {

constexpr std::size_t most_waiting = 20;
constexpr unix_seconds takes_longer = 120;
constexpr unix_seconds gives_up = one_hour;

assessment* run_numbered(channel_state& state, int number)
{
    auto const found = std::ranges::find(state.assessments, number, &assessment::number);
    return found == state.assessments.end() ? nullptr : &*found;
}

std::string slot_for(assessment const& run, waiting_request const& one, std::string_view what)
{
    return slot_of(run, what) + one.by + "/" + std::to_string(one.at);
}

void answer_later(step& now, waiting_request const& one)
{
    auto* run = run_numbered(now.state, one.run);
    auto const* rules = run == nullptr ? nullptr : rules_of(now, *run);
    if (rules == nullptr)
        return;
    message told;
    told.slot = slot_for(*run, one, "request/");
    told.who = message::audience::one_person;
    told.thread_slot = start_slot(*run);
    told.to = one.by;
    event const again{one.by, {}, now.happened.at, now.happened.random, time_came{}};
    step then{now.around, again, now.state, step::screen::chat, false, {}, {}};
    auto said = take_request(then, {*run, *rules}, one.wanted);  // may remove the assessment
    std::ranges::move(then.messages, std::back_inserter(now.messages));
    if (auto* card = std::get_if<say_privately>(&said)) {
        told.content = std::move(card->content);
        now.messages.push_back(std::move(told));
    }
}

}  // namespace

reply wait_for_profile(step& now, assessment& run, wanted_deed wanted)
{
    auto const& user = now.happened.user;
    auto& waiting = now.state.waiting;
    auto const before = waiting.size();
    std::erase_if(waiting, [&](auto const& one) { return one.by == user; });
    now.changed = now.changed || waiting.size() != before;
    auto const what = wanted.what;
    if (waiting.size() >= most_waiting)
        return say_privately{who_can_card(run, what, admin_check::not_told, reader_language(now))};
    waiting.push_back({user, run.number, std::move(wanted), now.happened.at, false});
    now.changed = true;
    ask_unless_known(now, run.owner);  // first: whether they have left decides what is possible
    ask_unless_known(now, user);
    return say_privately{who_can_card(run, what, admin_check::being_asked, reader_language(now))};
}

void go_on_for(step& now, std::string const& user)
{
    auto const is_theirs = [&](auto const& one) { return one.by == user; };
    std::vector<waiting_request> due;
    std::ranges::copy_if(now.state.waiting, std::back_inserter(due), is_theirs);
    std::erase_if(now.state.waiting, is_theirs);
    for (auto const& one : due) {
        now.changed = true;
        answer_later(now, one);
    }
}

void keep_waiting(step& now)
{
    auto const at = now.happened.at;
    for (auto& one : now.state.waiting) {
        auto const* run = run_numbered(now.state, one.run);
        if (run != nullptr && at >= later(one.at, gives_up)) {
            tell(
                now, *run, one.by, slot_for(*run, one, "gave_up/"),
                check_gave_up_card(*run, language_of(now, one.by)));
        } else if (run != nullptr && !one.told && at >= later(one.at, takes_longer)) {
            one.told = true;
            now.changed = true;
            tell(
                now, *run, one.by, slot_for(*run, one, "longer/"),
                check_takes_longer_card(*run, language_of(now, one.by)));
        }
    }
    auto const over = std::erase_if(now.state.waiting, [&](auto const& one) {
        return at >= later(one.at, gives_up) || run_numbered(now.state, one.run) == nullptr;
    });
    now.changed = now.changed || over > 0;
}

unix_seconds next_of_waiting(channel_state const& state)
{
    unix_seconds first = 0;
    for (auto const& one : state.waiting) {
        auto const due = later(one.at, one.told ? gives_up : takes_longer);
        first = first == 0 ? due : std::min(first, due);
    }
    return first;
}

}  // namespace crossroads
