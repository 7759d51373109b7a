#include "playground/block_rules.hpp"

#include "playground/block_shapes.hpp"

#include <algorithm>
#include <cstdlib>
#include <set>

namespace crossroads::playground {
namespace {

using place = std::string const&;

void exactly_one_of(json const& object, char const* one, char const* other, place at, defects& found)
{
    bool const has_one = object.contains(one);
    bool const has_other = object.contains(other);
    if (has_one && has_other)
        found.add("only one of " + std::string(one) + " and " + other + " is allowed", at);
    if (!has_one && !has_other)
        found.add("missing required field: " + std::string(one) + " or " + other, at);
}

bool same_option(json const& one, json const& other)
{
    auto const& text = field_of(one, "text");
    auto const& other_text = field_of(other, "text");
    return text_of(one, "value") == text_of(other, "value") &&
           text_of(text, "text") == text_of(other_text, "text") &&
           text_of(text, "type") == text_of(other_text, "type");
}

bool offers(json const& element, json const& option)
{
    auto const among = [&option](json const& options) {
        return std::ranges::any_of(options, [&option](json const& one) { return same_option(one, option); });
    };
    if (among(field_of(element, "options")))
        return true;
    auto const& groups = field_of(element, "option_groups");
    return std::ranges::any_of(groups, [&](json const& group) { return among(field_of(group, "options")); });
}

void initial_choices(json const& element, place at, defects& found)
{
    auto const& one = field_of(element, "initial_option");
    if (!one.is_null() && !offers(element, one))
        found.add("initial_option must be one of the options", at + "/initial_option");
    auto const& several = field_of(element, "initial_options");
    for (std::size_t i = 0; i < several.size(); ++i) {
        auto const pointer = at + "/initial_options/" + std::to_string(i);
        if (!offers(element, several[i]))
            found.add("initial_options must be among the options", pointer);
        for (std::size_t earlier = 0; earlier < i; ++earlier)
            if (same_option(several[earlier], several[i]))
                found.add("duplicate option", pointer);
    }
    auto const& most = field_of(element, "max_selected_items");
    if (most.is_number_integer() && several.size() > most.get<std::size_t>())
        found.add("more initial_options than max_selected_items", at + "/initial_options");
}

void ordered(json const& element, char const* least, char const* most, place at, defects& found)
{
    auto const number = [&element](char const* field) {
        auto const& value = field_of(element, field);
        return value.is_string() ? std::strtod(value.get_ref<std::string const&>().c_str(), nullptr)
                                 : value.get<double>();
    };
    if (element.contains(least) && element.contains(most) && number(least) > number(most))
        found.add(std::string(least) + " must not exceed " + most, at + '/' + least);
}

void even_rows(json const& table, place at, defects& found)
{
    auto const& rows = field_of(table, "rows");
    auto const columns = rows.at(0).size();
    for (std::size_t i = 1; i < rows.size(); ++i)
        if (rows[i].size() != columns)
            found.add("all rows must have the same number of cells", at + "/rows/" + std::to_string(i));
    auto const& settings = field_of(table, "column_settings");
    if (!settings.is_null() && settings.size() != columns)
        found.add("must have one entry per column", at + "/column_settings");
}

void unique_action_ids(json const& elements, place at, defects& found)
{
    std::set<std::string_view> seen;
    for (std::size_t i = 0; i < elements.size(); ++i) {
        auto const id = text_of(elements[i], "action_id");
        if (!id.empty() && !seen.insert(id).second)
            found.add(
                "action_id already exists: " + std::string(id),
                at + "/elements/" + std::to_string(i) + "/action_id");
    }
}

void positive_segments(json const& chart, place at, defects& found)
{
    auto const& segments = field_of(chart, "segments");
    for (std::size_t i = 0; i < segments.size(); ++i)
        if (!(segments[i].at("value").get<double>() > 0))
            found.add("must be more than 0", at + "/segments/" + std::to_string(i) + "/value");
}

void short_categories(json const& axis, place at, defects& found)
{
    auto const& categories = field_of(axis, "categories");
    for (std::size_t i = 0; i < categories.size(); ++i)
        if (characters(categories[i].get_ref<std::string const&>()) > 20)
            found.add("must be less than 21 characters", at + "/categories/" + std::to_string(i));
}

void unique_block_ids(json const& blocks, place at, defects& found)
{
    std::set<std::string_view> seen;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        auto const id = text_of(blocks[i], "block_id");
        if (!id.empty() && !seen.insert(id).second)
            found.add(
                "block_id already exists: " + std::string(id), at + '/' + std::to_string(i) + "/block_id");
    }
}

std::size_t count_of(json const& blocks, std::string_view type)
{
    return static_cast<std::size_t>(
        std::ranges::count_if(blocks, [type](json const& block) { return text_of(block, "type") == type; }));
}

bool has_button(json const& block)
{
    auto const& elements = field_of(block, "elements");
    return text_of(field_of(block, "accessory"), "type") == "button" || count_of(elements, "button") > 0;
}

std::size_t focused_elements(json const& blocks)
{
    std::size_t focused = 0;
    for (auto const& block : blocks) {
        for (auto const* field : {"element", "accessory"})
            focused += flag_of(field_of(block, field), "focus_on_load") ? 1U : 0U;
        for (auto const& element : field_of(block, "elements"))
            focused += flag_of(element, "focus_on_load") ? 1U : 0U;
    }
    return focused;
}

}  // namespace

