#pragma once

#include "words/language.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace crossroads {

struct serve_command {
    std::string config_file;
    std::map<std::string, std::string> options;  // settings given on the command line
};

/// The local workspace alone, for a service that runs elsewhere on this machine.
struct playground_command {
    std::map<std::string, std::string> options;
};

struct evaluate_command {
    std::string guide_file;  // empty: the built-in guide
    bool one_per_line = false;
    std::string picture_file;  // where the result's picture goes; empty: none
};

struct guide_check_command {
    std::string guide_file;
};

struct guide_show_command {
    std::string guide_file;                     // empty: the built-in guide
    std::optional<language> in = std::nullopt;  // none: its own
};

// Those that work on a data directory; no data_dir: the one that is set.

struct backup_command {
    std::string data_dir;
    std::string destination;
};

struct journal_check_command {
    std::string data_dir;
};

struct journal_show_command {
    std::string data_dir;
    std::string conversation;  // empty: all
};

struct journal_salvage_command {
    std::string data_dir;
    std::string destination;
};

struct letters_list_command {
    std::string data_dir;
};

struct letters_retry_command {
    std::string data_dir;
    std::vector<std::string> ids;
};

struct letters_drop_command {
    std::string data_dir;
    std::vector<std::string> ids;
};

struct erase_command {
    std::string data_dir;
    std::string conversation;
};

/// The app package for Microsoft Teams. What is empty has a default.
struct teams_app_command {
    std::string destination;
    std::string app_id;
    std::string name;
    std::string organisation;
    std::string website;
    std::string privacy;
    std::string terms;
    std::string package_version;
    bool without_slash = false;  // for tenants that refuse the newest schema
};

struct version_command {};

struct help_command {};

/// Wrong usage: one line that says what is wrong and what to type instead.
struct usage_error {
    std::string what;
};

using parsed_command = std::variant<
    serve_command, playground_command, evaluate_command, guide_check_command, guide_show_command,
    backup_command, journal_check_command, journal_show_command, journal_salvage_command,
    letters_list_command, letters_retry_command, letters_drop_command, erase_command, teams_app_command,
    version_command, help_command, usage_error>;

/// Understands the words after the program's name.
parsed_command parse_command_line(std::vector<std::string> const& words);

/// What `crossroads help` prints.
std::string_view usage();

}  // namespace crossroads
