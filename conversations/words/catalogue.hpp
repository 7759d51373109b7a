#pragma once

#include "words/catalogue/buttons_words.hpp"
#include "words/catalogue/dates_words.hpp"
#include "words/catalogue/phrases_words.hpp"
#include "words/catalogue/plan_words.hpp"
#include "words/catalogue/question_words.hpp"
#include "words/catalogue/result_words.hpp"
#include "words/catalogue/saved_words.hpp"
#include "words/catalogue/start_words.hpp"
#include "words/catalogue/status_words.hpp"
#include "words/language.hpp"

namespace crossroads {

/// Everything the bot says in one language; texts of the guide come with the guide.
struct catalogue {
    phrases_words phrases;
    buttons_words buttons;
    dates_words dates;
    question_words question;
    start_words start;
    saved_words saved;
    status_words status;
    result_words result;
    plan_words plan;
};

/// Takes no time and no memory.
catalogue const& words_in(language which);

}  // namespace crossroads
