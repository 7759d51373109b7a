#include "playground/block_elements.hpp"

#include <string>

namespace crossroads::playground {
namespace {

bool is_text(json const& element)
{
    auto const type = text_of(element, "type");
    return type == "plain_text" || type == "mrkdwn" || type == "image";
}

bool is_interactive(json const& block, json const& element)
{
    auto const type = text_of(block, "type");
    return element.is_object() && !is_text(element) && type != "rich_text" && type != "carousel";
}

void complete_action_id(workspace& in, json const& block, json& element)
{
    if (is_interactive(block, element) && !element.contains("action_id"))
        element["action_id"] = make_id(in, "").substr(3);
}

void complete_block(workspace& in, json& block)
{
    if (!block.is_object())
        return;
    if (!block.contains("block_id"))
        block["block_id"] = make_id(in, "").substr(3);
    for (auto const* field : {"accessory", "element"})
        if (block.contains(field))
            complete_action_id(in, block, block[field]);
    if (block.contains("elements"))
        for (auto& element : block["elements"])
            complete_action_id(in, block, element);
    if (block.contains("child_blocks"))
        complete_ids(in, block["child_blocks"]);
}

}  // namespace

void visit_elements(
    json const& blocks, std::function<void(json const& block, json const& element)> const& visit)
{
    for (auto const& block : blocks) {
        for (auto const* field : {"accessory", "element"})
            if (auto const& element = field_of(block, field); is_interactive(block, element))
                visit(block, element);
        for (auto const& element : field_of(block, "elements"))
            if (is_interactive(block, element))
                visit(block, element);
        visit_elements(field_of(block, "child_blocks"), visit);
    }
}

void complete_ids(workspace& in, json& blocks)
{
    for (auto& block : blocks)
        complete_block(in, block);
}

}  // namespace crossroads::playground
