#include "assessment/channel_changes.hpp"
#include "assessment/events.hpp"
#include "assessment/exporting.hpp"
#include "assessment/people.hpp"
#include "assessment/posting.hpp"
#include "assessment/profiles.hpp"
#include "assessment/second_opinion.hpp"
#include "assessment/time_passing.hpp"
#include "assessment/time_zone.hpp"
#include "assessment/turn.hpp"
#include "assessment/typed_replies.hpp"
#include "words/channel_cards.hpp"
#include "words/phrases.hpp"
#include "words/text.hpp"

#include <utility>

namespace crossroads {

namespace {

/// A headline that never arrived leaves nobody anything to answer: the assessment is closed, so that the
/// next `start` is not told that one is open.
reply take_failed_delivery(step& now, delivery_failed const& failed)
{
    if (auto const person = asked_about(failed.slot); !person.empty()) {
        take_profile(now, {std::string{person}, std::nullopt, false, {}, membership::unknown});
        return nothing_to_say{};
    }
    note_refusal(now, failed);
    auto* run = run_of_slot(now.state, failed.slot);
    if (run != nullptr && (export_failed(now, *run, failed) || sharing_failed(now, *run, failed)))
        return nothing_to_say{};
    bool const never_seen = run != nullptr && failed.slot == start_slot(*run) && run->people.empty() &&
                            run->state == run_state::open &&
                            (now.around.sent == nullptr || !now.around.sent->contains(failed.slot));
    if (!never_seen)
        return nothing_to_say{};
    run->state = run_state::cancelled;
    run->ended = now.happened.at;
    auto const revision = record_change(now, *run);
    tell_directly(
        now, run->owner, slot_of(*run, "not_started/") + std::to_string(revision),
        not_started_card(*run, language_of(now, run->owner)));
    return nothing_to_say{};
}

struct dispatch {
    step& now;

    reply operator()(typed_command const& typed) const
    {
        now.looking_at = typed.slash ? step::screen::can_open : step::screen::chat;
        return take_command(now, typed);
    }

    reply operator()(typed_reply const& said) const { return take_typed_reply(now, said); }

    reply operator()(reply_edited const& edited) const { return take_edit(now, edited); }

    reply operator()(reply_deleted const& deleted) const { return take_deletion(now, deleted); }

    reply operator()(pressed const& press) const { return take_press(now, press); }

    reply operator()(form_saved const& submitted) const { return take_form(now, submitted); }

    reply operator()(form_closed const& /*closed*/) const { return nothing_to_say{}; }

    reply operator()(delivery_failed const& failed) const { return take_failed_delivery(now, failed); }

    reply operator()(channel_changed const& what) const
    {
        take_channel_change(now, what.how);
        return nothing_to_say{};
    }

    reply operator()(message_deleted const& deleted) const
    {
        take_deleted_message(now, deleted.message);
        return nothing_to_say{};
    }

    reply operator()(channel_moved const& /*moved*/) const { return nothing_to_say{}; }

    reply operator()(time_came const& /*came*/) const
    {
        do_what_is_due(now);
        return nothing_to_say{};
    }

    reply operator()(profile_known const& known) const
    {
        take_profile(now, known);
        do_what_is_due(now);
        return nothing_to_say{};
    }
};

/// In an open window everything said is another form of that window.
reply fit_window(reply said, step::screen looking_at, language in)
{
    bool const in_window = looking_at == step::screen::window || looking_at == step::screen::submitted;
    if (!in_window)
        return said;
    if (auto* card = std::get_if<say_privately>(&said))
        return show_next_form{as_form(card->content, in)};
    if (auto* window = std::get_if<open_form>(&said))
        return show_next_form{std::move(window->content)};
    if (looking_at == step::screen::submitted && std::holds_alternative<nothing_to_say>(said))
        return close_form{};
    return said;
}

/// What is for one person's eyes is in their language, everything else in the channel's.
void mark_languages(step& now, reply& said)
{
    for (auto& one : now.messages)
        one.content.in = one.to.empty() ? channel_language(now) : language_of(now, one.to);
    auto const in = reader_language(now);
    if (auto* card = std::get_if<say_privately>(&said))
        card->content.in = in;
    if (auto* opened = std::get_if<open_form>(&said))
        opened->content.in = in;
    if (auto* next = std::get_if<show_next_form>(&said))
        next->content.in = in;
}

/// Nothing can happen to an empty channel but a command.
bool is_chatter(channel_state const& current, happening const& what)
{
    return current.assessments.empty() && !std::holds_alternative<typed_command>(what) &&
           !std::holds_alternative<pressed>(what) && !std::holds_alternative<form_saved>(what);
}

struct needs_a_person {
    bool operator()(delivery_failed const& /*what*/) const { return false; }

    bool operator()(channel_changed const& /*what*/) const { return false; }

    bool operator()(message_deleted const& /*what*/) const { return false; }

    bool operator()(channel_moved const& /*what*/) const { return false; }

    bool operator()(time_came const& /*what*/) const { return false; }

    bool operator()(profile_known const& /*what*/) const { return false; }

    template <class Act>
    bool operator()(Act const& /*what*/) const
    {
        return true;
    }
};

/// Ids come from the platform; what is not text cannot be kept in the state.
bool can_be_taken(event const& happened)
{
    return !std::visit(needs_a_person{}, happened.what) ||
           (!happened.user.empty() && clean(happened.user) == happened.user);
}

}  // namespace

turn advance(surroundings const& around, channel_state current, event const& happened)
{
    if (is_chatter(current, happened.what) || !can_be_taken(happened))
        return {std::move(current), false, {}, nothing_to_say{}, 0};
    step now{around, happened, current, step::screen::chat, false, {}, {}};
    auto said = std::visit(dispatch{now}, happened.what);
    said = fit_window(std::move(said), now.looking_at, reader_language(now));
    if (now.changed) {
        ask_about_new_people(now);  // after what people wait for
        ask_about_owners(now);
        forget_profiles_nobody_needs(current, happened.at);
    }
    auto const wake_at = next_due(now);
    mark_languages(now, said);
    return {std::move(current), now.changed, std::move(now.messages), std::move(said), wake_at};
}

}  // namespace crossroads
