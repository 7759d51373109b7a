#pragma once

#include "words/catalogue/lifecycle_words.hpp"

namespace crossroads {

inline constexpr lifecycle_words english_lifecycle_words{
    .paused = "Paused by {person}. Nothing is lost and nobody is reminded. So far: {answers}.",
    .resumed = "The pause is over: resumed by {person}. Everyone goes on where they were.",
    .paused_already = "The assessment of {product} is paused already.",
    .paused_privately = "Paused: {product}. Nobody can answer until you resume it.",
    .open_already = "The assessment of {product} is open already.",
    .resumed_privately = "Open again: {product}. Everyone goes on where they were.",
    .confirm_cancel = "Cancel the assessment of *{product}*? {answers} will be closed without a result. They "
                      "stay on record.",
    .pause_instead = "Pause instead",
    .cancel = "Cancel assessment",
    .cancelled = "Cancelled by {person}. There is no result. {answers} stay on record.",
    .cancelled_privately = "Cancelled: {product}. {answers} stay on record; My answers still shows them. You "
                           "can start a new one at any time.",
    .kept_open = "It stays open. Nothing has changed.",
    .invitation =
        "{person} added you to the assessment of {product}. Short questions, answered when it suits you.",
    .everyone_can = "Everyone here can answer already, so {person} can too. I told them.",
    .on_the_list = "{person} is on the list now.",
    .on_the_list_already = "{person} is on the list already.",
    .wants_to_join = "{person} asks to join the assessment of {product}.",
    .add_them = "Add them",
    .asked_to_join = "I have asked {owner}. You will hear from me once you are added.",
    .handed_over = "The assessment of {product} now belongs to {person}.",
    .handed_over_already = "The assessment of {product} belongs to {person} already.",
    .new_owner = "The assessment of {product} is yours now. You can pause, finish, settle or cancel it; "
                 "status shows how far it is.",
};

}  // namespace crossroads
