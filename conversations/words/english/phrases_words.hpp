#pragma once

#include "words/catalogue/phrases_words.hpp"

namespace crossroads {

inline constexpr phrases_words english_phrases_words{
    .this_product = "this product",
    .this_product_listed = "this product",
    .this_product_first = "This product",
    .scoping_first = "Better scoping first",
    .question_number = "question {number}",
    .question_number_first = "Question {number}",
    .closing_vote = "the closing vote",
    .closing_vote_first = "The closing vote",
    .closing_vote_title = "Closing vote",
    .question_mark = "Q{number}",
    .do_not_know = "do not know",
    .and_more = "and {count} more",
    .more = "{count} more",
    .last_and = "{items} and {last}",
    .quoted = "“{text}”",
    .the_owner = "the owner",
    .this_person = "this person",
    .that_person = "that person",
    .a_teammate = "a teammate",
    .people = {"{count} person", "{count} people"},
    .answers = {"{count} answer", "{count} answers"},
    .questions = {"{count} question", "{count} questions"},
    .answers_from = "{answers} from {people}",
    .under_a_minute = "less than a minute",
    .minutes = {"about {count} minute", "about {count} minutes"},
    .grade_sound = "sound",
    .grade_weak = "weak",
    .grade_failing = "failing",
    .grade_unknown = "unknown",
    .confidence_low = "low",
    .confidence_medium = "medium",
    .confidence_high = "high",
    .met = "Met",
    .partly = "Partly",
    .not_met = "Not met",
    .unknown = "Unknown",
    .fit = "{met} of {count} met",
    .fit_partly = ", {count} partly",
    .fit_unknown = ", {count} unknown",
    .window_title = "Assessment",
    .product = "Product",
    .engineering = "Engineering",
    .commercial = "Commercial",
    .support = "Support",
};

}  // namespace crossroads
