#pragma once

#include "guide/guide.hpp"

#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace crossroads {

/// One thing wrong with a guide file.
struct guide_defect {
    std::string where;  // JSON path: questions[12].options[3].id
    std::string what;   // what is wrong, and how to fix it

    friend bool operator==(guide_defect const&, guide_defect const&) = default;
};

/// Reads a guide from the text of its JSON file. Total: everything wrong with the file comes back as
/// defects, all of them, in the order of the file; nothing is guessed. Translations are read once the rest is
/// in order. `sha256` is that of the text.
std::variant<guide, std::vector<guide_defect>> load_guide(std::string_view json, std::string sha256);

}  // namespace crossroads
