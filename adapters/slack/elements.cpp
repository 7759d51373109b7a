#include "slack/elements.hpp"

#include "assessment/event.hpp"
#include "channel/text_length.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace crossroads::slack {
namespace {

constexpr std::size_t most_elements = 25;
constexpr std::size_t most_boxes = 10;  // radio buttons and checkboxes
constexpr std::size_t most_menu_options = 100;
constexpr std::size_t longest_option = 75;
constexpr std::size_t longest_button = 75;
constexpr std::size_t longest_value = 2000;
constexpr std::size_t longest_placeholder = 150;
constexpr std::size_t longest_typed = 3000;

/// An id that had to be cut names no choice any more, and is refused as such when it comes back.
std::string within(std::string_view text, std::size_t length)
{
    return std::string(text.substr(0, bytes_within(text, length)));
}

json option(choice const& one)
{
    auto value = within(one.id, longest_option);
    if (value.empty())
        value = "-";
    return {{"text", plain_text(one.label, longest_option, value)}, {"value", value}};
}

/// An element that offers `choices`, those in `chosen` selected.
json offering(
    std::string_view type, choice_list const& list, std::vector<choice> const& choices,
    std::string_view action_id)
{
    auto options = json::array();
    auto selected = json::array();
    for (auto const& one : choices) {
        options.push_back(option(one));
        if (std::ranges::find(list.chosen, one.id) != list.chosen.end())
            selected.push_back(options.back());
    }
    json element = {{"type", type}, {"action_id", action_id}, {"options", std::move(options)}};
    if (selected.empty())
        return element;
    if (list.many)
        element["initial_options"] = std::move(selected);
    else
        element["initial_option"] = selected.front();
    return element;
}

std::vector<choice> slice(std::vector<choice> const& choices, std::size_t from, std::size_t count)
{
    auto const first = choices.begin() + static_cast<std::ptrdiff_t>(std::min(from, choices.size()));
    auto const last = choices.begin() + static_cast<std::ptrdiff_t>(std::min(from + count, choices.size()));
    return {first, last};
}

json menu(std::string_view type, choice_list const& list, std::string_view action_id)
{
    auto element = offering(type, list, slice(list.choices, 0, most_menu_options), action_id);
    element["placeholder"] = plain_text(list.label, longest_placeholder, "Choose");
    return element;
}

json single_choice(choice_list const& list, std::string_view action_id)
{
    if (list.choices.size() > most_boxes)
        return menu("static_select", list, action_id);
    return offering("radio_buttons", list, list.choices, action_id);
}

json button_element(button const& one, unique_ids& action_ids)
{
    json element = {
        {"type", "button"},
        {"action_id", action_ids.take(one.action.empty() ? "press" : one.action)},
        {"text", plain_text(one.label, longest_button, one.action)}};
    if (!one.token.empty())
        element["value"] = within(one.token, longest_value);
    if (!one.spoken.empty())
        element["accessibility_label"] = shortened(one.spoken, longest_button);
    if (one.style == button::look::primary)
        element["style"] = "primary";
    if (one.style == button::look::danger)
        element["style"] = "danger";
    return element;
}

}  // namespace

json plain_text(std::string_view text, std::size_t length, std::string_view otherwise)
{
    std::string one_line(text);
    std::ranges::replace(one_line, '\n', ' ');
    bool const blank = one_line.find_first_not_of(" \t\r") == std::string::npos;
    auto shown = shortened(blank ? otherwise : one_line, length);
    return {{"type", "plain_text"}, {"text", clean_text(shown.empty() ? "-" : shown)}, {"emoji", false}};
}

json section(std::string_view mrkdwn)
{
    return {{"type", "section"}, {"text", {{"type", "mrkdwn"}, {"text", mrkdwn}, {"verbatim", true}}}};
}

json context(std::string_view mrkdwn)
{
    json const text = {{"type", "mrkdwn"}, {"text", mrkdwn}, {"verbatim", true}};
    return {{"type", "context"}, {"elements", json::array({text})}};
}

std::vector<json> buttons(button_row const& row, unique_ids& block_ids)
{
    std::vector<json> blocks;
    unique_ids action_ids;
    for (std::size_t at = 0; at < row.buttons.size(); ++at) {
        if (at % most_elements == 0)
            blocks.push_back(
                {{"type", "actions"},
                 {"block_id", block_ids.take(buttons_prefix)},
                 {"elements", json::array()}});
        blocks.back()["elements"].push_back(button_element(row.buttons[at], action_ids));
    }
    return blocks;
}

json answerable(choice_list const& list, unique_ids& block_ids)
{
    if (list.choices.empty())
        return nullptr;
    auto elements = json::array();
    unique_ids action_ids;
    if (!list.many)
        elements.push_back(single_choice(list, action_ids.take(choose_action)));
    else
        for (std::size_t at = 0; at < list.choices.size() && elements.size() < most_elements;
             at += most_boxes)
            elements.push_back(offering(
                "checkboxes", list, slice(list.choices, at, most_boxes), action_ids.take(value_action)));
    return {
        {"type", "actions"},
        {"block_id", block_ids.take(std::string(choices_prefix).append(list.token))},
        {"elements", std::move(elements)}};
}

json input_element(choice_list const& list)
{
    if (!list.many)
        return single_choice(list, value_action);
    if (list.choices.size() > most_boxes)
        return menu("multi_static_select", list, value_action);
    return offering("checkboxes", list, list.choices, value_action);
}

json input_element(text_input const& input)
{
    auto const longest = input.max_length == 0 ? longest_typed : std::min(input.max_length, longest_typed);
    json element = {
        {"type", "plain_text_input"},
        {"action_id", value_action},
        {"multiline", input.multiline},
        {"max_length", longest}};
    if (!input.value.empty())
        element["initial_value"] = clean_text(within(input.value, longest));
    return element;
}

json input_element(person_input const& input)
{
    return {
        {"type", "users_select"},
        {"action_id", value_action},
        {"placeholder", plain_text(input.label, longest_placeholder, "Choose")}};
}

}  // namespace crossroads::slack
