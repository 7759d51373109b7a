#pragma once

#include "assessment/event.hpp"
#include "decision/comparison.hpp"
#include "words/language.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace crossroads {

/// A result at a glance, to be drawn: how well each path fits, how sound each technical area is, how far the
/// team agrees. Everything in it is said in words and numbers as well, so that neither colour nor sight is
/// needed.
struct result_picture {
    struct fit {
        std::string path;
        std::vector<criterion_state> conditions;  // in the guide's order
        bool recommended = false;
    };

    struct area {
        std::string name;
        grade graded = grade::unknown;
    };

    /// Questions of one section that two or more people answered.
    struct agreement {
        std::string section;
        std::size_t agreed = 0;
        std::size_t compared = 0;
    };

    language in = language::english;
    std::string recommendation;  // "Partial rebuild"
    std::string product;         // may be empty
    std::string standing;        // "Stage MVP · confidence medium · 12 May 2026"
    std::vector<fit> fits;
    std::vector<area> areas;
    std::vector<agreement> agreements;
};

/// `product` may be empty; `ended`: when the result was shown, 0: not said.
result_picture picture_of(assessed const& result, std::string_view product, unix_seconds ended);

/// "3 of 5 met, 1 partly, 1 unknown"
std::string in_words(result_picture::fit const& one, language in);

/// "2 of 3 questions", "nothing to compare"
std::string in_words(result_picture::agreement const& one, language in);

/// Every number of the picture in sentences.
std::string alt_text(result_picture const& shown);

}  // namespace crossroads
