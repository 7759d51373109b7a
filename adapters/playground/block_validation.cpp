#include "playground/block_validation.hpp"

#include "playground/block_rules.hpp"
#include "playground/block_shapes.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace crossroads::playground {
namespace {

constexpr std::size_t reported_defects = 20;

/// Checks values against shapes; what the shapes cannot say is in block_rules.
class shape_check {
public:
    explicit shape_check(defects& found) : found_(found) {}

    void object_of(json const& value, shape const& expected, std::string const& at);
    void typed_object(json const& value, std::string_view of, std::string const& at);
    void list_of_typed(json const& value, field_rule const& rule, std::string const& at);

private:
    void field(json const& value, field_rule const& rule, std::string const& at);
    void text_object(json const& value, field_rule const& rule, std::string_view of, std::string const& at);
    void string(json const& value, field_rule const& rule, std::string const& at);
    void url_string(json const& value, field_rule const& rule, std::string const& at);
    void one_choice(json const& value, field_rule const& rule, std::string const& at);
    void integer(json const& value, field_rule const& rule, std::string const& at);
    void rows(json const& value, field_rule const& rule, std::string const& at);
    void unknown_fields(json const& value, shape const& expected, std::string const& at);
    bool items(json const& value, field_rule const& rule, std::string const& at);

