#pragma once

#include "playground/workspace.hpp"

#include <functional>

namespace crossroads::playground {

/// Calls `visit` with every interactive element and the block it is in, blocks in containers included.
void visit_elements(
    json const& blocks, std::function<void(json const& block, json const& element)> const& visit);

/// Gives every block a block_id and every element an action_id where the app gave none, as Slack does.
void complete_ids(workspace& in, json& blocks);

}  // namespace crossroads::playground
