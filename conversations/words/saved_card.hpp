#pragma once

#include "assessment/assessment.hpp"
#include "assessment/progress.hpp"
#include "guide/guide.hpp"
#include "words/card.hpp"

#include <optional>
#include <string>

namespace crossroads {

// What a person is told privately when an answer was taken.

struct saved_answer {
    std::optional<answer> before;  // replaced by this one
    bool same = false;             // it was given already
    bool applies = true;           // false: other answers rule the question out
    bool typed = false;            // in the thread: say which question it was taken for
    bool offer_hat = false;        // ask once what the person mostly does
    bool late = false;             // after the result
    bool result_in_doubt = false;  // late, and the answers now lead elsewhere
};

card saved_card(
    assessment const& run, guide const& rules, question const& asked, answer const& now,
    saved_answer const& how, person_progress const& far);

/// "To act on it we need who did what, and how often."
card wants_detail_card(assessment const& run, question const& asked, std::string const& said, language in);

card kept_as_said_card(assessment const& run, guide const& rules, question const& asked);

card set_aside_card(
    assessment const& run, guide const& rules, question const& asked, person_progress const& far);

/// A typed reply was edited, and the answer with it.
card updated_card(assessment const& run, guide const& rules, question const& asked, answer const& now);

/// A typed reply was edited into something that is no answer.
card edit_not_understood_card(guide const& rules, question const& asked, answer const& stands);

card withdrawn_card(assessment const& run, guide const& rules, question const& asked);

card undone_card(guide const& rules, question const& asked, std::optional<answer> const& now);

card nothing_to_undo_card(guide const& rules, question const& asked);

card hat_saved_card(std::string_view hat, language in);

}  // namespace crossroads
