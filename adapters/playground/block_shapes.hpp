#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace crossroads::playground {

/// What one field of a Block Kit object may hold.
struct field_rule {
    enum class kind {
        flag,
        whole_number,  // least..most
        number,
        words,        // a string of least..most characters
        url,          // an absolute one, up to `most` characters
        choice,       // one of the words in `of`
        choices,      // a list of them
        word_list,    // strings, least..most of them
        plain_text,   // a text object, least..most characters
        mrkdwn,       // likewise
        text,         // either of the two
        typed,        // an object whose `type` is one of the shapes in `of`
        object,       // an object without a type, of the shape `of`
        typed_list,   // least..most of them
        object_list,  // likewise
        table,        // a list of `least..most` lists of typed objects
    };

    std::string_view name;
    kind what = kind::words;
    bool required = false;
    std::size_t least = 0;
    std::size_t most = 0;
    std::string_view of;  // separated by spaces
};

/// A Block Kit object: its `type` (or a name of ours, where it has none) and the fields it may have.
/// Limits: docs.slack.dev/reference/block-kit.
struct shape {
    std::string_view name;
    std::vector<field_rule> fields;
};

/// None if there is no object of that name.
shape const* find_shape(std::string_view name);

/// The types a message or a modal may have at top level.
std::string_view message_block_types();
std::string_view modal_block_types();

/// Whether `word` is one of `words`, which are separated by spaces.
bool is_among(std::string_view words, std::string_view word);

}  // namespace crossroads::playground
