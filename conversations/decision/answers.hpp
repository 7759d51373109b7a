#pragma once

#include <map>
#include <string>
#include <variant>
#include <vector>

namespace crossroads {

struct do_not_know {
    friend bool operator==(do_not_know const&, do_not_know const&) = default;
};

/// Option ids, in the guide's order. A single choice has exactly one; a multi-select at least one.
struct selection {
    std::vector<std::string> options;

    friend bool operator==(selection const&, selection const&) = default;
};

struct free_text {
    std::string text;  // UTF-8

    friend bool operator==(free_text const&, free_text const&) = default;
};

/// One person's answer to one question. A question not answered has none.
using answer = std::variant<do_not_know, selection, free_text>;

struct respondent {
    std::string id;
    std::string hat;                        // "product", "engineering", "commercial", "support", or empty
    std::map<std::string, answer> answers;  // by question id

    friend bool operator==(respondent const&, respondent const&) = default;
};

/// A value the owner set where the team differs. Both views stay on record.
struct settlement {
    answer value;
    std::string by;
    std::string reason;

    friend bool operator==(settlement const&, settlement const&) = default;
};

/// Everything a decision rests on.
struct answer_sheet {
    std::string product;
    std::vector<respondent> respondents;
    std::map<std::string, settlement> settled;  // by question id
    std::map<std::string, bool> concrete;       // owner's marks, by budget question ("B1")

    friend bool operator==(answer_sheet const&, answer_sheet const&) = default;
};

}  // namespace crossroads
