#pragma once

#include "playground/workspace.hpp"

#include <string>
#include <string_view>

namespace crossroads::playground {

/// What a person typed, as Slack keeps it.
struct composed_text {
    std::string text;  // & < > escaped; @name, #channel and URLs turned into <@U…>, <#C…|name>, <https://…>
    json blocks;       // the same as rich_text
};

composed_text compose(workspace const& in, std::string_view typed);

/// For the text of a slash command, with `should_escape`: mentions carry names, "<@U…|name>".
std::string compose_command_text(workspace const& in, std::string_view typed);

/// What a person would have typed to get `text`: the way back from compose().text, for editing.
std::string decompose(workspace const& in, std::string_view text);

}  // namespace crossroads::playground
