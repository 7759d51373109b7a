#pragma once

#include "words/wording.hpp"

namespace crossroads {

/// The offer of a second opinion on a result; only where an operator named somebody for it.
struct second_opinion_words {
    button_wording ask;
    wording who_can;
    wording whom;
    wording what_is_shared;
    wording people_by_id;
    wording names_left_out;
    wording how_it_leaves;
    button_wording post_both;
    wording files_in_thread;
    wording send_them;
    wording under_way;
    wording done_already;
    wording declined;
    wording in_help;
};

}  // namespace crossroads
