#pragma once

#include "decision/answers.hpp"
#include "guide/guide.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace crossroads {

/// Not meant for the bot, as far as one can tell.
struct small_talk {};

struct set_aside {};

/// Meant as an answer, but it does not say which.
struct unclear {
    enum class why { no_such_option, several_fit, one_only } because = why::no_such_option;
    std::string typed;  // the part that is unclear
};

using recognized = std::variant<small_talk, answer, set_aside, unclear>;

/// Who is listening decides how much a text is trusted to be an answer.
enum class attention {
    addressed,  // said to the bot: "answer 4 …", "4: …", a mention. What does not fit is unclear.
    overheard,  // a message in the thread. What does not look like an answer is small talk.
};

/// Reads a typed answer to one question: option numbers ("1, 4"), letters ("a and c"), option words
/// ("with help"), a sentence that holds an option's label, "do not know", "skip"; for a text question any
/// sentence. Overheard text answers a text question only if it has two words or more, does not begin with
/// a mention and does not end with a question mark: people ask each other things in the thread.
recognized recognize(question const& asked, std::string_view text, attention heard);

/// "3: 1, 4" quotes a question's number before its answer ("q3: …", "question 3: …").
struct quoted_number {
    std::size_t number = 0;
    std::string_view rest;  // of the text that was read
};

std::optional<quoted_number> read_quoted_number(std::string_view text);

}  // namespace crossroads
