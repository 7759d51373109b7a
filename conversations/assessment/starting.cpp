#include "assessment/starting.hpp"

#include "assessment/deadline.hpp"
#include "assessment/posting.hpp"
#include "assessment/profiles.hpp"
#include "assessment/progress.hpp"
#include "assessment/reassessment.hpp"
#include "assessment/thread_view.hpp"
#include "words/people_cards.hpp"
#include "words/phrases.hpp"
#include "words/reassessment_cards.hpp"
#include "words/refusals.hpp"
#include "words/start_card.hpp"
#include "words/text.hpp"

#include <algorithm>

namespace crossroads {

namespace {

std::vector<assessment const*> open_runs(channel_state const& state)
{
    std::vector<assessment const*> open;
    for (auto const& run : state.assessments)
        if (run.state == run_state::open || run.state == run_state::paused)
            open.push_back(&run);
    return open;
}

bool names_hide_little(start_request const& wanted, std::string const& owner)
{
    auto const people = wanted.invited.size() + (std::ranges::count(wanted.invited, owner) == 0 ? 1U : 0U);
    return !wanted.names_shown && !wanted.open_to_all && people < 3;
}

bool is_open_already(std::vector<assessment const*> const& open, std::string_view product)
{
    return std::ranges::any_of(open, [&](auto const* run) { return lower(run->product) == lower(product); });
}

/// Keeps what was asked for until the person says how; the newest of each person.
offered_start const& remember(step& now, offered_start offer)
{
    auto& offered = now.state.offered;
    std::erase_if(offered, [&](auto const& one) { return one.by == now.happened.user; });
    now.changed = true;
    return offered.emplace_back(std::move(offer));
}

assessment* run_with_key(channel_state& state, std::string_view key)
{
    auto const found = std::ranges::find(state.assessments, key, &assessment::key);
    return found == state.assessments.end() ? nullptr : &*found;
}

int next_number(channel_state const& state)
{
    int highest = state.last_number;
    for (auto const& run : state.assessments)
        highest = std::max(highest, run.number);
    return highest + 1;
}

reply begin(step& now, start_request wanted, std::string key)
{
    auto const& rules = in_language(*now.around.current_guide, channel_language(now));
    auto& run = now.state.assessments.emplace_back();
    run.number = next_number(now.state);
    run.key = std::move(key);
    run.product = std::move(wanted.product);
    run.guide_id = rules.id;
    run.guide_version = rules.version;
    run.guide_sha256 = rules.sha256;
    run.owner = now.happened.user;
    run.names_shown = wanted.names_shown;
    run.open_to_all = wanted.open_to_all;
    run.invited = std::move(wanted.invited);
    run.started = now.happened.at;
    if (auto const* last = last_result_for(now.state, run.product)) {
        run.follows = last->number;
        run.updates_answers = wanted.from == start_from::last_answers;
    }
    open_window(now, run, wanted.until);
    now.changed = true;
    auto const asked = asked_now(run, rules);
    auto before = look_at(run, rules, asked);
    post_in_channel(now, run, before.headline);
    ask_about_the_last_plan(now, {run, rules});
    refresh(now, run, rules, before);
    return say_privately{started_card(run, reader_language(now))};
}

/// Begins, unless the person has something to decide first.
reply begin_or_ask(step& now, offered_start offer, bool few_are_fine)
{
    auto const* last = last_result_for(now.state, offer.wanted.product);
    auto const* rules = last == nullptr ? nullptr : rules_of(now, *last);
    if (rules != nullptr && offer.wanted.from == start_from::undecided)
        return say_privately{known_product_card(
            *last, rules_for(now, *rules, now.happened.user), remember(now, std::move(offer)))};
    if (!few_are_fine && names_hide_little(offer.wanted, now.happened.user))
        return say_privately{few_people_card(remember(now, std::move(offer)), reader_language(now))};
    std::erase_if(now.state.offered, [&](auto const& one) { return one.key == offer.key; });
    return begin(now, std::move(offer.wanted), std::move(offer.key));
}

}  // namespace

reply start(step& now, start_request wanted)
{
    if (now.around.current_guide == nullptr)
        return say_privately{no_guide_card(reader_language(now))};
    if (auto const is = membership_of_actor(now); is_outsider(is))
        return say_privately{outsider_start_card(is, now.around.command, reader_language(now))};
    if (!wanted.guide.empty() && wanted.guide != now.around.current_guide->id)
        return say_privately{
            no_such_guide_card(in_language(*now.around.current_guide, reader_language(now)), wanted.guide)};
    if (auto problem = problem_with(now, wanted.until))
        return say_privately{std::move(*problem)};
    offered_start offer{now.happened.random, now.happened.user, std::move(wanted)};
    if (auto const open = open_runs(now.state); !open.empty()) {
        bool const other = !offer.wanted.product.empty() && !is_open_already(open, offer.wanted.product);
        return say_privately{
            already_open_card(open, remember(now, std::move(offer)), other, reader_language(now))};
    }
    return begin_or_ask(now, std::move(offer), false);
}

reply start_offered(step& now, std::string_view key, start_choice chosen)
{
    if (auto const* started = run_with_key(now.state, key))
        return say_privately{started_card(*started, reader_language(now))};
    auto& offered = now.state.offered;
    auto const offer = std::ranges::find(offered, key, &offered_start::key);
    if (offer == offered.end() || offer->by != now.happened.user || now.around.current_guide == nullptr)
        return say_privately{stale_card(now.around.command, reader_language(now))};
    auto chosen_start = *offer;
    auto& wanted = chosen_start.wanted;
    switch (chosen) {
    case start_choice::although_open: break;
    case start_choice::last_answers: wanted.from = start_from::last_answers; break;
    case start_choice::fresh: wanted.from = start_from::nothing; break;
    case start_choice::names_hidden: break;
    case start_choice::names_shown: wanted.names_shown = true; break;
    }
    return begin_or_ask(now, std::move(chosen_start), chosen == start_choice::names_hidden);
}

reply ask_for_other_product(step& now, std::string_view key)
{
    auto const offer = std::ranges::find(now.state.offered, key, &offered_start::key);
    if (offer == now.state.offered.end() || offer->by != now.happened.user)
        return start_offered(now, key, start_choice::although_open);
    return open_form{other_product_form(*offer, reader_language(now))};
}

reply start_other(step& now, std::string_view key, std::string product)
{
    auto const offer = std::ranges::find(now.state.offered, key, &offered_start::key);
    if (offer == now.state.offered.end() || offer->by != now.happened.user)
        return start_offered(now, key, start_choice::although_open);
    auto const input = write_token({std::string{key}, token::subject::offer, {}});
    if (product.empty())
        return refuse_form{{{input, product_missing(reader_language(now))}}};
    if (length(product) > product_limit)
        return refuse_form{{{input, product_too_long(length(product), reader_language(now))}}};
    if (is_open_already(open_runs(now.state), product))
        return refuse_form{{{input, product_open_already(reader_language(now))}}};
    offer->wanted.product = std::move(product);
    return start_offered(now, key, start_choice::although_open);
}

}  // namespace crossroads
