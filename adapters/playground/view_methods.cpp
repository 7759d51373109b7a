#include "playground/api_method.hpp"
#include "playground/views.hpp"

#include <algorithm>
#include <utility>
#include <variant>

namespace crossroads::playground {
namespace {

using namespace std::chrono_literals;

/// The argument `view`, whether it came as JSON or as a string that holds it.
std::variant<json, refusal> view_argument(api_call const& call, std::string_view instead_of)
{
    auto const& given = field_of(call.arguments, "view");
    auto view = given.is_string() ? read_json(given.get_ref<std::string const&>()) : given;
    if (!view || !view->is_object())
        return refusal{"invalid_arguments", {"[ERROR] must provide an object [json-pointer:/view]"}};
    if (auto refused = refuse_view(call.in, *view, instead_of))
        return *refused;
    return *std::move(view);
}

std::variant<trigger*, refusal> find_trigger(api_call const& call)
{
    auto id = argument(call, "trigger_id");
    if (id.empty())
        id = argument(call, "interactivity_pointer");
    if (id.empty())
        return refusal{"invalid_arguments", {"[ERROR] missing required field: trigger_id"}};
    auto const found = call.in.triggers.find(std::string(id));
    if (found == call.in.triggers.end())
        return refusal{"invalid_trigger_id", {}};
    if (found->second.used)
        return refusal{"exchanged_trigger_id", {}};
    if (call.now - found->second.made > 3s)
        return refusal{"expired_trigger_id", {}};
    return &found->second;
}

json answer_with(api_call const& call, modal const& shown)
{
    auto answer = success();
    answer["view"] = slack_view(call.in, shown);
    return answer;
}

json open(api_call const& call)
{
    auto const found = find_trigger(call);
    if (auto const* const refused = std::get_if<refusal>(&found))
        return failure(*refused);
    auto view = view_argument(call, "");
    if (auto const* const refused = std::get_if<refusal>(&view))
        return failure(*refused);
    auto& used = *std::get<trigger*>(found);
    used.used = true;
    auto const& opened =
        open_view(call.in, call.settings, used.person, std::move(std::get<json>(view)), call.now);
    return answer_with(call, opened);
}

json push(api_call const& call)
{
    auto const found = find_trigger(call);
    if (auto const* const refused = std::get_if<refusal>(&found))
        return failure(*refused);
    auto& used = *std::get<trigger*>(found);
    auto const stack = call.in.modals.find(used.person);
    if (stack == call.in.modals.end() || stack->second.open.empty())
        return failure("not_found");
    if (stack->second.open.size() >= deepest_stack)
        return failure("push_limit_reached");
    auto view = view_argument(call, "");
    if (auto const* const refused = std::get_if<refusal>(&view))
        return failure(*refused);
    used.used = true;
    auto const& pushed =
        push_view(call.in, call.settings, stack->second, std::move(std::get<json>(view)), call.now);
    return answer_with(call, pushed);
}

open_modal find_by_argument(api_call const& call)
{
    auto const id = argument(call, "view_id");
    if (!id.empty())
        return find_modal(call.in, id);
    auto const external_id = argument(call, "external_id");
    for (auto& [person, stack] : call.in.modals)
        for (std::size_t i = 0; i < stack.open.size(); ++i)
            if (!external_id.empty() && text_of(stack.open[i].view, "external_id") == external_id)
                return {&stack, i};
    return {};
}

json update(api_call const& call)
{
    if (argument(call, "view_id").empty() && argument(call, "external_id").empty())
        return failure("invalid_arguments", {"[ERROR] missing required field: view_id or external_id"});
    auto const found = find_by_argument(call);
    if (!found.stack)
        return failure("not_found");
    auto const& shown = found.stack->open.at(found.position);
    auto const hash = argument(call, "hash");
    if (!hash.empty() && hash != shown.hash)
        return failure("hash_conflict");
    auto view = view_argument(call, shown.id);
    if (auto const* const refused = std::get_if<refusal>(&view))
        return failure(*refused);
    return answer_with(
        call, update_view(call.in, call.settings, found, std::move(std::get<json>(view)), call.now));
}

}  // namespace

std::vector<api_method> view_methods()
{
    return {
        {"views.open", open, {"view"}, ""},
        {"views.push", push, {"view"}, ""},
        {"views.update", update, {"view"}, ""},
    };
}

}  // namespace crossroads::playground
