#pragma once

#include "assessment/assessment.hpp"
#include "export/export_format.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace crossroads {

enum class command_name {
    start,
    status,
    give_answer,
    back,
    skip,
    pause,
    resume,
    cancel,
    finish,
    results,
    history,
    export_it,
    answers,
    settle,
    concrete,
    invite,
    owner,
    extend,
    language,
    away,
    remove,  // "delete"
    help,
};

/// A command as typed after `/assess`. Only the fields of its own grammar are filled in.
struct command {
    command_name name = command_name::help;
    std::optional<int> run;             // "#2"
    std::optional<std::size_t> number;  // of a question; invite: the one to hand over
    bool share = false;                 // status, results
    bool anyway = false;                // finish
    export_format format = export_format::markdown;
    std::string text;  // an answer, a settled value, a help topic, a product
    std::string user;  // invite, owner
    start_request start;
    window_request window;                       // extend
    std::optional<window_request> until;         // away
    std::optional<crossroads::language> spoken;  // language; none: which is it?
};

/// Nothing was typed: the person's next question, or help.
struct no_command {
    std::optional<int> run;
};

/// No command begins like this; `meant` holds those within two typing errors.
struct unknown_command {
    std::string typed;
    std::vector<std::string> meant;
};

struct ambiguous_command {
    std::string typed;
    std::vector<std::string> candidates;
};

/// What is wrong with the words after a command.
struct wrong_usage {
    enum class problem {
        product_too_long,
        unknown_option,   // `typed`
        names_value,      // --names takes shown or hidden
        people_value,     // --people takes open or people
        not_a_person,     // `typed` is no mention
        export_value,     // export takes md, json or csv, not `typed`
        language_value,   // `typed` is no language known here
        who_missing,      // invite, owner
        number_missing,   // settle, concrete
        unexpected_text,  // `typed`
        value_missing,    // an option without its value: `typed`
        window_value,     // --until, extend, away: `typed` is neither days nor a date
    };

    command_name name = command_name::help;
    problem what = problem::unexpected_text;
    std::string typed;
};

using parsed_command = std::variant<command, no_command, unknown_command, ambiguous_command, wrong_usage>;

inline constexpr std::size_t product_limit = 80;  // characters of a product's name

/// Reads what follows `/assess` (conversation design, section 5): case does not matter, a unique prefix
/// is enough, quotes are optional, people are mentions like <@U123> or <@U123|name>.
parsed_command parse_command(std::string_view text);

std::string_view name_of(command_name name);

/// Whether the first word is the full name of a command.
bool starts_with_command(std::string_view text);

}  // namespace crossroads
