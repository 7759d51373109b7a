#pragma once

#include "channel/json_reading.hpp"
#include "words/language.hpp"

#include <cstddef>
#include <vector>

namespace crossroads::slack {

struct budget {
    std::size_t blocks = 0;
    std::size_t characters = 0;  // of the compact JSON of all blocks
};

/// What may be left out of a message that is too long, the first first.
enum class importance { note, text, control };

/// Blocks on their way into one message or modal.
class block_list {
public:
    /// `in`: of the line that says that something is missing.
    explicit block_list(language in) : in_(in) {}

    void add(json block, importance how);

    bool fits(budget limit) const;
    bool fits_with_notice(budget limit) const;

    /// Leaves out notes from the end, then text, then controls, until the rest fits with the notice.
    void leave_out_until_it_fits(budget limit);

    /// The blocks as an array.
    json take();

    /// The same, with a line that says that something is missing.
    json take_with_notice();

private:
    struct entry {
        json block;
        std::size_t characters = 0;
        importance how = importance::text;
    };

    language in_;
    std::vector<entry> entries_;
    std::size_t characters_ = 0;
};

}  // namespace crossroads::slack
