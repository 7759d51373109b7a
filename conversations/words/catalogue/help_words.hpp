#pragma once

#include "words/wording.hpp"

namespace crossroads {

/// What the commands do, and how an assessment goes.
struct help_words {
    wording start;
    wording status;
    wording answer;
    wording back;
    wording skip;
    wording pause;
    wording resume;
    wording cancel;
    wording finish;
    wording results;
    wording history;
    wording export_it;
    wording answers;
    wording settle;
    wording concrete;
    wording invite;
    wording owner;
    wording extend;
    wording away;
    wording remove;
    wording language;
    wording help;
    wording usage_start;
    wording usage_answer;
    wording usage_history;
    wording usage_settle;
    wording usage_invite;
    wording usage_owner;
    wording usage_extend;
    wording usage_away;
    wording usage_help;
    wording all_commands;
    wording summary;
    wording intro;
    wording line_start;
    wording line_answer;
    wording line_back;
    wording line_status;
    wording line_away;
    wording line_pause;
    wording line_finish;
    wording line_people;
    wording line_help;
    wording in_a_thread;
    wording by_mention;  // the same where commands come by mention
    wording how_summary;
    wording how_cards;
    wording how_privately;
    wording how_typing;
    wording how_reminders;
    wording how_unknown;
    wording how_hidden;
    wording how_rules;
};

}  // namespace crossroads
