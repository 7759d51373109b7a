#pragma once

#include "words/wording.hpp"

namespace crossroads {

/// The stage plan.
struct plan_words {
    wording title;
    wording title_scoping;
    wording outcome;
    wording agree_numbers;
    wording workflow;
    wording keep;
    wording now;
    wording deferred;
    wording until;
    wording week;
    wording weeks;
    wording week_by_week;
    wording loop;
    wording not_a_backlog;
    wording summary;
    counted_wording work;
    counted_wording things;
};

}  // namespace crossroads
