#pragma once

#include "words/catalogue/start_words.hpp"

namespace crossroads {

inline constexpr start_words english_start_words{
    .title = "Assessment: {product}",
    .title_unnamed = "Product assessment",
    .size = "Up to {count} short questions, {minutes}",
    .invitation = "What has this build proved, and what must the next stage do? Answer when it suits you. At "
                  "the end you get one recommendation and a plan for the next 6 to 12 weeks.",
    .started_by = "{size} · started by {owner}",
    .everyone_answers = "Everyone here can answer.",
    .these_answer = "These people answer: {people}.",
    .names_shown = "Answers stay hidden until the result; it says who took part, not who said what.",
    .names_hidden = "Names are hidden: cards and result show counts only.",
    .typed_is_visible =
        "A reply typed in the thread counts too, and everyone can read it. “Do not know” is a good answer.",
    .counts = "{people}, {answered} of {count} questions have answers.",
    .time_was_up = "Time was up {closes}; answers still count.",
    .open_until = "Open until {closes}.",
    .everybody_done = "*Everybody is done.* {owner} can show the result.",
    .open = "*Open.* {counts}",
    .paused = "*Paused.* {counts}",
    .finished = "*Finished: {outcome}.* The result and the plan are in the thread.",
    .cancelled = "*Cancelled.* There is no result.",
    .how_it_works = "How it works",
    .last_time_shown = "Each question shows last time's answer. Still true takes it over.",
    .started = "The assessment of {product} starts in this channel. If nothing shows up here, invite me to "
               "the channel and start again.",
    .started_hidden = "Names are hidden. If fewer than three people answer, that will not hide much.",
    .open_here =
        "An assessment is open here: *{names}*. You can go on with it, or start one for a different product.",
    .several_open_here =
        "Assessments are open here: *{names}*. You can go on with it, or start one for a different product.",
    .go_to = "Go to #{number}",
    .start_for = "Start for {product}",
    .start_for_another = "Start for another product",
    .another_product = "Another product",
    .start = "Start",
    .which_product = "Which product is it about?",
    .product_limit = "Up to 80 characters.",
    .few_people = "With fewer than three people, hiding names will not hide much: anyone can guess who said "
                  "what. Start it with hidden names all the same, or show the names?",
    .start_hidden = "Start with hidden names",
    .start_shown = "Start with names shown",
};

}  // namespace crossroads
