#pragma once

#include "playground/message_content.hpp"
#include "playground/workspace.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace crossroads::playground {

/// A person's modals may be three deep.
constexpr std::size_t deepest_stack = 3;

struct open_modal {
    modal_stack* stack = nullptr;  // null: there is no such view
    std::size_t position = 0;
};

open_modal find_modal(workspace& in, std::string_view view_id);

/// Checks a view as Slack does; none: it may be shown. `instead_of`: the view that it replaces.
std::optional<refusal> refuse_view(workspace const& in, json const& view, std::string_view instead_of);

/// The person's only modal from now on.
modal const&
open_view(workspace& in, app_settings const& settings, std::string_view person, json view, instant now);

/// On top of the one that is visible.
modal const& push_view(workspace& in, app_settings const& settings, modal_stack& on, json view, instant now);

/// What was typed stays where block_id and action_id stay.
modal const&
update_view(workspace& in, app_settings const& settings, open_modal changed, json view, instant now);

/// A view as Slack's APIs and payloads show it.
json slack_view(workspace const& in, modal const& shown);

}  // namespace crossroads::playground
