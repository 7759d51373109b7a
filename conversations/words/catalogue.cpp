#include "words/catalogue.hpp"

#include "words/english/buttons_words.hpp"
#include "words/english/card_words.hpp"
#include "words/english/channel_words.hpp"
#include "words/english/commands_words.hpp"
#include "words/english/dates_words.hpp"
#include "words/english/decision_words.hpp"
#include "words/english/document_words.hpp"
#include "words/english/exports_words.hpp"
#include "words/english/finish_words.hpp"
#include "words/english/help_words.hpp"
#include "words/english/lifecycle_words.hpp"
#include "words/english/people_words.hpp"
#include "words/english/phrases_words.hpp"
#include "words/english/picture_words.hpp"
#include "words/english/plan_words.hpp"
#include "words/english/question_words.hpp"
#include "words/english/reassessment_words.hpp"
#include "words/english/refusals_words.hpp"
#include "words/english/reminder_words.hpp"
#include "words/english/result_words.hpp"
#include "words/english/saved_words.hpp"
#include "words/english/second_opinion_words.hpp"
#include "words/english/start_words.hpp"
#include "words/english/status_words.hpp"
#include "words/english/time_words.hpp"
#include "words/english/work_words.hpp"
#include "words/german/buttons_words.hpp"
#include "words/german/card_words.hpp"
#include "words/german/channel_words.hpp"
#include "words/german/commands_words.hpp"
#include "words/german/dates_words.hpp"
#include "words/german/decision_words.hpp"
#include "words/german/document_words.hpp"
#include "words/german/exports_words.hpp"
#include "words/german/finish_words.hpp"
#include "words/german/help_words.hpp"
#include "words/german/lifecycle_words.hpp"
#include "words/german/people_words.hpp"
#include "words/german/phrases_words.hpp"
#include "words/german/picture_words.hpp"
#include "words/german/plan_words.hpp"
#include "words/german/question_words.hpp"
#include "words/german/reassessment_words.hpp"
#include "words/german/refusals_words.hpp"
#include "words/german/reminder_words.hpp"
#include "words/german/result_words.hpp"
#include "words/german/saved_words.hpp"
#include "words/german/second_opinion_words.hpp"
#include "words/german/start_words.hpp"
#include "words/german/status_words.hpp"
#include "words/german/time_words.hpp"
#include "words/german/work_words.hpp"

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
    .time = english_time_words,
    .reminder = english_reminder_words,
    .exports = english_exports_words,
    .reassessment = english_reassessment_words,
    .picture = english_picture_words,
    .decision = english_decision_words,
    .work = english_work_words,
    .document = english_document_words,
    .finish = english_finish_words,
    .lifecycle = english_lifecycle_words,
    .refusals = english_refusals_words,
    .commands = english_commands_words,
    .help = english_help_words,
    .people = english_people_words,
    .second_opinion = english_second_opinion_words,
    .card = english_card_words,
    .channel = english_channel_words,
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
    .time = german_time_words,
    .reminder = german_reminder_words,
    .exports = german_exports_words,
    .reassessment = german_reassessment_words,
    .picture = german_picture_words,
    .decision = german_decision_words,
    .work = german_work_words,
    .document = german_document_words,
    .finish = german_finish_words,
    .lifecycle = german_lifecycle_words,
    .refusals = german_refusals_words,
    .commands = german_commands_words,
    .help = german_help_words,
    .people = german_people_words,
    .second_opinion = german_second_opinion_words,
    .card = german_card_words,
    .channel = german_channel_words,
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
