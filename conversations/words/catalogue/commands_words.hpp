#pragma once

#include "words/wording.hpp"

namespace crossroads {

/// What is wrong with a command, and help.
struct commands_words {
    wording unknown_option;
    wording names_value;
    wording people_value;
    wording export_value;
    wording language_value;
    wording not_a_person;
    wording who_missing;
    wording number_missing;
    wording unexpected_text;
    wording window_missing;
    wording window_value;
    wording value_missing;
    wording like_this;
    wording unknown_command;
    wording did_you_mean;
    wording or_between;
    wording there_is;
    wording ambiguous;
    wording product_name;
    wording channel_speaks;
    wording channel_now_speaks;
    wording channel_speaks_already;
    wording other_command;
};

}  // namespace crossroads
