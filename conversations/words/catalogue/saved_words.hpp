#pragma once

#include "words/wording.hpp"

namespace crossroads {

/// What a person is told privately when an answer was taken.
struct saved_words {
    wording done;
    wording done_set_aside;
    wording done_minutes;
    wording same;
    wording same_typed;
    wording changed;
    wording changed_typed;
    wording saved;
    wording saved_typed;
    wording does_not_apply;
    wording in_doubt;
    wording late;
    wording hat_question;
    wording wants_detail_summary;
    wording you_wrote;
    button_wording add_detail;
    wording kept_as_said;
    wording set_aside;
    wording updated;
    button_wording undo;
    wording edit_not_understood;
    wording withdrawn;
    button_wording answer_again;
    wording undone_withdrawn;
    wording undone;
    wording nothing_to_undo;
    wording hat_saved;
};

}  // namespace crossroads
