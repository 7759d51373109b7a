#include "slack/interaction.hpp"

#include "channel/fingerprint.hpp"
#include "channel/text_length.hpp"
#include "slack/element_ids.hpp"
#include "slack/modal.hpp"
#include "slack/origin.hpp"
#include "slack/verdicts.hpp"

#include <optional>
#include <utility>

namespace crossroads::slack {
namespace {

std::optional<pressed> button_press(json const& action, json const& values)
{
    pressed press;
    press.action = clean_text(without_number(text_member(action, "action_id")));
    press.token = clean_text(text_member(action, "value"));
    press.chosen = selected_in(values, press.token);
    if (press.action.empty())
        return std::nullopt;
    return press;
}

/// A tap on a radio button, or on an option of the menu that stands for many of them.
std::optional<pressed> choice_press(json const& action)
{
    auto const token = token_in(text_member(action, "block_id"), choices_prefix);
    auto const& selected = text_member(member(action, "selected_option"), "value");
    if (!token || selected.empty() || without_number(text_member(action, "action_id")) != choose_action)
        return std::nullopt;
    return pressed{std::string(choose_action), clean_text(*token), {clean_text(selected)}};
}

std::optional<pressed> press_in(json const& action, json const& values)
{
    auto const& type = text_member(action, "type");
    if (type == "button")
        return button_press(action, values);
    if (type == "radio_buttons" || type == "static_select")
        return choice_press(action);
    return std::nullopt;
}

void add_trigger(inbound& arrived, json const& payload, std::string const& team)
{
    auto const& trigger = text_member(payload, "trigger_id");
    arrived.answer_by.trigger = trigger;
    arrived.answer_by.response_url = text_member(payload, "response_url");
    if (!trigger.empty())
        arrived.event_keys.push_back(event_key("trigger", team, trigger));
}

/// One tap of one person on one message or form.
void add_gesture(inbound& arrived, json const& payload, json const& action, origin const& from)
{
    auto const& view = text_member(member(payload, "view"), "id");
    auto gesture = view.empty() ? text_member(member(payload, "container"), "message_ts") : view;
    auto const& at = text_member(action, "action_ts");
    if (gesture.empty() || at.empty())
        return;
    gesture.append(":").append(from.user).append(":").append(at);
    arrived.event_keys.push_back(event_key("action", from.team, gesture));
}

void add_view(inbound& arrived, json const& view, modal_context const& context)
{
    arrived.answer_by.view = text_member(view, "id");
    arrived.answer_by.view_hash = text_member(view, "hash");
    arrived.answer_by.thread = context.thread;
    arrived.what.thread = context.thread;
}

/// Where the pressed message stands.
void add_place(inbound& arrived, json const& payload)
{
    auto const& container = member(payload, "container");
    auto const& ts = text_member(container, "message_ts");
    auto const& in_container = text_member(container, "thread_ts");
    auto const& thread =
        in_container.empty() ? text_member(member(payload, "message"), "thread_ts") : in_container;
    if (!thread.empty())
        arrived.what.thread = thread;
    else if (!flag_member(container, "is_ephemeral"))
        arrived.what.thread = ts;  // the press is on the first message of a thread to be
    if (thread != ts)
        arrived.answer_by.thread = thread;
}

received decode_press(json const& payload)
{
    constexpr std::string_view kind = "block_actions";
    auto from = origin_of_interaction(payload);
    auto const& view = member(payload, "view");
    auto const context = view.is_object() ? context_of(view) : std::nullopt;
    if (view.is_object() && !context)
        return unknown(kind);
    auto const& values = member(member(view.is_object() ? view : payload, "state"), "values");
    for (auto const& action : array_member(payload, "actions")) {
        auto press = press_in(action, values);
        if (!press)
            continue;
        inbound arrived;
        arrived.answer_by.came_by = reply_path::origin::press;
        add_trigger(arrived, payload, from.team);
        add_gesture(arrived, payload, action, from);
        arrived.what.what = std::move(*press);
        if (context) {
            from.channel = context->channel;
            add_view(arrived, view, *context);
        } else if (auto const about = channel_in(text_member(action, "block_id")); !about.empty()) {
            arrived.answer_by.direct = std::exchange(from.channel, clean_text(about));
        } else {
            add_place(arrived, payload);
        }
        return happened(kind, from, std::move(arrived));
    }
    return ignored(kind);
}

/// A refused form is sent again from the same view with the same hash: what was entered tells them apart.
std::string submission_key(json const& view, std::string const& team)
{
    auto const& hash = text_member(view, "hash");
    auto const entered = fingerprint(write_json(member(view, "state")));
    return event_key("view", team, text_member(view, "id") + ":" + hash + ":" + entered);
}

received decode_view(json const& payload, std::string_view kind)
{
    auto from = origin_of_interaction(payload);
    auto const& view = member(payload, "view");
    auto const context = context_of(view);
    if (!context)
        return unknown(kind);
    from.channel = context->channel;
    inbound arrived;
    add_trigger(arrived, payload, from.team);
    add_view(arrived, view, *context);
    if (kind == "view_submission") {
        arrived.answer_by.came_by = reply_path::origin::submission;
        arrived.event_keys.push_back(submission_key(view, from.team));
        arrived.what.what = saved_in(view, *context);
    } else {
        arrived.answer_by.came_by = reply_path::origin::event;
        arrived.event_keys.push_back(event_key("closed", from.team, text_member(view, "id")));
        arrived.what.what = form_closed{context->token};
    }
    return happened(kind, from, std::move(arrived));
}

}  // namespace

received decode_interaction(json const& payload)
{
    auto const& kind = text_member(payload, "type");
    if (kind == "block_actions")
        return decode_press(payload);
    if (kind == "view_submission" || kind == "view_closed")
        return decode_view(payload, kind);
    if (kind == "block_suggestion")
        return {"unknown:block_suggestion", json_answer({{"options", json::array()}})};
    return unknown(kind);
}

}  // namespace crossroads::slack
