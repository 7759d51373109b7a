#pragma once

#include "channel/json_reading.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace crossroads::teams {

// What our cards carry and what comes back with an action: the action's own data, and beside it every input
// of the card by its id.

/// An action of a card.
struct card_action {
    enum class effect { press, save_form, close_form };

    effect does = effect::press;
    std::string action;  // of a press
    std::string token;
    std::string about;  // the conversation it is about, when the card stands in another one; else empty
    std::string own;    // of a card for one person that changes with each step: the step; else empty
};

json write_card_action(card_action const& what);

/// An action that came back, with what was entered.
struct card_answer {
    card_action what;
    std::map<std::string, std::vector<std::string>> chosen;  // by token of a choice list
    std::map<std::string, std::string> typed;                // by token of a text input
};

/// None when the data is not of a card of ours.
std::optional<card_answer> read_card_answer(json const& data);

/// The id of the input with this token, and back: none for a text input's id, and the other way round.
std::string choices_id(std::string_view token);
std::string text_id(std::string_view token);

/// Values of choices: several come back as one string with commas, so that they may contain none.
std::string write_choice(std::string_view id);
std::string write_choices(std::vector<std::string> const& ids);
std::vector<std::string> read_choices(std::string_view value);

}  // namespace crossroads::teams
