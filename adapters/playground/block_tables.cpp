#include "playground/shape_tables.hpp"

#include <utility>

namespace crossroads::playground {
namespace {

using kind = field_rule::kind;
using fields = std::vector<field_rule>;

constexpr std::string_view action_elements =
    "button checkboxes radio_buttons overflow datepicker timepicker datetimepicker workflow_button "
    "rich_text_input static_select external_select users_select conversations_select channels_select "
    "multi_static_select multi_external_select multi_users_select multi_conversations_select "
    "multi_channels_select";
constexpr std::string_view accessory_elements =
    "button checkboxes radio_buttons overflow datepicker timepicker workflow_button image static_select "
    "external_select users_select conversations_select channels_select multi_static_select "
    "multi_external_select multi_users_select multi_conversations_select multi_channels_select";
constexpr std::string_view input_elements =
    "plain_text_input email_text_input url_text_input number_input rich_text_input file_input checkboxes "
    "radio_buttons datepicker timepicker datetimepicker static_select external_select users_select "
    "conversations_select channels_select multi_static_select multi_external_select multi_users_select "
    "multi_conversations_select multi_channels_select";

/// Every block may carry an id.
shape block(std::string_view name, fields own)
{
    own.push_back(words("block_id", 1, 255));
    return {name, std::move(own)};
}

}  // namespace

std::vector<shape> everyday_blocks()
{
    return {
        block(
            "section", {text("text", 3000),
                        {"fields", kind::typed_list, false, 1, 10, "plain_text mrkdwn"},
                        typed("accessory", accessory_elements),
                        flag("expand")}),
        block("header", {required(plain_text("text", 150))}),
        block("divider", {}),
        block("context", {required(typed_list("elements", "image plain_text mrkdwn", 1, 10))}),
        block("actions", {required(typed_list("elements", action_elements, 1, 25))}),
        block(
            "input", {required(plain_text("label", 2000)), required(typed("element", input_elements)),
                      plain_text("hint", 2000), flag("optional"), flag("dispatch_action")}),
        block(
            "image", {required(words("alt_text", 1, 2000)), url("image_url"),
                      object("slack_file", "slack_file"), plain_text("title", 2000)}),
        block(
            "rich_text",
            {required(typed_list(
                "elements", "rich_text_section rich_text_list rich_text_quote rich_text_preformatted", 1,
                any_number))}),
        block("markdown", {required(words("text", 1, 12'000))}),
        {"plain_text", {required(words("text", 1, 3000)), flag("emoji")}},
        {"mrkdwn", {required(words("text", 1, 3000)), flag("verbatim")}},
    };
}

std::vector<shape> other_blocks()
{
    constexpr std::string_view inside_a_container =
        "actions context divider file header image input rich_text section table video";
    constexpr std::string_view cells = "raw_text raw_number rich_text";
    return {
        block(
            "video", {required(words("alt_text", 1, 200)), required(plain_text("title", 200)),
                      required(url("video_url")), required(url("thumbnail_url")), url("title_url"),
                      words("author_name", 1, 50), plain_text("description", 200), url("provider_icon_url"),
                      words("provider_name", 1, 50)}),
        block("file", {required(words("external_id", 1, 255)), required(choice("source", "remote"))}),
        block(
            "table", {{"rows", kind::table, true, 1, 100, cells},
                      object_list("column_settings", "column_setting", 1, 20)}),
        block(
            "data_table", {required(words("caption", 1, 255)),
                           {"rows", kind::table, true, 2, 201, cells},
                           whole_number("page_size", 1, 100),
                           whole_number("row_header_column_index", 0, 19)}),
        {"raw_text", {required(words("text", 1, any_number))}},
        {"raw_number",
         {required({"value", kind::number, true, 0, 0, {}}), required(words("text", 1, any_number))}},
        block("alert", {required(text("text", 200)), choice("level", "default info warning error success")}),
        block(
            "card", {typed("hero_image", "image"), typed("icon", "image"), typed("slack_icon", "icon"),
                     mrkdwn("title", 150), mrkdwn("subtitle", 150), mrkdwn("body", 200),
                     mrkdwn("subtext", 200), typed_list("actions", "button", 1, 3)}),
        block("carousel", {required(typed_list("elements", "card", 1, 10))}),
        block(
            "container",
            {required(typed_list("child_blocks", inside_a_container, 1, 10)), plain_text("title", 150),
             typed("rich_text_title", "rich_text"), text("subtitle", 150), typed("icon", "image"),
             choice("width", "narrow standard wide full"), flag("is_collapsible"), flag("default_collapsed"),
             flag("has_header_divider")}),
        block("context_actions", {required(typed_list("elements", "feedback_buttons icon_button", 1, 5))}),
        block("plan", {required(words("title", 1, 255)), object_list("tasks", "task_card", 1, 100)}),
        block(
            "task_card",
            {required(words("task_id", 1, 255)), required(words("title", 1, 255)),
             required(choice("status", "pending in_progress complete error")), typed("details", "rich_text"),
             typed("output", "rich_text"), typed_list("sources", "url", 1, 100)}),
        {"url", {required(url("url")), required(words("text", 1, 255))}},
        block(
            "data_visualization",
            {required(words("title", 1, 50)), required(typed("chart", "pie bar line area"))}),
        {"pie", {required(object_list("segments", "chart_segment", 1, 12))}},
        {"bar",
         {required(object_list("series", "chart_series", 1, 12)), object("axis_config", "chart_axis")}},
        {"line",
         {required(object_list("series", "chart_series", 1, 12)), object("axis_config", "chart_axis")}},
        {"area",
         {required(object_list("series", "chart_series", 1, 12)), object("axis_config", "chart_axis")}},
        {"modal",
         {required(plain_text("title", 24)),
          required({"blocks", kind::typed_list, true, 1, 100, modal_block_types()}), plain_text("submit", 24),
          plain_text("close", 24), words("private_metadata", 0, 3000), words("callback_id", 0, 255),
          words("external_id", 0, 255), flag("clear_on_close"), flag("notify_on_close"),
          flag("submit_disabled")}},
    };
}

}  // namespace crossroads::playground
