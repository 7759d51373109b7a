#pragma once

#include "channel/json_reading.hpp"
#include "teams/card_data.hpp"
#include "teams/card_text.hpp"
#include "words/card.hpp"
#include "words/language.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace crossroads::teams {

/// What every action of one card carries.
struct card_bearing {
    std::string about;  // card_action::about
    std::string own;    // card_action::own
};

/// Makes the ids of inputs unique within one card: none may come twice.
class input_ids {
public:
    /// False when the id was taken before.
    bool take(std::string const& id) { return taken_[id]++ == 0; }

private:
    std::map<std::string, int> taken_;
};

/// An action that works in every client: Action.Execute, and Action.Submit where that is not known.
json action_element(
    std::string_view title, card_action const& what, button::look style, std::string_view spoken);

json button_element(button const& one, card_bearing const& bearing);

/// As many ActionSets as it takes: a client shows five actions of each.
std::vector<json> action_sets(std::vector<json> actions);

/// Radio buttons or checkboxes; null when there is nothing to choose from.
json choice_element(choice_list const& list, language in);

json text_input_element(text_input const& input, language in);

/// A list of the people seen in the conversation; null when there is nobody.
json person_input_element(person_input const& input, people_names const& seen, language in);

}  // namespace crossroads::teams
