#pragma once

#include "playground/block_validation.hpp"

#include <cstddef>
#include <string>
#include <utility>

namespace crossroads::playground {

// Parts of blocks for tests, all of them acceptable as they are.

inline std::string letters(std::size_t count)
{
    return std::string(count, 'a');
}

/// Each of them one character of four bytes.
inline std::string emoji(std::size_t count)
{
    std::string text;
    for (std::size_t i = 0; i < count; ++i)
        text += "\xF0\x9F\x9A\x90";
    return text;
}

inline json plain(std::string text)
{
    return {{"type", "plain_text"}, {"text", std::move(text)}};
}

inline json mrkdwn(std::string text)
{
    return {{"type", "mrkdwn"}, {"text", std::move(text)}};
}

inline json option(std::string const& value)
{
    return {{"text", plain("Choice " + value)}, {"value", value}};
}

inline json options(std::size_t count)
{
    json all = json::array();
    for (std::size_t i = 0; i < count; ++i)
        all.push_back(option(std::to_string(i)));
    return all;
}

/// `part` with these fields set or replaced.
inline json with(json part, json const& changes)
{
    part.update(changes);
    return part;
}

inline json button()
{
    return {{"type", "button"}, {"action_id", "go"}, {"text", plain("Go")}};
}

inline json element(std::string const& type, json const& fields)
{
    return with({{"type", type}, {"action_id", "pick"}}, fields);
}

inline json actions(json const& one_element)
{
    return {{"type", "actions"}, {"elements", json::array({one_element})}};
}

inline json section()
{
    return {{"type", "section"}, {"text", mrkdwn("Hello")}};
}

inline json input(json const& one_element)
{
    return {{"type", "input"}, {"block_id", "field"}, {"label", plain("Label")}, {"element", one_element}};
}

inline json text_input()
{
    return element("plain_text_input", json::object());
}

/// One block or a list of them.
inline json modal_view(json const& blocks)
{
    return {
        {"type", "modal"},
        {"title", plain("Title")},
        {"submit", plain("Save")},
        {"blocks", blocks.is_array() ? blocks : json::array({blocks})}};
}

inline json list_of(std::size_t count, json const& one)
{
    json all = json::array();
    for (std::size_t i = 0; i < count; ++i)
        all.push_back(one);
    return all;
}

/// What Slack would refuse in it: a modal is a view; an input goes into one; any other block stands in a
/// message.
inline std::vector<block_defect> defects_of(json const& part)
{
    auto const type = text_of(part, "type");
    if (type == "modal")
        return validate_view(part);
    if (type == "input")
        return validate_view(modal_view(json::array({part})));
    return validate_blocks(part.is_array() ? part : json::array({part}));
}

}  // namespace crossroads::playground
