#pragma once

#include <map>
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
};

struct guide_check_command {
    std::string guide_file;
};

struct guide_show_command {
    std::string guide_file;  // empty: the built-in guide
};

struct version_command {};

struct help_command {};

/// Wrong usage: one line that says what is wrong and what to type instead.
struct usage_error {
    std::string what;
};

using parsed_command = std::variant<
    serve_command, playground_command, evaluate_command, guide_check_command, guide_show_command,
    version_command, help_command, usage_error>;

/// Understands the words after the program's name.
parsed_command parse_command_line(std::vector<std::string> const& words);

/// What `crossroads help` prints.
std::string_view usage();

}  // namespace crossroads
