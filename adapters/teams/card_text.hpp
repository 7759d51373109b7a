#pragma once

#include "channel/json_reading.hpp"
#include "words/card.hpp"
#include "words/language.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace crossroads::teams {

/// Names of people by id, as they are shown. Who has none is a teammate.
using people_names = std::map<std::string, std::string>;

enum class text_look { normal, small };

/// Elements that show exactly this text, one for each of its lines. Nothing in it is read as markdown, as a
/// mention or as a function of dates; a moment is shown in the reader's own time zone.
std::vector<json> text_elements(prose const& text, people_names const& names, text_look look, language in);

/// The same with a mark such as "1. " in front of the first line.
std::vector<json>
item_elements(prose const& text, people_names const& names, std::string const& mark, language in);

json heading_element(std::string_view text);

/// Text for places where markdown is read and cannot be turned off: what would be markup becomes characters
/// that look like it.
std::string without_markdown(std::string_view text);

/// As one plain string: people by name, moments as days in UTC.
std::string as_plain_text(prose const& text, people_names const& names, language in);

}  // namespace crossroads::teams
