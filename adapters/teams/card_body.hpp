#pragma once

#include "channel/json_reading.hpp"
#include "words/language.hpp"

#include <cstddef>
#include <vector>

namespace crossroads::teams {

/// What may be left out of a card that is too large, the first first.
enum class importance { note, text, control };

/// The elements of a card on their way into it.
class card_body {
public:
    void add(json element, importance how);

    /// A line between what was added and what comes next.
    void separate_next() { separate_ = true; }

    /// Whether the JSON of all elements has at most `limit` bytes.
    bool fits(std::size_t limit) const { return bytes_ <= limit; }

    /// If it does not fit, leaves out notes from the end, then text, then controls, until the rest fits with
    /// a line that says so.
    void leave_out_until_it_fits(std::size_t limit, language in);

    /// The elements as an array.
    json take();

private:
    struct entry {
        json element;
        std::size_t bytes = 0;
        importance how = importance::text;
    };

    std::vector<entry> entries_;
    std::size_t bytes_ = 2;  // the brackets
    bool separate_ = false;
};

}  // namespace crossroads::teams