bool is_absolute_url(std::string_view url)
{
    auto const colon = url.find(':');
    if (colon == std::string_view::npos || colon == 0 || colon + 1 == url.size())
        return false;
    auto const scheme = url.substr(0, colon);
    bool const web = scheme == "http" || scheme == "https";
    if (web)
        return url.substr(colon).starts_with("://") && url.size() > colon + 3 &&
               url.find(' ') == std::string_view::npos;
    return scheme == "mailto" || scheme == "slack" || scheme == "tel";
}

void check_rules_of(json const& object, std::string_view shape_name, place at, defects& found)
{
    if (shape_name == "section" && !object.contains("text") && !object.contains("fields"))
        found.add("missing required field: text or fields", at);
    else if (shape_name == "section")
        for (std::size_t i = 0; i < field_of(object, "fields").size(); ++i)
            if (characters(text_of(object["fields"][i], "text")) > 2000)
                found.add("must be less than 2001 characters", at + "/fields/" + std::to_string(i) + "/text");
    if (is_among("static_select multi_static_select", shape_name))
        exactly_one_of(object, "options", "option_groups", at, found);
    if (is_among("static_select multi_static_select checkboxes radio_buttons", shape_name))
        initial_choices(object, at, found);
    if (shape_name == "image")
        exactly_one_of(object, "image_url", "slack_file", at, found);
    if (shape_name == "slack_file")
        exactly_one_of(object, "id", "url", at, found);
    if (shape_name == "number_input")
        ordered(object, "min_value", "max_value", at, found);
    if (shape_name == "plain_text_input")
        ordered(object, "min_length", "max_length", at, found);
    if (is_among("actions context_actions", shape_name))
        unique_action_ids(field_of(object, "elements"), at, found);
    if (is_among("table data_table", shape_name))
        even_rows(object, at, found);
    if (shape_name == "data_table" && characters_in_blocks(object) > 20'000)
        found.add("must be less than 20001 characters in all", at + "/rows");
    if (shape_name == "pie")
        positive_segments(object, at, found);
    if (shape_name == "chart_axis")
        short_categories(object, at, found);
}

void check_rules_of_message(json const& blocks, defects& found)
{
    unique_block_ids(blocks, "/blocks", found);
    if (count_of(blocks, "table") > 1)
        found.add("only one table is allowed", "/blocks");
    if (count_of(blocks, "input") > 0 && std::ranges::none_of(blocks, has_button))
        found.add("input blocks need a button in the same message", "/blocks");
    std::size_t markdown = 0;
    for (auto const& block : blocks)
        markdown += text_of(block, "type") == "markdown" ? characters(text_of(block, "text")) : 0;
    if (markdown > 12'000)
        found.add("markdown blocks must have less than 12001 characters together", "/blocks");
}

void check_rules_of_modal(json const& view, defects& found)
{
    auto const& blocks = field_of(view, "blocks");
    unique_block_ids(blocks, "/view/blocks", found);
    if (count_of(blocks, "input") > 0 && !view.contains("submit"))
        found.add("missing required field: submit", "/view");
    if (focused_elements(blocks) > 1)
        found.add("only one element may have focus_on_load", "/view/blocks");
}

}  // namespace crossroads::playground
