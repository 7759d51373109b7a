#include "playground/views.hpp"

#include "playground/block_elements.hpp"
#include "playground/block_validation.hpp"
#include "playground/element_state.hpp"

#include <algorithm>

namespace crossroads::playground {
namespace {

constexpr std::size_t view_bytes = 250'000;

std::string make_hash(workspace& in, app_settings const& settings, instant now)
{
    auto const seconds = std::chrono::floor<std::chrono::seconds>(now).time_since_epoch().count();
    return std::to_string(seconds) + '.' + make_secret(in, settings).substr(0, 8);
}

bool external_id_is_taken(workspace const& in, std::string_view external_id, std::string_view except)
{
    return std::ranges::any_of(in.modals, [&](auto const& entry) {
        return std::ranges::any_of(entry.second.open, [&](modal const& one) {
            return one.id != except && text_of(one.view, "external_id") == external_id;
        });
    });
}

modal make_modal(workspace& in, app_settings const& settings, json view, instant now)
{
    modal made;
    made.id = make_id(in, "V0");
    made.hash = make_hash(in, settings, now);
    complete_ids(in, view["blocks"]);
    made.values = initial_state(view["blocks"]);
    made.view = std::move(view);
    return made;
}

}  // namespace

open_modal find_modal(workspace& in, std::string_view view_id)
{
    for (auto& [person, stack] : in.modals) {
        auto const found = std::ranges::find(stack.open, view_id, &modal::id);
        if (found != stack.open.end())
            return {&stack, static_cast<std::size_t>(found - stack.open.begin())};
    }
    return {};
}

std::optional<refusal> refuse_view(workspace const& in, json const& view, std::string_view instead_of)
{
    auto const defects = validate_view(view);
    if (!defects.empty()) {
        refusal refused{"invalid_arguments", {}};
        for (auto const& defect : defects)
            refused.messages.push_back(to_string(defect));
        return refused;
    }
    if (write_json(view).size() > view_bytes)
        return refusal{"view_too_large", {}};
    auto const external_id = text_of(view, "external_id");
    if (!external_id.empty() && external_id_is_taken(in, external_id, instead_of))
        return refusal{"duplicate_external_id", {}};
    return std::nullopt;
}

modal const&
open_view(workspace& in, app_settings const& settings, std::string_view person, json view, instant now)
{
    auto made = make_modal(in, settings, std::move(view), now);
    made.root_id = made.id;
    auto& stack = in.modals[std::string(person)];
    stack.open.clear();
    stack.open.push_back(std::move(made));
    stack.revision = mark_changed(in);
    return stack.open.back();
}

modal const& push_view(workspace& in, app_settings const& settings, modal_stack& on, json view, instant now)
{
    auto made = make_modal(in, settings, std::move(view), now);
    made.root_id = on.open.empty() ? made.id : on.open.front().id;
    made.previous_id = on.open.empty() ? "" : on.open.back().id;
    on.open.push_back(std::move(made));
    on.revision = mark_changed(in);
    return on.open.back();
}

modal const&
update_view(workspace& in, app_settings const& settings, open_modal changed, json view, instant now)
{
    auto& open = changed.stack->open.at(changed.position);
    complete_ids(in, view["blocks"]);
    open.values = kept_state(view["blocks"], open.values);
    open.view = std::move(view);
    open.hash = make_hash(in, settings, now);
    changed.stack->revision = mark_changed(in);
    return open;
}

json slack_view(workspace const& in, modal const& shown)
{
    auto const text = [&shown](char const* field) { return std::string(text_of(shown.view, field)); };
    return {
        {"id", shown.id},
        {"team_id", in.team.id},
        {"type", "modal"},
        {"blocks", field_of(shown.view, "blocks")},
        {"private_metadata", text("private_metadata")},
        {"callback_id", text("callback_id")},
        {"state", {{"values", shown.values}}},
        {"hash", shown.hash},
        {"title", field_of(shown.view, "title")},
        {"clear_on_close", flag_of(shown.view, "clear_on_close")},
        {"notify_on_close", flag_of(shown.view, "notify_on_close")},
        {"close", field_of(shown.view, "close")},
        {"submit", field_of(shown.view, "submit")},
        {"previous_view_id", shown.previous_id.empty() ? json() : json(shown.previous_id)},
        {"root_view_id", shown.root_id},
        {"app_id", in.app.id},
        {"external_id", text("external_id")},
        {"app_installed_team_id", in.team.id},
        {"bot_id", in.app.bot_id},
    };
}

}  // namespace crossroads::playground
