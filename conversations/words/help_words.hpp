#pragma once

#include "assessment/assessment.hpp"
#include "assessment/command.hpp"
#include "assessment/contact.hpp"
#include "words/card.hpp"
#include "words/language.hpp"

#include <string>
#include <string_view>

namespace crossroads {

/// "start [product] [--names shown|hidden] …"
std::string usage_of(command_name name, language in);

/// All commands on one line.
std::string command_line_help(std::string const& command, language in);

/// Help in about ten lines, or about one command. Says whom a second opinion can be had from, if anybody.
card help_card(
    std::string const& command, std::string_view topic, contact const* second_opinion, language in);

/// What an assessment is and how it goes, for the button on its headline.
card how_it_works_card(assessment const& run, std::string const& command, language in);

}  // namespace crossroads
