#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace crossroads {

/// What a button does. name_of() is what travels; in a form `in_form_prefix` stands before it, because the
/// answer to such a press must be another form in the same window.
enum class action {
    choose,            // a radio button: an answer at once
    save,              // the ticks of a card's checkboxes
    give_answer,       // opens the form of one question
    next,              // opens the form of the person's next question
    back,              // opens the form of the question before
    skip,              // sets a question aside
    do_not_know,       // answers "do not know"
    keep_as_said,      // "That is all we can say"
    still_true,        // answers as last time
    undo,              // takes back what an edited chat message changed
    my_answers,        // shows the person's own answers
    change_one,        // opens the form that asks which answer to change
    export_it,         // posts the export as a file
    basis,             // shows the answers a result rests on
    how_it_works,      // shows help
    start_offered,     // starts the assessment that was offered
    start_shown,       // the same with names shown
    start_hidden,      // the same with names hidden, though few take part
    update_answers,    // the same, from last time's answers
    start_fresh,       // the same, from nothing
    start_other,       // opens the form that asks for another product
    resume,            // the owner's
    pause,             // the owner's
    keep_open,         // no to a cancellation
    cancel_confirmed,  // the owner's
    show_result,       // the owner's
    finish_with_gaps,  // the owner's: although questions have no answer
    finish_undecided,  // the owner's: although the team differs
    not_yet,           // no to showing the result
    settle,            // opens the form that settles a question, the owner's
    mark_concrete,     // the owner's
    ask_to_join,       // an outsider's
    admit,             // the owner's
    adopt,             // the owner's: a late result
    keep_result,       // the owner's: the result shown stays
    give_more_time,    // the owner's: two more working days
    remind_tomorrow,
    away,  // nobody waits for this person any more
    stop_reminders,
    ask_someone,        // opens the form that hands a question to a colleague
    remove_asked,       // an admin's: asks once more
    remove_confirmed,   // an admin's: deletes the assessment
    keep_it,            // no to deleting
    hand_over,          // an admin's: to the person of the token
    take_over,          // for who is next when the owner has left
    change_settlement,  // the owner's: another value for a question that is settled
    keep_settlement,    // no to that
    second_opinion,     // the owner's: shows what would be shared
    share_result,       // the owner's: posts the files of a second opinion
    share_nothing,      // no to that
};

inline constexpr std::string_view in_form_prefix = "form_";

std::string name_of(action what);
std::optional<action> action_named(std::string_view name);

}  // namespace crossroads
