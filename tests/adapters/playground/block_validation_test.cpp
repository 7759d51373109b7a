#include "adapters/playground/block_samples.hpp"

#include <gtest/gtest.h>

#include <string>

namespace crossroads::playground {
namespace {

struct refused_part {
    json part;
    std::string message;
    std::string pointer;
};

void expect_refused(refused_part const& expected)
{
    SCOPED_TRACE(expected.part.dump());
    auto const defects = defects_of(expected.part);
    ASSERT_FALSE(defects.empty());
    EXPECT_EQ(defects.front().message, expected.message);
    EXPECT_EQ(defects.front().pointer, expected.pointer);
}

TEST(BlockValidation, AcceptsWhatAnAppUsuallySends)
{
    json const parts[] = {
        section(),
        {{"type", "divider"}},
        {{"type", "header"}, {"text", with(plain("Title"), {{"emoji", false}})}},
        with(section(), {{"accessory", button()}, {"block_id", "s"}}),
        with(section(), {{"fields", {plain("a"), mrkdwn("b")}}}),
        actions(with(button(), {{"style", "danger"}, {"value", "v"}, {"url", "https://example.org"}})),
        actions(element("radio_buttons", {{"options", options(3)}, {"initial_option", option("2")}})),
        actions(element(
            "checkboxes", {{"options", options(3)}, {"initial_options", {option("0"), option("2")}}})),
        actions(element("static_select", {{"options", options(2)}, {"placeholder", plain("Pick")}})),
        actions(element("datepicker", {{"initial_date", "2026-06-12"}})),
        actions(element("users_select", json::object())),
        input(element("plain_text_input", {{"multiline", true}, {"max_length", 600}})),
        input(
            element("number_input", {{"is_decimal_allowed", false}, {"min_value", "1"}, {"max_value", "9"}})),
        {{"type", "rich_text"},
         {"elements",
          {{{"type", "rich_text_section"},
            {"elements", {{{"type", "text"}, {"text", "hi"}, {"style", {{"bold", true}}}}}}}}}},
        with(modal_view(section()), {{"close", plain("Not now")}, {"notify_on_close", true}}),
    };
    for (auto const& part : parts) {
        auto const defects = defects_of(part);
        EXPECT_TRUE(defects.empty()) << part.dump() << to_string(defects.front());
    }
}

TEST(BlockValidation, SaysWhatIsWrongAndWhere)
{
    refused_part const parts[] = {
        {{{"type", "banner"}}, "unsupported type: banner", "/blocks/0/type"},
        {json::object(), "missing required field: type", "/blocks/0"},
        {json::array({1}), "must provide an object", "/blocks/0"},
        {with(section(), {{"colour", "red"}}), "invalid additional property: colour", "/blocks/0"},
        {{{"type", "section"}}, "missing required field: text or fields", "/blocks/0"},
        {with(section(), {{"text", "Hello"}}), "must provide an object", "/blocks/0/text"},
        {with(section(), {{"text", {{"type", "mrkdwn"}}}}), "missing required field: text", "/blocks/0/text"},
        {{{"type", "header"}, {"text", mrkdwn("Title")}}, "unsupported type: mrkdwn", "/blocks/0/text/type"},
        {{{"type", "header"}, {"text", plain(letters(151))}},
         "must be less than 151 characters",
         "/blocks/0/text/text"},
        {actions(with(button(), {{"style", "loud"}})), "must be a valid enum value",
         "/blocks/0/elements/0/style"},
        {actions(with(button(), {{"url", "example.org"}})), "must be a valid URL",
         "/blocks/0/elements/0/url"},
        {actions(with(button(), {{"value", 7}})), "must provide a string", "/blocks/0/elements/0/value"},
        {actions(text_input()), "unsupported type: plain_text_input", "/blocks/0/elements/0/type"},
        {actions({{"type", "button"}}), "missing required field: text", "/blocks/0/elements/0"},
        {{{"type", "context"}, {"elements", {button()}}},
         "unsupported type: button",
         "/blocks/0/elements/0/type"},
        {input(button()), "unsupported type: button", "/view/blocks/0/element/type"},
        {with(input(text_input()), {{"optional", "yes"}}), "must provide a boolean",
         "/view/blocks/0/optional"},
        {input(element("plain_text_input", {{"max_length", -1}})), "must be at least 1",
         "/view/blocks/0/element/max_length"},
        {input(element("plain_text_input", {{"max_length", "9"}})), "must provide an integer",
         "/view/blocks/0/element/max_length"},
        {with(modal_view(section()), {{"title", nullptr}}), "must provide an object", "/view/title"},
        {modal_view({{"type", "markdown"}, {"text", "x"}}), "unsupported type: markdown",
         "/view/blocks/0/type"},
    };
    for (auto const& part : parts)
        expect_refused(part);
}

TEST(BlockValidation, KnowsWhichFieldsNeedOrExcludeOneAnother)
{
    json const group{{"label", plain("g")}, {"options", options(1)}};
    refused_part const parts[] = {
        {actions(element("static_select", {{"options", options(1)}, {"option_groups", {group}}})),
         "only one of options and option_groups is allowed", "/blocks/0/elements/0"},
        {actions(element("static_select", json::object())),
         "missing required field: options or option_groups", "/blocks/0/elements/0"},
        {actions(element("radio_buttons", {{"options", options(2)}, {"initial_option", option("9")}})),
         "initial_option must be one of the options", "/blocks/0/elements/0/initial_option"},
        {actions(element(
             "radio_buttons", {{"options", options(2)},
                               {"initial_option", {{"text", plain("Other words")}, {"value", "1"}}}})),
         "initial_option must be one of the options", "/blocks/0/elements/0/initial_option"},
        {actions(element(
             "checkboxes", {{"options", options(2)}, {"initial_options", {option("1"), option("1")}}})),
         "duplicate option", "/blocks/0/elements/0/initial_options/1"},
        {{{"type", "actions"}, {"elements", {button(), button()}}},
         "action_id already exists: go",
         "/blocks/0/elements/1/action_id"},
        {json::array({with(section(), {{"block_id", "b"}}), with(section(), {{"block_id", "b"}})}),
         "block_id already exists: b", "/blocks/1/block_id"},
        {{{"type", "image"}, {"alt_text", "a"}},
         "missing required field: image_url or slack_file",
         "/blocks/0"},
        {input(element("plain_text_input", {{"min_length", 9}, {"max_length", 3}})),
         "min_length must not exceed max_length", "/view/blocks/0/element/min_length"},
        {input(element(
             "number_input", {{"is_decimal_allowed", true}, {"min_value", "2.5"}, {"max_value", "-1"}})),
         "min_value must not exceed max_value", "/view/blocks/0/element/min_value"},
        {{{"type", "modal"}, {"title", plain("T")}, {"blocks", {input(text_input())}}},
         "missing required field: submit",
         "/view"},
        {json::array({input(text_input())}), "input blocks need a button in the same message", "/blocks"},
    };
    for (auto const& part : parts)
        expect_refused(part);
}

TEST(BlockValidation, KeepsTheSameIdInDifferentBlocks)
{
    EXPECT_TRUE(validate_blocks(json::array({actions(button()), actions(button())})).empty());
}

TEST(BlockValidation, ReportsNotMoreThanTwentyDefects)
{
    EXPECT_EQ(validate_blocks(list_of(40, {{"type", "section"}, {"nonsense", 1}})).size(), 20U);
}

TEST(BlockValidation, WritesDefectsAsSlackDoes)
{
    block_defect const defect{"must be less than 151 characters", "/blocks/0/text/text"};

    EXPECT_EQ(
        to_string(defect), "[ERROR] must be less than 151 characters [json-pointer:/blocks/0/text/text]");
}

}  // namespace
}  // namespace crossroads::playground
