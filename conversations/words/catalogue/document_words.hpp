#pragma once

#include "words/wording.hpp"

namespace crossroads {

/// The export as Markdown.
struct document_words {
    wording cancelled_on;
    wording result_on;
    wording about;
    counted_wording took_part;
    counted_wording took_part_hidden;
    wording guide;
    wording cancelled;
    wording result;
    wording stage;
    wording confidence;
    wording at_most;
    wording fits_best;
    wording cheapest;
    wording point_to;
    wording no_path_yet;
    wording conditions;
    wording path_defensible;
    wording path_indefensible;
    wording areas;
    wording settled;
    wording settled_because;
    wording settled_by_vote;
    wording settled_by_vote_because;
    wording settled_by;
    wording settled_by_because;
    wording differed;
    wording does_not_change;
    wording plan;
    wording now;
    wording week;
    wording weeks;
    wording all_answers;
    wording how_changed;
    wording withdrawn;
    wording settled_head;
    wording settled_line;
    wording settled_line_because;
    wording vote;  // after by, von
    wording marked;
    wording after_result;
    wording ruled_out;
    wording no_answer;
    wording column_number;
    wording column_question;
    wording column_person;
    wording column_answer;
    wording column_answered_at;
    wording hidden_person;
    wording somebody;
};

}  // namespace crossroads
