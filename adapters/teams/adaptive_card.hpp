#pragma once

#include "channel/json_reading.hpp"
#include "teams/card_elements.hpp"
#include "teams/card_text.hpp"
#include "words/card.hpp"

#include <string>

namespace crossroads::teams {

/// Bytes of the largest card that Teams takes everywhere.
inline constexpr std::size_t largest_card = std::size_t{28} * 1024;

/// What a card is written with.
struct card_setting {
    people_names const& names;
    card_bearing bearing;
};

/// An Adaptive Card of schema 1.5, no larger than largest_card: what is too much is shortened, with a notice.
json adaptive_card(card const& content, card_setting const& setting);

/// A form: its inputs, its buttons, and one to save and one to close it.
json adaptive_card(form const& content, card_setting const& setting);

/// The message as one short line, for notifications.
std::string summary_of(card const& content, people_names const& names);

/// The text of a card in one paragraph when that is all there is to it, short and without buttons; else
/// empty.
std::string whole_text_of(card const& content, people_names const& names);

}  // namespace crossroads::teams