    defects& found_;
};

void shape_check::object_of(json const& value, shape const& expected, std::string const& at)
{
    if (!value.is_object()) {
        found_.add("must provide an object", at);
        return;
    }
    for (auto const& rule : expected.fields) {
        auto const found = value.find(rule.name);
        if (found != value.end())
            field(*found, rule, at + '/' + std::string(rule.name));
        else if (rule.required)
            found_.add("missing required field: " + std::string(rule.name), at);
    }
    unknown_fields(value, expected, at);
    if (found_.empty())
        check_rules_of(value, expected.name, at, found_);
}

void shape_check::unknown_fields(json const& value, shape const& expected, std::string const& at)
{
    for (auto const& [name, ignored] : value.items()) {
        bool const known = name == "type" || std::ranges::find(expected.fields, name, &field_rule::name) !=
                                                 expected.fields.end();
        if (!known)
            found_.add("invalid additional property: " + name, at);
    }
}

void shape_check::typed_object(json const& value, std::string_view of, std::string const& at)
{
    if (!value.is_object()) {
        found_.add("must provide an object", at);
        return;
    }
    auto const type = text_of(value, "type");
    if (type.empty()) {
        found_.add("missing required field: type", at);
        return;
    }
    auto const* const expected = is_among(of, type) ? find_shape(type) : nullptr;
    if (expected)
        object_of(value, *expected, at);
    else
        found_.add("unsupported type: " + std::string(type), at + "/type");
}

bool shape_check::items(json const& value, field_rule const& rule, std::string const& at)
{
    if (!value.is_array()) {
        found_.add("must provide an array", at);
        return false;
    }
    if (value.size() > rule.most)
        found_.add("no more than " + std::to_string(rule.most) + " items allowed", at);
    if (value.size() < rule.least)
        found_.add("no less than " + std::to_string(rule.least) + " items allowed", at);
    return value.size() <= rule.most;
}

void shape_check::list_of_typed(json const& value, field_rule const& rule, std::string const& at)
{
    if (!items(value, rule, at))
        return;
    for (std::size_t i = 0; i < value.size(); ++i)
        typed_object(value[i], rule.of, at + '/' + std::to_string(i));
}

void shape_check::rows(json const& value, field_rule const& rule, std::string const& at)
{
    if (!items(value, rule, at))
        return;
    field_rule const cells{"cells", field_rule::kind::typed_list, true, 1, 20, rule.of};
    for (std::size_t i = 0; i < value.size(); ++i)
        list_of_typed(value[i], cells, at + '/' + std::to_string(i));
}

void shape_check::string(json const& value, field_rule const& rule, std::string const& at)
{
    auto const* const words = value.get_ptr<json::string_t const*>();
    if (!words) {
        found_.add("must provide a string", at);
        return;
    }
    auto const length = characters(*words);
    if (length > rule.most)
        found_.add("must be less than " + std::to_string(rule.most + 1) + " characters", at);
    if (length < rule.least)
        found_.add("must be more than " + std::to_string(rule.least - 1) + " characters", at);
}

void shape_check::url_string(json const& value, field_rule const& rule, std::string const& at)
{
    string(value, rule, at);
    auto const* const url = value.get_ptr<json::string_t const*>();
    if (url && !is_absolute_url(*url))
        found_.add("must be a valid URL", at);
}

void shape_check::text_object(
    json const& value, field_rule const& rule, std::string_view of, std::string const& at)
{
    typed_object(value, of, at);
    auto const& content = field_of(value, "text");
    if (content.is_string() && rule.most < 3000 && characters(text_of(value, "text")) > rule.most)
        found_.add("must be less than " + std::to_string(rule.most + 1) + " characters", at + "/text");
}

void shape_check::one_choice(json const& value, field_rule const& rule, std::string const& at)
{
    auto const* const word = value.get_ptr<json::string_t const*>();
    if (!word || !is_among(rule.of, *word))
        found_.add("must be a valid enum value", at);
}

void shape_check::integer(json const& value, field_rule const& rule, std::string const& at)
{
    if (!value.is_number_integer()) {
        found_.add("must provide an integer", at);
        return;
    }
    bool const negative =
        value.is_number_integer() && !value.is_number_unsigned() && value.get<std::int64_t>() < 0;
    auto const number = negative ? 0 : value.get<std::uint64_t>();
    if (negative || number < rule.least)
        found_.add("must be at least " + std::to_string(rule.least), at);
    else if (number > rule.most)
        found_.add("must be at most " + std::to_string(rule.most), at);
}

void shape_check::field(json const& value, field_rule const& rule, std::string const& at)
{
    using enum field_rule::kind;
    auto const each = [&](auto const& check_one) {
        if (!items(value, rule, at))
            return;
        for (std::size_t i = 0; i < value.size(); ++i)
            check_one(value[i], at + '/' + std::to_string(i));
    };
    switch (rule.what) {
    case flag:
        if (!value.is_boolean())
            found_.add("must provide a boolean", at);
        break;
    case number:
        if (!value.is_number())
            found_.add("must provide a number", at);
        break;
    case whole_number: integer(value, rule, at); break;
    case words: string(value, rule, at); break;
    case url: url_string(value, rule, at); break;
    case choice: one_choice(value, rule, at); break;
    case choices:
        each([&](json const& item, std::string const& pointer) { one_choice(item, rule, pointer); });
        break;
    case word_list: {
        field_rule const any_words{"", words, true, 1, 3000, {}};
        each([&](json const& item, std::string const& pointer) { string(item, any_words, pointer); });
        break;
    }
    case plain_text: text_object(value, rule, "plain_text", at); break;
    case mrkdwn: text_object(value, rule, "mrkdwn", at); break;
    case text: text_object(value, rule, "plain_text mrkdwn", at); break;
    case typed: typed_object(value, rule.of, at); break;
    case object: object_of(value, *find_shape(rule.of), at); break;
    case typed_list: list_of_typed(value, rule, at); break;
    case object_list:
        each([&](json const& item, std::string const& pointer) {
            object_of(item, *find_shape(rule.of), pointer);
        });
        break;
    case table: rows(value, rule, at); break;
    }
}

}  // namespace

std::string to_string(block_defect const& defect)
{
    return "[ERROR] " + defect.message + " [json-pointer:" + defect.pointer + "]";
}

std::vector<block_defect> validate_blocks(json const& blocks)
{
    defects found(reported_defects);
    field_rule const rule{"blocks", field_rule::kind::typed_list, true, 0, 50, message_block_types()};
    shape_check(found).list_of_typed(blocks, rule, "/blocks");
    if (found.empty())
        check_rules_of_message(blocks, found);
    return std::move(found).all();
}

std::vector<block_defect> validate_view(json const& view)
{
    defects found(reported_defects);
    shape_check(found).typed_object(view, "modal", "/view");
    if (found.empty())
        check_rules_of_modal(view, found);
    return std::move(found).all();
}

std::size_t characters_in_blocks(json const& blocks)
{
    if (!blocks.is_structured())
        return 0;
    std::size_t sum = 0;
    for (auto const& [name, value] : blocks.items()) {
        auto const* const string = value.get_ptr<json::string_t const*>();
        if (!string)
            sum += characters_in_blocks(value);
        else if (name == "text")
            sum += characters(*string);
    }
    return sum;
}

}  // namespace crossroads::playground
