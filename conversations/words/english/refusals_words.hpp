#pragma once

#include "words/catalogue/refusals_words.hpp"

namespace crossroads {

inline constexpr refusals_words english_refusals_words{
    .for_example_number = "For example, 1 means “{option}”.",
    .for_example_alone = "For example: only “{alone}”, or “{option}” without it.",
    .stale = "This button belongs to something that is over. Type `{command}` to see what is open here.",
    .unknown_guide = "The assessment of {product} was started with a version of the guide that I no longer "
                     "have. Nothing is lost. Ask whoever runs me to put version `{version}` back.",
    .no_such_guide = "I have no guide called {guide}. Start without --guide, or with `{option}`.",
    .no_guide = "I have no guide to ask from at the moment. Ask whoever runs me to set one.",
    .no_space = "I have too little disk space left to begin in a new channel. What is open elsewhere goes "
                "on. Tell whoever runs me, and try again later.",
    .product_missing = "Say which product it is about.",
    .product_too_long = "The product name has {count} characters; at most 80 fit. Shorten it.",
    .product_open = "An assessment of that product is open here. Go on with it, or name another product.",
    .no_assessment = "There was no assessment here yet. Start one with `{command}`.",
    .no_such_run = "There is no assessment #{number} here to do that with. There is: {names}.",
    .none = "none",
    .which_run = "Which one: {names}? Add its number: `{command}`.",
    .paused = "This assessment is paused, so I did not take that. Nothing is lost. {owner} can resume it.",
    .cancelled_already = "The assessment of {product} was cancelled by {person}. You can start a new one.",
    .finished_already = "The assessment of {product} is finished. See the result with `{command}`.",
    .outsider = "This assessment has a fixed list of people. {owner} can add you.",
    .ask_to_join = "Ask to join",
    .no_such_question = "There is no question with that number. They go from 1 to {count}.",
    .not_asked = "The answers so far rule out {question}. It comes back by itself if they change.",
    .nothing_before = "You are at the first question. There is nothing before it.",
    .unsure = "If you are unsure, Do not know is a good answer.",
    .too_long = "That is too long: {count} characters, and at most 1,000 fit. Shorten it and send it again.",
    .reason_too_long = "The reason has {count} characters; at most 300 fit. Shorten it.",
    .nothing_ticked = "Nothing is ticked. Pick at least one, or press Do not know.",
    .nothing_ticked_none_fits = "Nothing is ticked. Tick at least one; if none fits, tick “{option}”.",
    .goes_alone = "\"{option}\" cannot go with another choice. Untick one of them.",
    .empty_text = "It is empty. Write a sentence, or press Do not know.",
    .empty_text_skip = "It is empty. Write a sentence, or press Skip.",
    .no_match = "I could not match {text} to an option. Reply with a number from 1 to {count}.",
    .no_match_several =
        "I could not match {text} to an option. Reply with a number from 1 to {count}, or several: 1, 3.",
    .several_fit = "{text} fits more than one option. Reply with a number from 1 to {count}.",
    .one_only = "This question takes one answer. Reply with a number from 1 to {count}.",
    .takes_a_sentence = "This question takes a sentence, not a choice.",
    .takes_a_choice = "This question takes a choice, not a sentence.",
    .exactly_one = "Choose exactly one option.",
    .no_option = "There is no option {option} here.",
    .option_twice = "The option {option} is given twice. Give it once.",
    .exclusive = "{option} cannot go with another choice. Untick one of them.",
    .no_nul = "The text holds the character U+0000, which cannot be kept. Remove it.",
    .text_too_long = "The text has more than {count} characters. Shorten it.",
    .unknown_not_offered = "\"Do not know\" is not offered here. You can skip this question.",
    .tick_one = "Tick at least one option.",
    .write_a_sentence = "Write one sentence, or skip this question.",
};

}  // namespace crossroads
