#include "playground/block_validation.hpp"
#include "playground/element_state.hpp"
#include "playground/interaction.hpp"
#include "playground/views.hpp"

#include <algorithm>
#include <utility>

namespace crossroads::playground {
namespace {

constexpr std::string_view trouble = "We had some trouble connecting. Try again?";

json in_trouble(std::string_view detail)
{
    auto answer = cannot(trouble);
    answer["detail"] = detail;
    return answer;
}

json done()
{
    return {{"ok", true}};
}

/// The modal `action` names, if it is the one this person sees.
open_modal find_own(workspace& in, person const& who, json const& action)
{
    auto const found = find_modal(in, text_of(action, "view_id"));
    auto const own = in.modals.find(who.id);
    bool const mine = found.stack && own != in.modals.end() && found.stack == &own->second;
    return mine ? found : open_modal{};
}

void close_top(workspace& in, modal_stack& stack)
{
    stack.open.pop_back();
    stack.revision = mark_changed(in);
}

void close_all(workspace& in, modal_stack& stack)
{
    stack.open.clear();
    stack.revision = mark_changed(in);
}

json show_errors(modal const& shown, json const& errors)
{
    if (!errors.is_object() || errors.empty())
        return in_trouble("response_action errors without errors");
    for (auto const& [block_id, words] : errors.items()) {
        auto const* const block = find_block(field_of(shown.view, "blocks"), block_id);
        if (!block || text_of(*block, "type") != "input" || !words.is_string())
            return in_trouble(
                "errors must be texts under the block_ids of input blocks; not so: " + block_id);
    }
    return {{"ok", false}, {"errors", errors}};
}

json show_view(
    workspace& in, app_settings const& settings, open_modal from, json const& response, instant now)
{
    auto& shown = from.stack->open.at(from.position);
    bool const push = text_of(response, "response_action") == "push";
    auto const& view = field_of(response, "view");
    auto const refused = refuse_view(in, view, push ? "" : std::string_view(shown.id));
    if (refused)
        return in_trouble(
            refused->error + (refused->messages.empty() ? "" : ": " + refused->messages.front()));
    if (push && from.stack->open.size() >= deepest_stack)
        return in_trouble("push_limit_reached");
    if (push)
        push_view(in, settings, *from.stack, view, now);
    else
        update_view(in, settings, from, view, now);
    return done();
}

json follow(workspace& in, app_settings const& settings, open_modal from, json const& response, instant now)
{
    auto const action = text_of(response, "response_action");
    if (action == "errors")
        return show_errors(from.stack->open.at(from.position), field_of(response, "errors"));
    if (action == "update" || action == "push")
        return show_view(in, settings, from, response, now);
    if (action != "clear")
        return in_trouble("the answer must be empty or hold a known response_action");
    close_all(in, *from.stack);
    return done();
}

}  // namespace

std::variant<json, interaction>
submit(workspace& in, app_settings const& settings, person const& who, json const& action, instant now)
{
    auto const found = find_own(in, who, action);
    if (!found.stack)
        return cannot("That window is closed.");
    auto& shown = found.stack->open.at(found.position);
    auto const& blocks = field_of(shown.view, "blocks");
    auto values = collect_state(blocks, field_of(action, "inputs"), shown.values);
    if (auto const* const problem = std::get_if<std::string>(&values))
        return cannot(*problem);
    auto const unfit = unfit_inputs(blocks, std::get<json>(values));
    if (!unfit.empty())
        return json{{"ok", false}, {"errors", unfit}};
    shown.values = std::move(std::get<json>(values));
    mark_changed(in);
    auto payload = interaction_payload(in, "view_submission", who);
    payload["trigger_id"] = make_trigger(in, settings, who.id, now);
    payload["view"] = slack_view(in, shown);
    payload["response_urls"] = json::array();
    interaction begun;
    begun.what = interaction::kind::view_submission;
    begun.call = interaction_call(settings, payload, now);
    begun.person = who.id;
    begun.view_id = shown.id;
    return begun;
}

json finish_submit(
    workspace& in, app_settings const& settings, interaction const& begun, webhook_answer const& answer,
    instant now)
{
    auto const* const response = std::get_if<http_response>(&answer);
    if (!response)
        return in_trouble("no answer within 3 seconds");
    if (response->status != 200)
        return in_trouble("answered with status " + std::to_string(response->status));
    auto const from = find_modal(in, begun.view_id);
    if (!from.stack)
        return done();
    if (response->body.empty()) {
        bool const visible = from.position + 1 == from.stack->open.size();
        if (visible)
            close_top(in, *from.stack);
        return done();
    }
    auto const type = find_header(response->headers, "content-type").value_or("");
    auto const body = type.starts_with("application/json") ? read_json(response->body) : std::nullopt;
    if (!body || !body->is_object())
        return in_trouble("the answer must be empty or a JSON object");
    return follow(in, settings, from, *body, now);
}

std::variant<json, interaction>
close(workspace& in, app_settings const& settings, person const& who, json const& action, instant now)
{
    auto const found = find_own(in, who, action);
    if (!found.stack)
        return done();
    auto const closed = found.stack->open.at(found.position);
    bool const clears = flag_of(closed.view, "clear_on_close") || flag_of(action, "all");
    if (clears)
        close_all(in, *found.stack);
    else
        found.stack->open.erase(found.stack->open.begin() + static_cast<std::ptrdiff_t>(found.position));
    found.stack->revision = mark_changed(in);
    if (!flag_of(closed.view, "notify_on_close"))
        return done();
    auto payload = interaction_payload(in, "view_closed", who);
    payload["view"] = slack_view(in, closed);
    payload["is_cleared"] = clears;
    interaction begun;
    begun.what = interaction::kind::view_closed;
    begun.call = interaction_call(settings, payload, now);
    begun.person = who.id;
    begun.view_id = closed.id;
    return begun;
}

}  // namespace crossroads::playground
