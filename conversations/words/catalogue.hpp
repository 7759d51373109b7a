#pragma once

#include "words/catalogue/buttons_words.hpp"
#include "words/catalogue/card_words.hpp"
#include "words/catalogue/channel_words.hpp"
#include "words/catalogue/commands_words.hpp"
#include "words/catalogue/dates_words.hpp"
#include "words/catalogue/decision_words.hpp"
#include "words/catalogue/document_words.hpp"
#include "words/catalogue/exports_words.hpp"
#include "words/catalogue/finish_words.hpp"
#include "words/catalogue/help_words.hpp"
#include "words/catalogue/lifecycle_words.hpp"
#include "words/catalogue/people_words.hpp"
#include "words/catalogue/phrases_words.hpp"
#include "words/catalogue/picture_words.hpp"
#include "words/catalogue/plan_words.hpp"
#include "words/catalogue/question_words.hpp"
#include "words/catalogue/reassessment_words.hpp"
#include "words/catalogue/refusals_words.hpp"
#include "words/catalogue/reminder_words.hpp"
#include "words/catalogue/result_words.hpp"
#include "words/catalogue/saved_words.hpp"
#include "words/catalogue/second_opinion_words.hpp"
#include "words/catalogue/start_words.hpp"
#include "words/catalogue/status_words.hpp"
#include "words/catalogue/time_words.hpp"
#include "words/catalogue/work_words.hpp"
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
    time_words time;
    reminder_words reminder;
    exports_words exports;
    reassessment_words reassessment;
    picture_words picture;
    decision_words decision;
    work_words work;
    document_words document;
    finish_words finish;
    lifecycle_words lifecycle;
    refusals_words refusals;
    commands_words commands;
    help_words help;
    people_words people;
    second_opinion_words second_opinion;
    card_words card;
    channel_words channel;
};

/// Takes no time and no memory.
catalogue const& words_in(language which);

}  // namespace crossroads
