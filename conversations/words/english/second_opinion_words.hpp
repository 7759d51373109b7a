#pragma once

#include "words/catalogue/second_opinion_words.hpp"

namespace crossroads {

inline constexpr second_opinion_words english_second_opinion_words{
    .ask = "Ask for a second opinion",
    .who_can = "Only the owner can ask somebody outside for a second opinion.",
    .whom = "*{name}*: {sentence}",
    .what_is_shared = "It takes two files about {product}, one as Markdown and one as JSON: the result, its "
                      "reasons, the plan, and {answers} from {people} with how they changed.",
    .people_by_id = "Both say who answered what, by user id.",
    .names_left_out = "Names are left out of both.",
    .how_it_leaves = "Both files come into this thread, and you send them to {address}. I send nothing out "
                     "of this workspace, and without your word nothing happens at all.",
    .post_both = "Post both files",
    .files_in_thread = "{owner} asks for a second opinion on the result for {product}. Two files follow, as "
                       "Markdown and as JSON.",
    .send_them = "One of you sends them to {address}; I send nothing out of this workspace.",
    .under_way = "The two files come into the thread. Send them to {address}.",
    .done_already = "Both files have been in the thread since {when}; {person} asked for them. Send them to "
                    "{address}.",
    .declined = "Nothing was posted and nothing was sent.",
    .in_help = "Below a result the owner can ask {name} for a second opinion.",
};

}  // namespace crossroads
