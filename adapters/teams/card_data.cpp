#include "teams/card_data.hpp"

#include "channel/text_length.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace crossroads::teams {
namespace {

constexpr std::string_view mark = "crossroads";
constexpr std::string_view choices_prefix = "choices:";
constexpr std::string_view text_prefix = "text:";

using effect = card_action::effect;
constexpr std::array<std::pair<effect, std::string_view>, 3> effects = {{
    {effect::press, "press"},
    {effect::save_form, "save_form"},
    {effect::close_form, "close_form"},
}};

std::string_view name_of(effect does)
{
    return std::ranges::find(effects, does, &std::pair<effect, std::string_view>::first)->second;
}

void put(json& data, char const* name, std::string const& value)
{
    if (!value.empty())
        data[name] = clean_text(value);
}

/// "%2C" is a comma.
std::string decoded(std::string_view encoded)
{
    std::string plain;
    while (!encoded.empty()) {
        unsigned byte = 0;
        bool const escape =
            encoded.size() >= 3 && encoded.front() == '%' &&
            std::from_chars(encoded.data() + 1, encoded.data() + 3, byte, 16).ptr == encoded.data() + 3;
        plain += escape ? static_cast<char>(byte) : encoded.front();
        encoded.remove_prefix(escape ? 3 : 1);
    }
    return clean_text(plain);
}

}  // namespace

json write_card_action(card_action const& what)
{
    json ours = {{"does", name_of(what.does)}};
    put(ours, "action", what.action);
    put(ours, "token", what.token);
    put(ours, "about", what.about);
    put(ours, "own", what.own);
    return {{mark, std::move(ours)}};
}

std::optional<card_answer> read_card_answer(json const& data)
{
    auto const& ours = member(data, mark);
    auto const& does = text_member(ours, "does");
    auto const known =
        std::ranges::find(effects, std::string_view(does), &std::pair<effect, std::string_view>::second);
    if (known == effects.end())
        return std::nullopt;
    card_answer answer;
    answer.what = {
        known->first, clean_text(text_member(ours, "action")), clean_text(text_member(ours, "token")),
        text_member(ours, "about"), text_member(ours, "own")};
    if (answer.what.does == effect::press && answer.what.action.empty())
        return std::nullopt;
    for (auto const& [id, value] : data.items()) {
        auto const* entered = value.get_ptr<json::string_t const*>();
        if (entered == nullptr)
            continue;
        if (id.starts_with(choices_prefix))
            answer.chosen[clean_text(id.substr(choices_prefix.size()))] = read_choices(*entered);
        else if (id.starts_with(text_prefix))
            answer.typed[clean_text(id.substr(text_prefix.size()))] = clean_text(*entered);
    }
    return answer;
}

std::string choices_id(std::string_view token)
{
    return clean_text(std::string(choices_prefix).append(token));
}

std::string text_id(std::string_view token)
{
    return clean_text(std::string(text_prefix).append(token));
}

std::string write_choice(std::string_view id)
{
    std::string value;
    for (char const c : clean_text(id)) {
        if (c == ',')
            value += "%2C";
        else if (c == '%')
            value += "%25";
        else
            value += c;
    }
    return value;
}

std::string write_choices(std::vector<std::string> const& ids)
{
    std::string value;
    for (auto const& id : ids)
        value.append(value.empty() ? "" : ",").append(write_choice(id));
    return value;
}

std::vector<std::string> read_choices(std::string_view value)
{
    std::vector<std::string> ids;
    while (!value.empty()) {
        auto const comma = std::min(value.find(','), value.size());
        if (comma > 0)
            ids.push_back(decoded(value.substr(0, comma)));
        value.remove_prefix(std::min(comma + 1, value.size()));
    }
    return ids;
}

}  // namespace crossroads::teams
