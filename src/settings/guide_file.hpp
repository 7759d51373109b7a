#pragma once

#include "guide/guide.hpp"
#include "guide/load.hpp"

#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace crossroads {

/// The text of the guide that is built into the program (config/guide.json at build time).
std::string_view built_in_guide();

/// A guide with the text it came from: the text is what a run is pinned to.
struct guide_source {
    guide rules;
    std::string text;
};

/// What stops a guide from being used: a file that cannot be read, or its defects.
struct guide_problems {
    std::string file;
    std::vector<guide_defect> defects;  // empty: the file cannot be read
};

/// Reads, checks and tries out (its own scenarios) a guide; an empty `file` means the built-in one.
std::variant<guide_source, guide_problems> read_guide_file(std::string const& file);

/// The same for a text that was stored earlier. Its scenarios are not run again.
std::variant<guide, std::vector<guide_defect>> read_guide_text(std::string_view text);

/// One line for each problem: "guide.json: questions[3].id: what is wrong, how to fix it".
std::vector<std::string> describe(guide_problems const& problems);

/// SHA-256 in lower-case hex.
std::string sha256_hex(std::string_view text);

}  // namespace crossroads
