#pragma once

#include "playground/json_input.hpp"

#include <string>
#include <vector>

namespace crossroads::playground {

/// One thing Slack would refuse in blocks or in a view.
struct block_defect {
    std::string message;  // "must be less than 151 characters"
    std::string pointer;  // JSON pointer from the argument on: "/blocks/0/text/text"

    bool operator==(block_defect const&) const = default;
};

/// "[ERROR] must be … [json-pointer:/…]", as in `response_metadata.messages`.
std::string to_string(block_defect const& defect);

/// Checks a message's blocks: shapes, unknown fields, limits, unique ids, choices among the options. At
/// most 20 defects are reported; none means Slack would take them.
std::vector<block_defect> validate_blocks(json const& blocks);

/// Likewise for a modal; pointers start at "/view".
std::vector<block_defect> validate_view(json const& view);

/// All text of the blocks together, in characters; Slack takes about 13,200 in a message.
std::size_t characters_in_blocks(json const& blocks);

}  // namespace crossroads::playground
