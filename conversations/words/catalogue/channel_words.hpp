#pragma once

#include "words/wording.hpp"

namespace crossroads {

/// What becomes of an assessment when something happens to its channel.
struct channel_words {
    wording unarchived;
    wording out_of_reach;
    wording deleted;
    wording not_started;
    wording start_again;
};

}  // namespace crossroads
