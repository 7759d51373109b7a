#pragma once

#include "words/catalogue/commands_words.hpp"

namespace crossroads {

inline constexpr commands_words english_commands_words{
    .unknown_option = "I do not know the option {text}.",
    .names_value = "--names takes shown or hidden, not {text}.",
    .people_value = "--people takes open, or the people to ask.",
    .export_value = "export takes md, json or csv, not {text}.",
    .language_value = "I do not speak {text} yet. There is: {known}.",
    .not_a_person = "{text} is not a person I can find. Type @ and pick the name from the list.",
    .who_missing = "Say who: type @ and pick the name from the list.",
    .number_missing = "Say which question, by its number.",
    .unexpected_text = "I do not know what to do with {text}.",
    .window_missing = "Say how long: a number of days like 3d, or a date like 2026-06-12.",
    .window_value = "{text} is neither a number of days like 3d nor a date like 2026-06-12.",
    .value_missing = "{text} needs a value.",
    .like_this = "Like this: `{command}`.",
    .unknown_command = "I do not know \"{text}\".",
    .did_you_mean = "Did you mean {commands}?",
    .or_between = "or",
    .there_is = "There is: `{commands}`.",
    .ambiguous = "\"{text}\" could be {commands}. Type one more letter, for example `{example}`.",
    .product_name = "Product name",
    .channel_speaks = "This channel speaks {language}. Change it with `{command}`. Known: {known}. What only "
                      "you see follows the language of your own profile, where I speak it.",
    .channel_now_speaks =
        "From now on I speak {language} in this channel. Cards that are edited later follow.",
    .channel_speaks_already = "I speak {language} in this channel already.",
    .other_command = "This app does not answer to that command. Type {command} instead.",
};

}  // namespace crossroads
