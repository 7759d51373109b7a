#pragma once

#include "assessment/event.hpp"
#include "channel/json_reading.hpp"
#include "channel/platform.hpp"
#include "words/card.hpp"

#include <optional>
#include <string>

namespace crossroads::slack {

/// What a modal of ours carries in its private_metadata: where it was opened from, and its form's token.
struct modal_context {
    std::string channel;
    std::string thread;
    std::string token;
};

/// A form as a modal view: at most 100 blocks and 100,000 characters of JSON, shortened like a message.
/// None when what it has to carry does not fit into private_metadata (3,000 characters).
std::optional<json> modal_view(form const& content, reply_path const& opened_by);

/// The context of a view of ours; none for any other.
std::optional<modal_context> context_of(json const& view);

/// What stands in the inputs of a submitted view of ours.
form_saved saved_in(json const& view, modal_context const& context);

/// The options selected in a view's or message's `state.values`, in the choice list or input with this token.
std::vector<std::string> selected_in(json const& values, std::string_view token);

}  // namespace crossroads::slack
