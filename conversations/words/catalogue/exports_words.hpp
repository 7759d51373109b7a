#pragma once

#include "words/wording.hpp"

namespace crossroads {

/// Exports as files, and what keeps them from arriving.
struct exports_words {
    wording names_hidden;
    wording markdown_answers;
    wording markdown_result;
    wording json_answers;
    wording json_result;
    wording csv;
    wording kilobytes;
    wording missing_scope;
    wording not_allowed;
    wording no_room;
    wording too_large_here;
    wording other_reason;
    wording under_way;
    wording before_result;
    wording nothing;
    wording too_large;
    wording too_large_csv;
    wording refused;
};

}  // namespace crossroads
