#include "playground/element_state.hpp"

#include "playground/block_elements.hpp"

#include <algorithm>
#include <array>

namespace crossroads::playground {
namespace {

/// How an element's value is called, and what it is made of.
struct value_rule {
    std::string_view type;
    char const* field;
    enum class kind { words, number, option, options, list } what;
    char const* initial;
};

constexpr std::array value_rules{
    value_rule{"plain_text_input", "value", value_rule::kind::words, "initial_value"},
    value_rule{"email_text_input", "value", value_rule::kind::words, "initial_value"},
    value_rule{"url_text_input", "value", value_rule::kind::words, "initial_value"},
    value_rule{"number_input", "value", value_rule::kind::words, "initial_value"},
    value_rule{"datepicker", "selected_date", value_rule::kind::words, "initial_date"},
    value_rule{"timepicker", "selected_time", value_rule::kind::words, "initial_time"},
    value_rule{"datetimepicker", "selected_date_time", value_rule::kind::number, "initial_date_time"},
    value_rule{"radio_buttons", "selected_option", value_rule::kind::option, "initial_option"},
    value_rule{"static_select", "selected_option", value_rule::kind::option, "initial_option"},
    value_rule{"checkboxes", "selected_options", value_rule::kind::options, "initial_options"},
    value_rule{"multi_static_select", "selected_options", value_rule::kind::options, "initial_options"},
    value_rule{"users_select", "selected_user", value_rule::kind::words, "initial_user"},
    value_rule{
        "conversations_select", "selected_conversation", value_rule::kind::words, "initial_conversation"},
    value_rule{"channels_select", "selected_channel", value_rule::kind::words, "initial_channel"},
    value_rule{"multi_users_select", "selected_users", value_rule::kind::list, "initial_users"},
    value_rule{
        "multi_conversations_select", "selected_conversations", value_rule::kind::list,
        "initial_conversations"},
    value_rule{"multi_channels_select", "selected_channels", value_rule::kind::list, "initial_channels"},
};

value_rule const* rule_of(json const& element)
{
    auto const found = std::ranges::find(value_rules, text_of(element, "type"), &value_rule::type);
    return found == value_rules.end() ? nullptr : &*found;
}

json const* find_option(json const& element, json const& value)
{
    auto const among = [&value](json const& options) -> json const* {
        auto const found = std::ranges::find_if(
            options, [&value](json const& option) { return field_of(option, "value") == value; });
        return found == options.end() ? nullptr : &*found;
    };
    if (auto const* const option = among(field_of(element, "options")))
        return option;
    for (auto const& group : field_of(element, "option_groups"))
        if (auto const* const option = among(field_of(group, "options")))
            return option;
    return nullptr;
}

std::optional<json> several_options(json const& element, json const& input)
{
    if (!input.is_array() && !input.is_null())
        return std::nullopt;
    json chosen = json::array();
    for (auto const& value : input) {
        auto const* const option = find_option(element, value);
        if (!option || std::ranges::find(chosen, *option) != chosen.end())
            return std::nullopt;
        chosen.push_back(*option);
    }
    auto const& most = field_of(element, "max_selected_items");
    if (most.is_number_integer() && chosen.size() > most.get<std::size_t>())
        return std::nullopt;
    return chosen;
}

std::optional<json> one_option(json const& element, json const& input)
{
    if (input.is_null())
        return json();
    auto const* const option = find_option(element, input);
    return option ? std::optional(*option) : std::nullopt;
}

std::optional<json> some_words(json const& input)
{
    if (input.is_null())
        return json();
    auto const* const words = input.get_ptr<json::string_t const*>();
    if (!words || characters(*words) > 3000)
        return std::nullopt;
    return words->empty() ? json() : input;
}

std::optional<json> some_list(json const& input)
{
    if (input.is_null())
        return json::array();
    bool const words =
        input.is_array() && std::ranges::all_of(input, [](json const& one) { return one.is_string(); });
    return words && input.size() <= 100 ? std::optional(input) : std::nullopt;
}

std::optional<json> value_under(value_rule const& rule, json const& element, json const& input)
{
    switch (rule.what) {
    case value_rule::kind::words: return some_words(input);
    case value_rule::kind::number:
        return input.is_null() || input.is_number_integer() ? std::optional(input) : std::nullopt;
    case value_rule::kind::option: return one_option(element, input);
    case value_rule::kind::options: return several_options(element, input);
    case value_rule::kind::list: return some_list(input);
    }
    return std::nullopt;
}

json initial_value(json const& element, value_rule const& rule)
{
    auto const& initial = field_of(element, rule.initial);
    if (!initial.is_null())
        return initial;
    bool const many = rule.what == value_rule::kind::options || rule.what == value_rule::kind::list;
    return many ? json::array() : json();
}

/// The plain input that would lead to `value`: an option's value instead of the option.
json input_of(value_rule const& rule, json const& value)
{
    if (rule.what == value_rule::kind::option)
        return value.is_null() ? value : field_of(value, "value");
    if (rule.what != value_rule::kind::options)
        return value;
    json values = json::array();
    for (auto const& option : value)
        values.push_back(field_of(option, "value"));
    return values;
}

bool is_empty(json const& value)
{
    return value.is_null() || (value.is_array() && value.empty());
}

bool is_number(std::string_view text, bool decimals)
{
    if (text.starts_with('-'))
        text.remove_prefix(1);
    auto const dot = decimals ? text.find('.') : std::string_view::npos;
    auto const whole = text.substr(0, dot);
    auto const fraction = dot == std::string_view::npos ? std::string_view("0") : text.substr(dot + 1);
    auto const digits = [](std::string_view part) {
        return !part.empty() && part.size() <= 30 &&
               part.find_first_not_of("0123456789") == std::string_view::npos;
    };
    return digits(whole) && digits(fraction);
}

/// What is wrong with text that was typed; empty: nothing.
std::string unfit_text(json const& element, std::string const& typed)
{
    auto const type = text_of(element, "type");
    auto const length = characters(typed);
    auto const limit = [&element](char const* field, std::size_t otherwise) {
        auto const& value = field_of(element, field);
        return value.is_number_integer() ? value.get<std::size_t>() : otherwise;
    };
    if (type == "plain_text_input" && length > limit("max_length", 3000))
        return "Please use " + std::to_string(limit("max_length", 3000)) + " characters or fewer.";
    if (type == "plain_text_input" && length < limit("min_length", 0))
        return "Please use at least " + std::to_string(limit("min_length", 0)) + " characters.";
    auto const at = typed.find('@');
    if (type == "email_text_input" &&
        (at == std::string::npos || at == 0 || typed.find('.', at) == std::string::npos))
        return "Please enter an email address.";
    if (type == "url_text_input" && !typed.starts_with("https://") && !typed.starts_with("http://"))
        return "Please enter a URL that starts with https:// or http://.";
    if (type == "number_input" && !is_number(typed, flag_of(element, "is_decimal_allowed")))
        return "Please enter a number.";
    return {};
}

}  // namespace

bool holds_value(json const& element)
{
    return rule_of(element) != nullptr;
}

json const* find_block(json const& blocks, std::string_view block_id)
{
    auto const found = std::ranges::find_if(
        blocks, [block_id](json const& block) { return text_of(block, "block_id") == block_id; });
    return found == blocks.end() ? nullptr : &*found;
}

json const* find_element(json const& blocks, std::string_view block_id, std::string_view action_id)
{
    json const* found = nullptr;
    visit_elements(blocks, [&](json const& block, json const& element) {
        if (text_of(block, "block_id") == block_id && text_of(element, "action_id") == action_id)
            found = &element;
    });
    return found;
}

std::optional<json> element_value(json const& element, json const& input)
{
    auto const type = text_of(element, "type");
    if (type == "button" || type == "workflow_button")
        return json::object();
    if (type == "overflow") {
        auto option = one_option(element, input);
        return option && !option->is_null() ? std::optional(json{{"selected_option", std::move(*option)}})
                                            : std::nullopt;
    }
    auto const* const rule = rule_of(element);
    if (!rule)
        return std::nullopt;
    auto value = value_under(*rule, element, input);
    return value ? std::optional(json{{rule->field, std::move(*value)}}) : std::nullopt;
}

json initial_state(json const& blocks)
{
    return kept_state(blocks, json());
}

json kept_state(json const& blocks, json const& previous)
{
    json values = json::object();
    visit_elements(blocks, [&](json const& block, json const& element) {
        auto const* const rule = rule_of(element);
        if (!rule)
            return;
        std::string const block_id(text_of(block, "block_id"));
        std::string const action_id(text_of(element, "action_id"));
        auto value = initial_value(element, *rule);
        auto const& held = field_of(field_of(previous, block_id.c_str()), action_id.c_str());
        if (field_of(held, "type") == rule->type) {
            auto kept = value_under(*rule, element, input_of(*rule, field_of(held, rule->field)));
            value = kept ? std::move(*kept) : std::move(value);
        }
        values[block_id][action_id] = {{"type", rule->type}, {rule->field, std::move(value)}};
    });
    return values;
}

std::variant<json, std::string> collect_state(json const& blocks, json const& inputs, json const& previous)
{
    json values = kept_state(blocks, previous);
    std::string problem;
    visit_elements(blocks, [&](json const& block, json const& element) {
        auto const* const rule = rule_of(element);
        std::string const block_id(text_of(block, "block_id"));
        std::string const action_id(text_of(element, "action_id"));
        auto const& typed = field_of(inputs, block_id.c_str());
        if (!rule || !typed.is_object() || !typed.contains(action_id))
            return;
        auto value = value_under(*rule, element, typed[action_id]);
        if (value)
            values[block_id][action_id][rule->field] = std::move(*value);
        else
            problem = "The element " + action_id + " in block " + block_id + " does not offer that.";
    });
    if (!problem.empty())
        return problem;
    return values;
}

std::map<std::string, std::string> unfit_inputs(json const& blocks, json const& values)
{
    std::map<std::string, std::string> unfit;
    for (auto const& block : blocks) {
        if (text_of(block, "type") != "input")
            continue;
        auto const& element = field_of(block, "element");
        auto const* const rule = rule_of(element);
        std::string const block_id(text_of(block, "block_id"));
        std::string const action_id(text_of(element, "action_id"));
        if (!rule)
            continue;
        auto const& value =
            field_of(field_of(field_of(values, block_id.c_str()), action_id.c_str()), rule->field);
        if (is_empty(value) && !flag_of(block, "optional"))
            unfit.emplace(block_id, "Please complete this required field.");
        if (!value.is_string())
            continue;
        auto problem = unfit_text(element, value.get<std::string>());
        if (!problem.empty())
            unfit.emplace(block_id, std::move(problem));
    }
    return unfit;
}

}  // namespace crossroads::playground
