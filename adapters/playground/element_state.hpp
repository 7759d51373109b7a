#pragma once

#include "playground/json_input.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace crossroads::playground {

// What people chose and typed in the elements of blocks: `state.values` of Slack's payloads.

/// The element under these ids, null if there is none or it does nothing when used.
json const* find_element(json const& blocks, std::string_view block_id, std::string_view action_id);

/// The block under this id, null if there is none.
json const* find_block(json const& blocks, std::string_view block_id);

/// What the element holds after `input`: {"selected_option": {…}} and the like, as in an action. `input` is
/// what a browser knows: a string, an option's value, a list of them, or null. None if the element does not
/// offer that.
std::optional<json> element_value(json const& element, json const& input);

/// Whether the element holds something between actions (a button does not).
bool holds_value(json const& element);

/// state.values of fresh blocks: initial values or nothing.
json initial_state(json const& blocks);

/// state.values after the blocks changed: kept where block_id and action_id are the same and still fit.
json kept_state(json const& blocks, json const& previous);

/// state.values from a browser's inputs, by block_id and action_id; what is missing keeps `previous`. A
/// string says what cannot be.
std::variant<json, std::string> collect_state(json const& blocks, json const& inputs, json const& previous);

/// What keeps a modal from being submitted: by block_id, in words for the person.
std::map<std::string, std::string> unfit_inputs(json const& blocks, json const& values);

}  // namespace crossroads::playground
