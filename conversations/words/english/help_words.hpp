#pragma once

#include "words/catalogue/help_words.hpp"

namespace crossroads {

inline constexpr help_words english_help_words{
    .start = "starts an assessment in this channel. Names of those who took part are shown unless you hide "
             "them; everybody here can answer unless you name people. It is open for the usual time, five "
             "working days where nothing else is set, unless you say until when: 3d, 2w or a date.",
    .status = "shows how far it is, to you alone; with share, to the thread.",
    .answer = "opens your next question. With a number it opens that question; with a text as well, that is "
              "your answer.",
    .back = "opens the question before the one you saw last.",
    .skip = "sets a question aside for you. You can return to it.",
    .pause = "stops taking answers until it is resumed. The owner or a workspace admin can.",
    .resume = "goes on after a pause; the owner or a workspace admin can. If you are away, you are back.",
    .cancel = "ends it without a result, after asking you once more. The owner or a workspace admin can.",
    .finish = "shows the result; first it tells what is missing or disputed, unless you add anyway. The "
              "owner or a workspace admin can.",
    .results = "shows the result to you; with share, to the channel again.",
    .history = "shows earlier assessments of this channel, or of one product.",
    .export_it = "posts everything as a file in the thread, once there is a result: md to read, json for "
                 "crossroads evaluate, csv for a spreadsheet.",
    .answers = "shows your own answers.",
    .settle = "sets the team's answer to a question you differ on. Both views stay on record. The owner can.",
    .concrete = "marks the answers to a question as concrete enough. The owner can.",
    .invite = "adds a person by name, guests included. With a question's number they get that question as a "
              "direct message. The owner or a workspace admin can.",
    .owner = "hands the assessment over to somebody else. The owner or a workspace admin can; if the owner "
             "has left, anybody who takes part can ask for it.",
    .extend =
        "keeps it open longer: by some days (2d, 1w) or until a date. The owner or a workspace admin can.",
    .away = "nobody waits for you and you get no reminders, until you answer, until that day, or until you "
            "type resume.",
    .remove =
        "deletes an assessment with all its data, for good. A workspace admin can; the owner can ask for it.",
    .language = "shows or sets the language of this channel: english or deutsch. What only you see follows "
                "the language of your own profile.",
    .help = "shows this, or more about one command.",
    .usage_start =
        "start [product] [--names shown|hidden] [--people open|@who …] [--until 3d|DATE] [--guide ID]",
    .usage_answer = "answer [N] [text]",
    .usage_history = "history [product]",
    .usage_settle = "settle N [value]",
    .usage_invite = "invite @who [N]",
    .usage_owner = "owner @who",
    .usage_extend = "extend 2d|DATE",
    .usage_away = "away [until DATE]",
    .usage_help = "help [command]",
    .all_commands =
        "start NAME · status · answer · back · skip · answers · pause · resume · cancel · finish · results · "
        "history · export · settle · concrete · invite · owner · extend · away · delete · language · help",
    .summary = "Help. {commands}.",
    .intro = "I ask a product team short questions and show one recommendation with a plan. Short forms "
             "work: `{short}`. Several open? Add its number: `{numbered}`.",
    .line_start = "starts one here",
    .line_answer = "opens your next question, or answers question N",
    .line_back = "go back, set a question aside, see and change your answers",
    .line_status = "how far it is, the result, earlier ones, all as a file",
    .line_away = "nobody waits for you; resume when you are back",
    .line_pause = "the owner's and workspace admins'",
    .line_finish = "the owner's, on the way to the result",
    .line_people = "add a person or ask them question N, hand it over, keep it open",
    .line_help = "the language of this channel; more about one command",
    .in_a_thread =
        "In a thread, mention me instead, for example with the word back; slash commands do not work there. "
        "Or reply in the thread with the numbers of the options; everyone can read that.",
    .by_mention =
        "Or reply with the numbers of the options, or mention me with them; everyone can read that.",
    .how_summary =
        "How it works: answer in the thread or privately, and see the result when everybody is done.",
    .how_cards =
        "Each question is a card in the thread. The first answer opens the next card; nobody has to wait.",
    .how_privately =
        "Answer now opens your own next question privately. You can stop at any time and go on later.",
    .how_typing = "A reply in the thread counts too: the numbers of the options, or a sentence; “3: 1, 4” "
                  "answers question 3. Everyone can read such a reply.",
    .how_reminders = "If questions are open for you, you get a direct message in your working hours: one a "
                     "day, three at most. Its buttons put it off or stop it.",
    .how_unknown = "“Do not know” counts as unknown, never as good or bad.",
    .how_hidden =
        "Answers stay hidden until the result. {owner} shows it when everybody is done, or with `{command}`.",
    .how_rules = "The result comes from fixed, open rules. No AI decides.",
};

}  // namespace crossroads
