#include "words/catalogue.hpp"

#include "words/english/buttons_words.hpp"
#include "words/english/dates_words.hpp"
#include "words/english/phrases_words.hpp"
#include "words/english/plan_words.hpp"
#include "words/english/question_words.hpp"
#include "words/english/result_words.hpp"
#include "words/english/saved_words.hpp"
#include "words/english/start_words.hpp"
#include "words/english/status_words.hpp"
#include "words/german/buttons_words.hpp"
#include "words/german/dates_words.hpp"
#include "words/german/phrases_words.hpp"
#include "words/german/plan_words.hpp"
#include "words/german/question_words.hpp"
#include "words/german/result_words.hpp"
#include "words/german/saved_words.hpp"
#include "words/german/start_words.hpp"
#include "words/german/status_words.hpp"

namespace crossroads {

namespace {

constexpr catalogue english{
    .phrases = english_phrases_words,
    .buttons = english_buttons_words,
    .dates = english_dates_words,
    .question = english_question_words,
    .start = english_start_words,
    .saved = english_saved_words,
    .status = english_status_words,
    .result = english_result_words,
    .plan = english_plan_words,
};

constexpr catalogue german{
    .phrases = german_phrases_words,
    .buttons = german_buttons_words,
    .dates = german_dates_words,
    .question = german_question_words,
    .start = german_start_words,
    .saved = german_saved_words,
    .status = german_status_words,
    .result = german_result_words,
    .plan = german_plan_words,
};

}  // namespace

catalogue const& words_in(language which)
{
    switch (which) {
    case language::english: return english;
    case language::german: return german;
    }
    return english;
}

}  // namespace crossroads
