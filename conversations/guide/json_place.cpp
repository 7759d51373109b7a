#include "guide/json_place.hpp"

#include <algorithm>

namespace crossroads {
namespace {

constexpr std::size_t longest_quote = 60;
constexpr std::size_t longest_id = 64;
constexpr std::size_t most_entries = 2000;

bool is_letter(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

bool is_id_byte(char byte)
{
    return is_letter(byte) || (byte >= '0' && byte <= '9') || byte == '_' || byte == '-';
}

bool has_id_form(std::string_view text)
{
    return !text.empty() && text.size() <= longest_id && is_letter(text.front()) &&
           std::ranges::all_of(text, is_id_byte);
}

bool continues_a_character(char byte)
{
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

std::size_t characters_in(std::string_view text)
{
    return text.size() - static_cast<std::size_t>(std::ranges::count_if(text, continues_a_character));
}

// Checks compare entries with each other; this keeps the time for any file short.
bool is_short_enough(json_place const& place)
{
    if (place.value().size() <= most_entries)
        return true;
    place.report(
        "holds " + std::to_string(place.value().size()) + " entries; at most " +
        std::to_string(most_entries) + " fit. Remove some.");
    return false;
}

std::string choices_in_words(std::initializer_list<std::string_view> choices)
{
    std::string words;
    for (std::string_view const choice : choices)
        words += (words.empty() ? "" : ", ") + in_quotes(choice);
    return words;
}

}  // namespace

json_place::json_place(guide_json const& value, std::string where, std::vector<guide_defect>& defects)
    : value_(&value), where_(std::move(where)), defects_(&defects)
{}

std::string json_place::where(std::string_view key) const
{
    if (!has_id_form(key))
        return where_ + "[" + in_quotes(key) + "]";
    return where_.empty() ? std::string(key) : where_ + "." + std::string(key);
}

std::string json_place::where(std::size_t index) const
{
    return where_ + "[" + std::to_string(index) + "]";
}

void json_place::report(std::string what) const
{
    report_at(where_.empty() ? "the file" : where_, std::move(what));
}

void json_place::report_at(std::string where, std::string what) const
{
    defects_->push_back({std::move(where), std::move(what)});
}

bool json_place::is_object_with(std::initializer_list<std::string_view> keys) const
{
    if (!value_->is_object()) {
        report("is not an object. Write { … }.");
        return false;
    }
    for (auto const& [key, member] : members())
        if (std::ranges::find(keys, key) == keys.end())
            member.report(
                "is not a key that belongs here. Remove it, or use one of " + choices_in_words(keys) + ".");
    return true;
}

std::optional<json_place> json_place::find(std::string_view key) const
{
    if (!value_->is_object())
        return std::nullopt;
    auto const found = value_->find(key);
    if (found == value_->end())
        return std::nullopt;
    return json_place(*found, where(key), *defects_);
}

std::optional<json_place> json_place::need(std::string_view key) const
{
    auto found = find(key);
    if (!found && value_->is_object())
        report_at(where(key), "is missing. Add it.");
    return found;
}

std::vector<std::pair<std::string, json_place>> json_place::members() const
{
    std::vector<std::pair<std::string, json_place>> all;
    if (!value_->is_object()) {
        report("is not an object. Write { … }.");
        return all;
    }
    for (auto const& [key, member] : value_->items())
        all.emplace_back(key, json_place(member, where(key), *defects_));
    return all;
}

std::vector<json_place> json_place::elements() const
{
    std::vector<json_place> all;
    if (!value_->is_array()) {
        report("is not a list. Write [ … ].");
        return all;
    }
    if (!is_short_enough(*this))
        return all;
    for (std::size_t index = 0; index < value_->size(); ++index)
        all.emplace_back((*value_)[index], where(index), *defects_);
    return all;
}

std::string in_quotes(std::string_view text)
{
    if (text.size() > longest_quote) {
        auto cut = longest_quote;
        while (cut > 0 && continues_a_character(text[cut]))
            --cut;
        return guide_json(std::string(text.substr(0, cut)) + "…").dump();
    }
    return guide_json(text).dump();
}

std::string read_text(std::optional<json_place> const& place, std::size_t longest)
{
    if (!place)
        return {};
    if (!place->value().is_string()) {
        place->report("is not a text. Write it in quotes.");
        return {};
    }
    auto text = place->value().get<std::string>();
    auto const is_control = [](char byte) { return static_cast<unsigned char>(byte) < 0x20 || byte == 0x7F; };
    if (std::ranges::all_of(text, [](char byte) { return byte == ' '; }))
        place->report("is empty. Write a text, or remove the key if it is optional.");
    else if (std::ranges::any_of(text, is_control))
        place->report("holds a control character, such as a line break. Write plain text on one line.");
    else if (auto const length = characters_in(text); length > longest)
        place->report(
            "is " + std::to_string(length) + " characters long; at most " + std::to_string(longest) +
            " fit. Shorten it.");
    return text;
}

bool is_id(json_place const& place, std::string_view text)
{
    if (has_id_form(text))
        return true;
    place.report(
        in_quotes(text) +
        " cannot be an id. Start with a letter and use only letters, digits, _ and -, at most " +
        std::to_string(longest_id) + ".");
    return false;
}

std::string read_id(std::optional<json_place> const& place)
{
    if (!place)
        return {};
    if (!place->value().is_string()) {
        place->report("is not an id. Write it in quotes.");
        return {};
    }
    auto text = place->value().get<std::string>();
    return is_id(*place, text) ? text : std::string();
}

bool read_flag(std::optional<json_place> const& place, bool otherwise)
{
    if (!place)
        return otherwise;
    if (place->value().is_boolean())
        return place->value().get<bool>();
    place->report("is neither true nor false. Write one of them, without quotes.");
    return otherwise;
}

int read_number(std::optional<json_place> const& place, int lowest, int highest)
{
    if (!place)
        return 0;
    auto const& value = place->value();
    if (value.is_number_integer()) {
        bool const fits = value.is_number_unsigned()
                              ? value.get<std::uint64_t>() <= static_cast<std::uint64_t>(highest)
                              : value.get<std::int64_t>() <= highest;
        if (fits && value.get<std::int64_t>() >= lowest)
            return value.get<int>();
    }
    place->report(
        "is not a whole number from " + std::to_string(lowest) + " to " + std::to_string(highest) +
        ". Write one, without quotes.");
    return 0;
}

std::vector<std::string> read_ids(std::optional<json_place> const& place)
{
    std::vector<std::string> ids;
    if (!place)
        return ids;
    unique_names names;
    for (json_place const& element : place->elements()) {
        auto id = read_id(element);
        if (id.empty())
            continue;
        names.add(element, element.where(), id, "Remove one of them.");
        ids.push_back(std::move(id));
    }
    return ids;
}

std::string
read_choice(std::optional<json_place> const& place, std::initializer_list<std::string_view> choices)
{
    if (!place)
        return {};
    if (place->value().is_string()) {
        auto chosen = place->value().get<std::string>();
        if (std::ranges::find(choices, chosen) != choices.end())
            return chosen;
    }
    auto const given =
        place->value().is_string() ? in_quotes(place->value().get<std::string>()) : "this value";
    place->report(given + " is not known here. Use one of " + choices_in_words(choices) + ".");
    return {};
}

void unique_names::add(
    json_place const& place, std::string const& where, std::string const& name, std::string_view advice)
{
    if (name.empty())
        return;
    auto const [earlier, is_new] = places_.emplace(name, where);
    if (!is_new)
        place.report_at(
            where, in_quotes(name) + " is used twice (also " + earlier->second + "). " + std::string(advice));
}

}  // namespace crossroads
