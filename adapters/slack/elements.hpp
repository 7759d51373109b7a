#pragma once

#include "channel/json_reading.hpp"
#include "slack/element_ids.hpp"
#include "words/card.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace crossroads::slack {

// Block Kit's parts, each within its limits (Slack: "Reference: Block Kit").

/// Plain text of at most `length`, with `otherwise` when there is none: Slack accepts no empty text.
json plain_text(std::string_view text, std::size_t length, std::string_view otherwise = "\xE2\x80\xA6");

json section(std::string_view mrkdwn);
json context(std::string_view mrkdwn);

/// The actions blocks of a row: more than one for more than 25 buttons, none for none.
std::vector<json> buttons(button_row const& row, unique_ids& block_ids);

/// The actions block in which a choice list of a message is answered; null without choices.
json answerable(choice_list const& list, unique_ids& block_ids);

/// The element of an input block of a modal. There must be choices.
json input_element(choice_list const& list);
json input_element(text_input const& input);
json input_element(person_input const& input);

}  // namespace crossroads::slack
