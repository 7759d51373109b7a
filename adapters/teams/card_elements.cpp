#include "teams/card_elements.hpp"

#include "channel/text_length.hpp"
#include "words/catalogue.hpp"
#include "words/text.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace crossroads::teams {
namespace {

constexpr std::size_t most_actions = 5;  // what the library shows by default; Teams shows six
constexpr std::size_t longest_title = 75;
constexpr std::size_t longest_label = 300;
constexpr std::size_t longest_choice = 300;
constexpr std::size_t longest_typed = 3'000;
constexpr std::size_t longest_tooltip = 150;

std::string one_line(std::string_view text, std::size_t limit, std::string_view otherwise)
{
    auto shown = shorten(clean(text), limit);
    return shown.empty() ? std::string(otherwise) : shown;
}

json action(std::string_view type, std::string_view title, json const& data)
{
    return {{"type", type}, {"title", title}, {"data", data}};
}

}  // namespace

json action_element(
    std::string_view title, card_action const& what, button::look style, std::string_view spoken)
{
    auto const shown = one_line(title, longest_title, "-");
    auto const data = write_card_action(what);
    auto element = action("Action.Execute", shown, data);
    element["verb"] = "crossroads";
    element["fallback"] = action("Action.Submit", shown, data);
    if (style == button::look::primary)
        element["style"] = "positive";
    if (style == button::look::danger)
        element["style"] = "destructive";
    if (!spoken.empty())
        element["tooltip"] = one_line(spoken, longest_tooltip, shown);
    return element;
}

json button_element(button const& one, card_bearing const& bearing)
{
    card_action const what{card_action::effect::press, one.action, one.token, bearing.about, bearing.own};
    return action_element(one.label, what, one.style, one.spoken);
}

std::vector<json> action_sets(std::vector<json> actions)
{
    std::vector<json> sets;
    for (std::size_t at = 0; at < actions.size(); ++at) {
        if (at % most_actions == 0)
            sets.push_back({{"type", "ActionSet"}, {"actions", json::array()}});
        sets.back()["actions"].push_back(std::move(actions[at]));
    }
    return sets;
}

json choice_element(choice_list const& list, language in)
{
    auto choices = json::array();
    std::vector<std::string> chosen;
    std::set<std::string> values;
    for (auto const& one : list.choices) {
        auto const value = write_choice(one.id);
        if (value.empty() || !values.insert(value).second)
            continue;  // it could not be told from no choice, or from another
        auto const title = without_markdown(one_line(one.label, longest_choice, one_line(one.id, 75, "-")));
        choices.push_back({{"title", title}, {"value", value}});
        if (std::ranges::count(list.chosen, one.id) > 0 && (list.many || chosen.empty()))
            chosen.push_back(one.id);
    }
    if (choices.empty())
        return nullptr;
    json element = {
        {"type", "Input.ChoiceSet"},
        {"id", choices_id(list.token)},
        {"label", one_line(list.label, longest_label, words_in(in).card.choice_label)},
        {"style", "expanded"},
        {"isMultiSelect", list.many},
        {"wrap", true},
        {"choices", std::move(choices)}};
    if (!chosen.empty())
        element["value"] = write_choices(chosen);
    return element;
}

json text_input_element(text_input const& input, language in)
{
    auto const longest = input.max_length == 0 ? longest_typed : std::min(input.max_length, longest_typed);
    json element = {
        {"type", "Input.Text"},
        {"id", text_id(input.token)},
        {"label", one_line(input.label, longest_label, words_in(in).card.answer_label)},
        {"isMultiline", input.multiline},
        {"maxLength", longest}};
    if (!input.value.empty())
        element["value"] = clean_text(input.value.substr(0, bytes_within(input.value, longest)));
    return element;
}

json person_input_element(person_input const& input, people_names const& seen, language in)
{
    choice_list people{input.token, input.label, false, {}, {}};
    for (auto const& [id, name] : seen)
        people.choices.push_back({id, name});
    std::ranges::sort(people.choices, {}, &choice::label);
    auto element = choice_element(people, in);
    if (!element.is_null())
        element["style"] = "compact";
    return element;
}

}  // namespace crossroads::teams
