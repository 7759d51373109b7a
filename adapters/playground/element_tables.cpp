#include "playground/shape_tables.hpp"

#include <utility>

namespace crossroads::playground {
namespace {

using kind = field_rule::kind;
using fields = std::vector<field_rule>;

constexpr std::string_view inline_elements =
    "text link emoji user usergroup team channel broadcast color date";

shape element(std::string_view name, fields own)
{
    own.push_back(words("action_id", 1, 255));
    return {name, std::move(own)};
}

/// An element that holds a value: it can ask first and take the focus.
shape choosing(std::string_view name, fields own)
{
    own.push_back(object("confirm", "confirmation"));
    own.push_back(flag("focus_on_load"));
    return element(name, std::move(own));
}

shape selecting(std::string_view name, fields own)
{
    own.push_back(plain_text("placeholder", 150));
    return choosing(name, std::move(own));
}

shape selecting_several(std::string_view name, fields own)
{
    own.push_back(whole_number("max_selected_items", 1, any_number));
    return selecting(name, std::move(own));
}

shape typing(std::string_view name, fields own)
{
    own.push_back(plain_text("placeholder", 150));
    own.push_back(object("dispatch_action_config", "dispatch_action_config"));
    own.push_back(flag("focus_on_load"));
    return element(name, std::move(own));
}

shape inline_text(std::string_view name, fields own)
{
    own.push_back(object("style", "text_style"));
    return {name, std::move(own)};
}

}  // namespace

std::vector<shape> composition_objects()
{
    fields const option{
        required(text("text", 75)), required(words("value", 1, 150)), plain_text("description", 75)};
    fields const plain_option{
        required(plain_text("text", 75)), required(words("value", 1, 150)), plain_text("description", 75)};
    fields overflow_option = plain_option;
    overflow_option.push_back(url("url"));
    return {
        {"option", option},
        {"plain_option", plain_option},
        {"overflow_option", overflow_option},
        {"option_group",
         {required(plain_text("label", 75)), required(object_list("options", "plain_option", 1, 100))}},
        {"confirmation",
         {required(plain_text("title", 100)), required(text("text", 300)),
          required(plain_text("confirm", 30)), required(plain_text("deny", 30)),
          choice("style", "primary danger")}},
        {"dispatch_action_config",
         {{"trigger_actions_on", kind::choices, true, 1, 2, "on_enter_pressed on_character_entered"}}},
        {"conversation_filter",
         {{"include", kind::choices, false, 1, 4, "im mpim private public"},
          flag("exclude_external_shared_channels"),
          flag("exclude_bot_users")}},
        {"slack_file", {words("id", 1, 255), url("url")}},
        {"workflow", {required(object("trigger", "workflow_trigger"))}},
        {"workflow_trigger",
         {required(url("url")), object_list("customizable_input_parameters", "workflow_parameter", 1, 100)}},
        {"workflow_parameter", {required(words("name", 1, 255)), required(words("value", 0, 3000))}},
        {"feedback_button",
         {required(plain_text("text", 75)), required(words("value", 1, 2000)),
          words("accessibility_label", 1, 75)}},
        {"icon", {required(words("name", 1, 75))}},
        {"text_style",
         {flag("bold"), flag("italic"), flag("strike"), flag("code"), flag("underline"), flag("highlight"),
          flag("client_highlight"), flag("unlink")}},
        {"column_setting", {choice("align", "left center right"), flag("is_wrapped")}},
        {"chart_segment",
         {required(words("label", 1, 20)), required({"value", kind::number, true, 0, 0, {}})}},
        {"chart_point", {required(words("label", 1, 20)), required({"value", kind::number, true, 0, 0, {}})}},
        {"chart_series",
         {required(words("name", 1, 20)), required(object_list("data", "chart_point", 1, 20))}},
        {"chart_axis",
         {required(word_list("categories", 1, 20)), words("x_label", 1, 50), words("y_label", 1, 50)}},
    };
}

std::vector<shape> choosing_elements()
{
    return {
        element(
            "button", {required(plain_text("text", 75)), url("url"), words("value", 1, 2000),
                       choice("style", "primary danger"), object("confirm", "confirmation"),
                       words("accessibility_label", 1, 75)}),
        element(
            "workflow_button", {required(plain_text("text", 75)), required(object("workflow", "workflow")),
                                choice("style", "primary danger"), object("confirm", "confirmation"),
                                words("accessibility_label", 1, 75)}),
        element(
            "icon_button", {required(words("icon", 1, 75)), required(plain_text("text", 75)),
                            words("value", 1, 2000), object("confirm", "confirmation"),
                            words("accessibility_label", 1, 75), word_list("visible_to_user_ids", 1, 10)}),
        element(
            "feedback_buttons", {required(object("positive_button", "feedback_button")),
                                 required(object("negative_button", "feedback_button"))}),
        element(
            "overflow",
            {required(object_list("options", "overflow_option", 1, 5)), object("confirm", "confirmation")}),
        choosing(
            "checkboxes", {required(object_list("options", "option", 1, 10)),
                           object_list("initial_options", "option", 1, 10)}),
        choosing(
            "radio_buttons",
            {required(object_list("options", "option", 1, 10)), object("initial_option", "option")}),
        selecting("datepicker", {words("initial_date", 10, 10)}),
        selecting("timepicker", {words("initial_time", 5, 5), words("timezone", 1, 255)}),
        choosing("datetimepicker", {whole_number("initial_date_time", 1'000'000'000, 9'999'999'999)}),
    };
}

std::vector<shape> select_elements()
{
    field_rule const options = object_list("options", "plain_option", 1, 100);
    field_rule const groups = object_list("option_groups", "option_group", 1, 100);
    field_rule const initial = object("initial_option", "plain_option");
    field_rule const initials = object_list("initial_options", "plain_option", 1, 100);
    field_rule const query = whole_number("min_query_length", 0, any_number);
    field_rule const filter = object("filter", "conversation_filter");
    field_rule const current = flag("default_to_current_conversation");
    field_rule const answers = flag("response_url_enabled");
    return {
        selecting("static_select", {options, groups, initial}),
        selecting("external_select", {initial, query}),
        selecting("users_select", {words("initial_user", 1, 255)}),
        selecting("conversations_select", {words("initial_conversation", 1, 255), current, filter, answers}),
        selecting("channels_select", {words("initial_channel", 1, 255), answers}),
        selecting_several("multi_static_select", {options, groups, initials}),
        selecting_several("multi_external_select", {initials, query}),
        selecting_several("multi_users_select", {word_list("initial_users", 1, 100)}),
        selecting_several(
            "multi_conversations_select", {word_list("initial_conversations", 1, 100), current, filter}),
        selecting_several("multi_channels_select", {word_list("initial_channels", 1, 100)}),
    };
}

std::vector<shape> typing_elements()
{
    return {
        typing(
            "plain_text_input", {flag("multiline"), whole_number("min_length", 0, 3000),
                                 whole_number("max_length", 1, 3000), words("initial_value", 0, 3000)}),
        typing("email_text_input", {words("initial_value", 0, 3000)}),
        typing("url_text_input", {words("initial_value", 0, 3000)}),
        typing(
            "number_input", {required(flag("is_decimal_allowed")), words("initial_value", 1, 100),
                             words("min_value", 1, 100), words("max_value", 1, 100)}),
        typing(
            "rich_text_input", {typed("initial_value", "rich_text"), whole_number("min_lines", 1, 100),
                                whole_number("max_lines", 1, 100)}),
        element("file_input", {word_list("filetypes", 1, 100), whole_number("max_files", 1, 10)}),
    };
}

std::vector<shape> rich_text_parts()
{
    field_rule const border = whole_number("border", 0, 100);
    return {
        {"rich_text_section", {required(typed_list("elements", inline_elements, 0, any_number))}},
        {"rich_text_list",
         {required(typed_list("elements", "rich_text_section", 0, any_number)),
          required(choice("style", "bullet ordered")), whole_number("indent", 0, 8),
          whole_number("offset", 0, any_number), border}},
        {"rich_text_quote", {required(typed_list("elements", inline_elements, 0, any_number)), border}},
        {"rich_text_preformatted",
         {required(typed_list("elements", "text link", 0, any_number)), words("language", 1, 50), border}},
        inline_text("text", {required(words("text", 1, any_number))}),
        inline_text("link", {required(url("url")), words("text", 0, 3000), flag("unsafe")}),
        inline_text("emoji", {required(words("name", 1, 100)), words("unicode", 1, 100), url("url")}),
        inline_text("user", {required(words("user_id", 1, 255))}),
        inline_text("usergroup", {required(words("usergroup_id", 1, 255))}),
        inline_text("team", {required(words("team_id", 1, 255))}),
        inline_text("channel", {required(words("channel_id", 1, 255))}),
        inline_text("broadcast", {required(choice("range", "here channel everyone"))}),
        inline_text("color", {required(words("value", 4, 9))}),
        inline_text(
            "date", {required(whole_number("timestamp", 0, any_number)), required(words("format", 1, 255)),
                     words("fallback", 1, 255), url("url")}),
    };
}

}  // namespace crossroads::playground
