#include "playground/element_state.hpp"
#include "playground/interaction.hpp"
#include "playground/slack_message.hpp"
#include "playground/views.hpp"

#include <algorithm>
#include <utility>

namespace crossroads::playground {
namespace {

/// The entry of `actions`; none if the element does not offer what was pressed.
std::optional<json> action_shape(json const& block, json const& element, json const& action)
{
    auto value = element_value(element, field_of(action, "value"));
    if (!value)
        return std::nullopt;
    json shape{
        {"type", field_of(element, "type")},
        {"action_id", field_of(element, "action_id")},
        {"block_id", field_of(block, "block_id")}};
    for (auto const* field : {"text", "value", "style", "placeholder"})
        if (element.contains(field))
            shape[field] = element[field];
    shape.update(*value);
    return shape;
}

/// Elements of input blocks act only where the app asked for it.
bool acts(json const& block, json const& element)
{
    if (text_of(block, "type") == "input")
        return flag_of(block, "dispatch_action");
    return element.contains("action_id");
}

struct pressed {
    json action;  // for `actions`
    json values;  // of all elements around it
};

std::variant<pressed, std::string>
read_press(workspace& in, json const& blocks, json const& action, json const& held, instant now)
{
    auto const block_id = text_of(action, "block_id");
    auto const* const element = find_element(blocks, block_id, text_of(action, "action_id"));
    auto const* const block = find_block(blocks, block_id);
    if (!element || !block || !acts(*block, *element))
        return "That button is not there any more.";
    auto values = collect_state(blocks, field_of(action, "inputs"), held);
    if (auto const* const problem = std::get_if<std::string>(&values))
        return *problem;
    auto shape = action_shape(*block, *element, action);
    if (!shape)
        return "That choice is not on offer.";
    (*shape)["action_ts"] = next_ts(in, now);
    return pressed{std::move(*shape), std::move(std::get<json>(values))};
}

message const* find_visible(channel const& where, std::string_view ts, person const& who)
{
    auto const found = where.messages.find(std::string(ts));
    bool const there = found != where.messages.end() && !found->second.deleted;
    bool const visible = there && (found->second.only_for.empty() || found->second.only_for == who.id);
    return visible ? &found->second : nullptr;
}

json message_container(channel const& where, message const& shown)
{
    json container{
        {"type", "message"},
        {"message_ts", shown.ts},
        {"channel_id", where.id},
        {"is_ephemeral", !shown.only_for.empty()}};
    if (!shown.thread_ts.empty())
        container["thread_ts"] = shown.thread_ts;
    return container;
}

std::variant<json, interaction> press_in_message(
    workspace& in, app_settings const& settings, person const& who, json const& action, instant now)
{
    auto const* const where = find_channel(in, text_of(action, "channel"));
    auto const* const shown =
        where && sees(who, *where) ? find_visible(*where, text_of(action, "ts"), who) : nullptr;
    if (!shown || shown->user != in.app.bot_user)
        return cannot("That message is gone.");
    auto read = read_press(in, shown->blocks, action, json(), now);
    if (auto const* const problem = std::get_if<std::string>(&read))
        return cannot(*problem);
    auto& [pressed_action, values] = std::get<pressed>(read);
    auto payload = interaction_payload(in, "block_actions", who);
    payload["container"] = message_container(*where, *shown);
    payload["channel"] = {{"id", where->id}, {"name", where->name}};
    if (shown->only_for.empty())
        payload["message"] = slack_message(in, *where, *shown, message_detail::in_an_answer);
    payload["state"] = {{"values", std::move(values)}};
    payload["actions"] = json::array({std::move(pressed_action)});
    payload["trigger_id"] = make_trigger(in, settings, who.id, now);
    reply_address const address{who.id, where->id, shown->ts, shown->thread_ts, now, 0};
    payload["response_url"] = make_reply_address(in, settings, "actions", address);
    interaction begun;
    begun.what = interaction::kind::block_actions;
    begun.call = interaction_call(settings, payload, now);
    begun.person = who.id;
    return begun;
}

std::variant<json, interaction>
press_in_view(workspace& in, app_settings const& settings, person const& who, json const& action, instant now)
{
    auto const found = find_modal(in, text_of(action, "view_id"));
    auto const own = in.modals.find(who.id);
    if (!found.stack || own == in.modals.end() || found.stack != &own->second)
        return cannot("That window is closed.");
    auto& shown = found.stack->open.at(found.position);
    auto read = read_press(in, field_of(shown.view, "blocks"), action, shown.values, now);
    if (auto const* const problem = std::get_if<std::string>(&read))
        return cannot(*problem);
    auto& [pressed_action, values] = std::get<pressed>(read);
    shown.values = std::move(values);
    auto payload = interaction_payload(in, "block_actions", who);
    payload["container"] = {{"type", "view"}, {"view_id", shown.id}};
    payload["view"] = slack_view(in, shown);
    payload["hash"] = shown.hash;
    payload["actions"] = json::array({std::move(pressed_action)});
    payload["trigger_id"] = make_trigger(in, settings, who.id, now);
    interaction begun;
    begun.what = interaction::kind::block_actions;
    begun.call = interaction_call(settings, payload, now);
    begun.person = who.id;
    return begun;
}

}  // namespace

std::variant<json, interaction>
press(workspace& in, app_settings const& settings, person const& who, json const& action, instant now)
{
    if (action.contains("view_id"))
        return press_in_view(in, settings, who, action, now);
    return press_in_message(in, settings, who, action, now);
}

json finish_press(webhook_answer const& answer)
{
    auto const* const response = std::get_if<http_response>(&answer);
    if (response && response->status == 200)
        return {{"ok", true}};
    if (response)
        return cannot(
            "The app answered with an error (" + std::to_string(response->status) + "). Try again.");
    bool const late = std::get<webhook_failure>(answer) == webhook_failure::timed_out;
    return cannot(
        late ? "The app did not answer in time. Try again." : "The app cannot be reached. Try again.");
}

}  // namespace crossroads::playground
