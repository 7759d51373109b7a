#pragma once

#include "words/card.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace crossroads::slack {

/// Text as Slack's mrkdwn that shows exactly this text. `&`, `<` and `>` become entities, so that nothing
/// typed mentions or links; there is no escape for `*`, `_`, `~`, a backtick and `>` at the start of a line,
/// so where they could be markup they are replaced by characters that look like them.
std::string mrkdwn(std::string_view text);

/// Styled text as mrkdwn. A person whose id is not Slack's is shown as text. `in`: for what stands in it for
/// programs that cannot show a time in the zone and the manner of their reader.
std::string mrkdwn(prose const& text, language in = language::english);

/// Line breaks become spaces.
prose on_one_line(prose text);

/// Cuts text into parts whose mrkdwn is at most `length` (100 or more) long: at the end of a line or a
/// sentence where there is one, else between words, else anywhere.
std::vector<prose> split(prose const& text, std::size_t length);

}  // namespace crossroads::slack
