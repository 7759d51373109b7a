#include "adapters/playground/block_samples.hpp"

#include <gtest/gtest.h>

#include <cstddef>
#include <string>
#include <vector>

namespace crossroads::playground {
namespace {

/// A part of `size` characters or items: `most` are accepted, one more is not.
struct upper_limit {
    std::string name;
    std::size_t most;
    json (*make)(std::size_t size);
};

json confirming(json const& changes)
{
    json const question{
        {"title", plain("Sure?")},
        {"text", plain("Really")},
        {"confirm", plain("Yes")},
        {"deny", plain("No")}};
    return actions(with(button(), {{"confirm", with(question, changes)}}));
}

json choosing(json const& changes)
{
    return actions(element("checkboxes", {{"options", json::array({with(option("a"), changes)})}}));
}

json grouping(json const& changes)
{
    json const group{{"label", plain("Group")}, {"options", options(1)}};
    return actions(element("static_select", {{"option_groups", json::array({with(group, changes)})}}));
}

json image(json const& changes)
{
    return with(
        {{"type", "image"}, {"alt_text", "A drawing"}, {"image_url", "https://example.org/a.png"}}, changes);
}

std::string address(std::size_t size)
{
    std::string const start = "https://example.org/";
    return start + letters(size - start.size());
}

json rows(std::size_t count, std::size_t columns)
{
    return list_of(count, list_of(columns, {{"type", "raw_text"}, {"text", "x"}}));
}

json several_elements(std::size_t count)
{
    json all = json::array();
    for (std::size_t i = 0; i < count; ++i)
        all.push_back(with(button(), {{"action_id", "go" + std::to_string(i)}}));
    return all;
}

upper_limit const text_limits[] = {
    {"section.text", 3000,
     [](std::size_t n) {
         return with(section(), {{"text", mrkdwn(letters(n))}});
     }},
    {"section.text of emoji", 3000,
     [](std::size_t n) {
         return with(section(), {{"text", mrkdwn(emoji(n))}});
     }},
    {"section.field", 2000,
     [](std::size_t n) -> json {
         return {{"type", "section"}, {"fields", {mrkdwn(letters(n))}}};
     }},
    {"header.text", 150,
     [](std::size_t n) -> json {
         return {{"type", "header"}, {"text", plain(letters(n))}};
     }},
    {"context.text", 3000,
     [](std::size_t n) -> json {
         return {{"type", "context"}, {"elements", {plain(letters(n))}}};
     }},
    {"markdown.text", 12000,
     [](std::size_t n) -> json {
         return {{"type", "markdown"}, {"text", letters(n)}};
     }},
    {"block_id", 255,
     [](std::size_t n) {
         return with(section(), {{"block_id", letters(n)}});
     }},
    {"action_id", 255,
     [](std::size_t n) {
         return actions(with(button(), {{"action_id", letters(n)}}));
     }},
    {"button.text", 75,
     [](std::size_t n) {
         return actions(with(button(), {{"text", plain(letters(n))}}));
     }},
    {"button.value", 2000,
     [](std::size_t n) {
         return actions(with(button(), {{"value", letters(n)}}));
     }},
    {"button.url", 3000,
     [](std::size_t n) {
         return actions(with(button(), {{"url", address(n)}}));
     }},
    {"button.accessibility_label", 75,
     [](std::size_t n) {
         return actions(with(button(), {{"accessibility_label", letters(n)}}));
     }},
    {"confirm.title", 100,
     [](std::size_t n) {
         return confirming({{"title", plain(letters(n))}});
     }},
    {"confirm.text", 300,
     [](std::size_t n) {
         return confirming({{"text", mrkdwn(letters(n))}});
     }},
    {"confirm.confirm", 30,
     [](std::size_t n) {
         return confirming({{"confirm", plain(letters(n))}});
     }},
    {"confirm.deny", 30,
     [](std::size_t n) {
         return confirming({{"deny", plain(letters(n))}});
     }},
    {"option.text", 75,
     [](std::size_t n) {
         return choosing({{"text", mrkdwn(letters(n))}});
     }},
    {"option.value", 150,
     [](std::size_t n) {
         return choosing({{"value", letters(n)}});
     }},
    {"option.description", 75,
     [](std::size_t n) {
         return choosing({{"description", plain(letters(n))}});
     }},
    {"option_group.label", 75,
     [](std::size_t n) {
         return grouping({{"label", plain(letters(n))}});
     }},
    {"placeholder", 150,
     [](std::size_t n) {
         return actions(
             element("static_select", {{"options", options(2)}, {"placeholder", plain(letters(n))}}));
     }},
    {"input.label", 2000,
     [](std::size_t n) {
         return with(input(text_input()), {{"label", plain(letters(n))}});
     }},
    {"input.hint", 2000,
     [](std::size_t n) {
         return with(input(text_input()), {{"hint", plain(letters(n))}});
     }},
    {"initial_value", 3000,
     [](std::size_t n) {
         return input(element("plain_text_input", {{"initial_value", letters(n)}}));
     }},
    {"image.alt_text", 2000,
     [](std::size_t n) {
         return image({{"alt_text", letters(n)}});
     }},
    {"image.image_url", 3000,
     [](std::size_t n) {
         return image({{"image_url", address(n)}});
     }},
    {"image.title", 2000,
     [](std::size_t n) {
         return image({{"title", plain(letters(n))}});
     }},
    {"alert.text", 200,
     [](std::size_t n) -> json {
         return {{"type", "alert"}, {"text", mrkdwn(letters(n))}};
     }},
    {"card.title", 150,
     [](std::size_t n) -> json {
         return {{"type", "card"}, {"title", mrkdwn(letters(n))}};
     }},
    {"card.body", 200,
     [](std::size_t n) -> json {
         return {{"type", "card"}, {"body", mrkdwn(letters(n))}};
     }},
    {"modal.title", 24,
     [](std::size_t n) {
         return with(modal_view(section()), {{"title", plain(letters(n))}});
     }},
    {"modal.submit", 24,
     [](std::size_t n) {
         return with(modal_view(section()), {{"submit", plain(letters(n))}});
     }},
    {"modal.close", 24,
     [](std::size_t n) {
         return with(modal_view(section()), {{"close", plain(letters(n))}});
     }},
    {"modal.private_metadata", 3000,
     [](std::size_t n) {
         return with(modal_view(section()), {{"private_metadata", letters(n)}});
     }},
    {"modal.callback_id", 255,
     [](std::size_t n) {
         return with(modal_view(section()), {{"callback_id", letters(n)}});
     }},
    {"modal.external_id", 255,
     [](std::size_t n) {
         return with(modal_view(section()), {{"external_id", letters(n)}});
     }},
};

upper_limit const item_limits[] = {
    {"message.blocks", 50,
     [](std::size_t n) {
         return list_of(n, {{"type", "divider"}});
     }},
    {"modal.blocks", 100,
     [](std::size_t n) {
         return modal_view(list_of(n, {{"type", "divider"}}));
     }},
    {"section.fields", 10,
     [](std::size_t n) -> json {
         return {{"type", "section"}, {"fields", list_of(n, plain("x"))}};
     }},
    {"context.elements", 10,
     [](std::size_t n) -> json {
         return {{"type", "context"}, {"elements", list_of(n, plain("x"))}};
     }},
    {"actions.elements", 25,
     [](std::size_t n) -> json {
         return {{"type", "actions"}, {"elements", several_elements(n)}};
     }},
    {"select.options", 100,
     [](std::size_t n) {
         return actions(element("static_select", {{"options", options(n)}}));
     }},
    {"multi_select.options", 100,
     [](std::size_t n) {
         return actions(element("multi_static_select", {{"options", options(n)}}));
     }},
    {"option_group.options", 100,
     [](std::size_t n) {
         return grouping({{"options", options(n)}});
     }},
    {"checkboxes.options", 10,
     [](std::size_t n) {
         return actions(element("checkboxes", {{"options", options(n)}}));
     }},
    {"radio_buttons.options", 10,
     [](std::size_t n) {
         return actions(element("radio_buttons", {{"options", options(n)}}));
     }},
    {"overflow.options", 5,
     [](std::size_t n) {
         return actions(element("overflow", {{"options", options(n)}}));
     }},
    {"table.rows", 100,
     [](std::size_t n) -> json {
         return {{"type", "table"}, {"rows", rows(n, 2)}};
     }},
    {"table.columns", 20,
     [](std::size_t n) -> json {
         return {{"type", "table"}, {"rows", rows(2, n)}};
     }},
    {"carousel.elements", 10,
     [](std::size_t n) -> json {
         return {{"type", "carousel"}, {"elements", list_of(n, {{"type", "card"}, {"body", mrkdwn("x")}})}};
     }},
    {"max_length", 3000,
     [](std::size_t n) {
         return input(element("plain_text_input", {{"max_length", n}}));
     }},
    {"min_length", 3000,
     [](std::size_t n) {
         return input(element("plain_text_input", {{"min_length", n}}));
     }},
    {"file_input.max_files", 10,
     [](std::size_t n) {
         return input(element("file_input", {{"max_files", n}}));
     }},
};

void expect_limit(upper_limit const& limit)
{
    SCOPED_TRACE(limit.name);
    auto const at_limit = defects_of(limit.make(limit.most));
    EXPECT_TRUE(at_limit.empty()) << to_string(at_limit.front());
    EXPECT_FALSE(defects_of(limit.make(limit.most + 1)).empty());
}

TEST(BlockLimits, CountCharactersOfTexts)
{
    for (auto const& limit : text_limits)
        expect_limit(limit);
}

TEST(BlockLimits, CountItems)
{
    for (auto const& limit : item_limits)
        expect_limit(limit);
}

TEST(BlockLimits, RefuseWhatIsEmpty)
{
    json const empty_parts[] = {
        with(section(), {{"text", mrkdwn("")}}),
        {{"type", "section"}, {"fields", json::array()}},
        {{"type", "markdown"}, {"text", ""}},
        {{"type", "actions"}, {"elements", json::array()}},
        {{"type", "context"}, {"elements", json::array()}},
        {{"type", "carousel"}, {"elements", json::array()}},
        actions(element("checkboxes", {{"options", json::array()}})),
        actions(element("radio_buttons", {{"options", json::array()}})),
        actions(element("overflow", {{"options", json::array()}})),
        actions(element("static_select", {{"options", json::array()}})),
        grouping({{"options", json::array()}}),
        choosing({{"value", ""}}),
        image({{"alt_text", ""}}),
        input(element("file_input", {{"max_files", 0}})),
        input(element("plain_text_input", {{"max_length", 0}})),
        modal_view(json::array()),
    };
    for (auto const& part : empty_parts)
        EXPECT_FALSE(defects_of(part).empty()) << part.dump();
}

TEST(BlockLimits, CountTheTextOfAllBlocks)
{
    json const blocks = json::array({section(), actions(button())});

    EXPECT_EQ(characters_in_blocks(blocks), std::string("HelloGo").size());
}

}  // namespace
}  // namespace crossroads::playground
