#include "assessment/removing.hpp"

#include "assessment/posting.hpp"
#include "assessment/progress.hpp"
#include "words/removal_cards.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace crossroads {

namespace {

/// Messages of one assessment that stand in the channel and say something of it. Those with a file are left
/// out: an edit would leave the file where it is.
bool can_be_emptied(assessment const& run, std::string_view slot)
{
    auto const prefix = slot_of(run, {});
    if (!slot.starts_with(prefix))
        return false;
    constexpr std::array with_file{
        std::string_view{"export/"}, std::string_view{"picture/"}, std::string_view{"second_opinion/"}};
    auto const name = slot.substr(prefix.size());
    return std::ranges::none_of(with_file, [&](auto const& kind) { return name.starts_with(kind); });
}

void empty_its_messages(step& now, assessment const& run)
{
    auto const in = channel_language(now);
    if (now.around.sent == nullptr)
        return;
    for (auto const& [slot, id] : *now.around.sent) {
        if (id.empty() || !can_be_emptied(run, slot))
            continue;
        if (slot == start_slot(run))
            edit_headline(now, run, removed_headline_card(run, now.happened.user, in));
        else
            edit_in_thread(now, run, slot, removed_message_card(in));
    }
}

}  // namespace

reply ask_to_confirm_removal(step const& now, pinned_run with)
{
    return say_privately{confirm_removal_card(with.run, reader_language(now))};
}

reply request_removal(step& now, pinned_run with)
{
    auto& run = with.run;
    bool const asked = run.removal_asked_by == now.happened.user;
    if (!asked) {
        run.removal_asked_by = now.happened.user;
        auto slot = slot_of(run, "removal/") + std::to_string(record_change(now, run));
        post_in_thread(now, run, std::move(slot), removal_request_card(run, channel_language(now)));
    }
    return say_privately{removal_requested_card(asked, reader_language(now))};
}

reply remove_confirmed(step& now, pinned_run with)
{
    auto const number = with.run.number;
    auto said = removed_privately_card(with.run, reader_language(now));
    empty_its_messages(now, with.run);
    auto& state = now.state;
    state.last_number = std::max(state.last_number, number);
    std::erase_if(state.waiting, [&](auto const& one) { return one.run == number; });
    std::erase_if(state.assessments, [&](auto const& one) { return one.number == number; });
    if (state.assessments.empty())
        state.offered.clear();
    now.changed = true;
    return say_privately{std::move(said)};
}

}  // namespace crossroads
