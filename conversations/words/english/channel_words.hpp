#pragma once

#include "words/catalogue/channel_words.hpp"

namespace crossroads {

inline constexpr channel_words english_channel_words{
    .unarchived = "This channel was archived, so the assessment of {product} is paused. Nothing is lost. "
                  "{owner} can resume it.",
    .out_of_reach =
        "I am not in the channel of your assessment of {product} any more, so it is paused. Nothing is "
        "lost. Invite me to the channel again, then type `{command}` there.",
    .deleted = "The channel of your assessment of {product} was deleted, so it is closed without a result. "
               "{answers} from {people} stay on record; whoever runs me can get at them.",
    .not_started = "I cannot post in the channel where you started the assessment of {product}, so it did "
                   "not begin. Invite me to the channel, then start it again.",
    .start_again =
        "The start card was deleted, so there is another one above, and new questions come here. Nothing is "
        "lost: cards in the old thread still work, and replies there still count.",
};

}  // namespace crossroads
