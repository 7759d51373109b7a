#pragma once

#include "words/catalogue/people_words.hpp"

namespace crossroads {

inline constexpr people_words english_people_words{
    .can_pause = "Only the owner or a workspace admin can pause it.",
    .can_resume = "Only the owner or a workspace admin can resume it.",
    .can_extend = "Only the owner or a workspace admin can give it more time.",
    .can_invite = "Only the owner or a workspace admin can add people.",
    .can_ask_someone = "Only the owner or a workspace admin can ask somebody by name.",
    .can_finish = "Only the owner or a workspace admin can show the result.",
    .can_cancel = "Only the owner or a workspace admin can cancel it.",
    .can_hand_over = "Only the owner or a workspace admin can hand it over.",
    .can_remove = "Only a workspace admin can delete it; the owner can ask for that.",
    .can_settle = "Only the owner can settle a question.",
    .can_mark_concrete = "Only the owner can mark an answer as concrete enough.",
    .can_decide_on_late_result = "Only the owner can decide on a late result.",
    .the_owner_is = "{who_can} The owner is {owner}.",
    .goes_on = "The assessment goes on as it was.",
    .being_asked = "I am asking the workspace whether you are an admin; if you are, I go on by myself.",
    .is_no_admin = "The workspace says you are not an admin, so the assessment goes on as it was.",
    .not_told =
        "The workspace does not tell me whether you are an admin, so the assessment goes on as it was.",
    .takes_longer = "The workspace has not said yet whether you are an admin. I keep your request for an "
                    "hour and tell you what came of it. {owner} can do it right away.",
    .gave_up = "The workspace did not say whether you are an admin, so your request is closed and nothing "
               "has changed. {owner} can do it.",
    .you_are_a_stranger = "You are here from a connected workspace, and this assessment counts answers of "
                          "this workspace's members.",
    .you_are_a_guest =
        "You are a guest in this workspace, and this assessment counts answers of its members.",
    .can_add_you = "{owner} can add you.",
    .kept_until_added =
        "What you answered is kept and does not count yet. {owner} can add you; then it counts.",
    .stranger_start = "You are here from a connected workspace. Somebody of this workspace can start an "
                      "assessment and add you: `{command}`.",
    .guest_start =
        "You are a guest in this workspace. A member can start an assessment and add you: `{command}`.",
    .gone_cannot_answer = "{person} has left this workspace and cannot answer, so they are not on the list. "
                          "Name somebody else.",
    .app_cannot_answer =
        "{person} is an app and cannot answer, so it is not on the list. Name somebody else.",
    .nobody_cannot_answer =
        "{person} is nobody I can find in this workspace, so they are not on the list. Name somebody else.",
    .gone_cannot_own = "{person} has left this workspace and cannot own the assessment of {product}. It "
                       "stays with {owner}. Name somebody else.",
    .app_cannot_own = "{person} is an app and cannot own the assessment of {product}. It stays with {owner}. "
                      "Name somebody else.",
    .nobody_cannot_own = "{person} is nobody I can find in this workspace and cannot own the assessment of "
                         "{product}. It stays with {owner}. Name somebody else.",
    .list_is_full = "The list has {count} people, and no more fit. With an open list everybody in the "
                    "channel can answer.",
    .ask_title = "Ask a colleague",
    .ask_submit = "Ask them",
    .ask_label = "Who knows this best?",
    .ask_hint = "They get this question as a direct message and can answer the others too.",
    .ask_missing = "Pick a colleague from the list.",
    .how_to_ask = "Say who gets the question: `{command}`.",
    .asked = "{person} gets {question} as a direct message.",
    .asked_already = "{person} has been asked {question} already. A reminder follows by itself.",
    .that_is_you = "That is you. You can answer it right here.",
    .answered_already = "{person} has answered {question} already.",
    .handed_question =
        "{person} asks you {question} of the assessment of {product}, because you may know best:",
    .do_not_know_is_fine = "“Do not know” is a good answer.",
    .owner_gone = "{owner}, who owns the assessment of {product}, has left the workspace. A workspace admin "
                  "can hand it over, and anybody who takes part can ask for that: `{command}`.",
    .heir = "From {when} on {person}, who joined next, can take it over.",
    .take_over = "Take it over",
    .take_over_offer =
        "The owner of the assessment of {product} left the workspace a week ago, and you joined next. You "
        "can take it over; without an owner nobody can show the result but a workspace admin.",
    .hand_over_request = "{person} asks a workspace admin to hand the assessment of {product} over to {to}. "
                         "Its owner has left the workspace.",
    .hand_over_button = "Hand it over, as an admin",
    .hand_over_requested = "The owner has left the workspace, so I put your request into the thread; a "
                           "workspace admin can hand it over there.",
    .hand_over_requested_already =
        "The request is in the thread already; a workspace admin can hand it over there.",
    .welcome_back =
        "Welcome back. Your answers about {product} are waited for again, and reminders come as before.",
    .welcome_back_paused = "Welcome back. The assessment of {product} is paused; {owner} can resume it.",
    .that_name = "that name",
    .remove_question = "Delete the assessment of {product} and all its data? {answers} and the result, if "
                       "there is one, are gone for good, and my messages about it are emptied. Files that "
                       "were posted stay until somebody deletes them in the channel.",
    .keep_it = "Keep it",
    .remove_for_good = "Delete for good",
    .remove_request = "{owner} asks a workspace admin to delete the assessment of {product} and all its "
                      "data. An admin can do it here; it cannot be undone.",
    .remove_as_admin = "Delete, as an admin",
    .remove_requested = "Only a workspace admin can delete it, so I put your request into the thread. "
                        "Nothing is deleted until one of them confirms it there.",
    .remove_requested_already = "You have asked for that already: the request is in the thread, and a "
                                "workspace admin can confirm it there.",
    .nothing_removed = "Nothing is deleted.",
    .removed = "Deleted: the assessment of {product} with its answers and its result. My messages about it "
               "are being emptied. Files that were posted stay until somebody deletes them in the channel, "
               "and backups keep their copy until they are replaced.",
    .removed_headline =
        "*Deleted*. The assessment #{number} was deleted by {person}, with its answers and its result.",
    .removed_message = "Deleted with its assessment.",
};

}  // namespace crossroads
