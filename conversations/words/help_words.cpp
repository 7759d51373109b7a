#include "words/help_words.hpp"

#include "assessment/command_name.hpp"
#include "words/phrases.hpp"
#include "words/text.hpp"

namespace crossroads {

namespace {

std::string meaning_of(command_name name)
{
    switch (name) {
    case command_name::start:
        return "starts an assessment in this channel. Names of those who took part are shown unless you hide "
               "them; "
               "everybody here can answer unless you name people. It is open for five working days unless "
               "you say until when: 3d, 2w or a date.";
    case command_name::status: return "shows how far it is, to you alone; with share, to the thread.";
    case command_name::give_answer:
        return "opens your next question. With a number it opens that question; with a text as well, that is "
               "your "
               "answer.";
    case command_name::back: return "opens the question before the one you saw last.";
    case command_name::skip: return "sets a question aside for you. You can return to it.";
    case command_name::pause: return "stops taking answers until it is resumed. The owner can.";
    case command_name::resume: return "goes on after a pause. The owner can.";
    case command_name::cancel: return "ends it without a result, after asking you once more. The owner can.";
    case command_name::finish:
        return "shows the result; first it tells what is missing or disputed, unless you add anyway. The "
               "owner can.";
    case command_name::results: return "shows the result to you; with share, to the channel again.";
    case command_name::history: return "shows earlier assessments of this channel, or of one product.";
    case command_name::export_it:
        return "posts everything as a file in the thread, once there is a result: md to read, json for "
               "crossroads evaluate, csv for a spreadsheet.";
    case command_name::answers: return "shows your own answers.";
    case command_name::settle:
        return "sets the team's answer to a question you differ on. Both views stay on record. The owner "
               "can.";
    case command_name::concrete: return "marks the answers to a question as concrete enough. The owner can.";
    case command_name::invite: return "adds a person to a fixed list. The owner can.";
    case command_name::owner: return "hands the assessment over to somebody else. The owner can.";
    case command_name::extend:
        return "keeps it open longer: by some days (2d, 1w) or until a date. The owner can.";
    case command_name::help: return "shows this, or more about one command.";
    }
    return {};
}

prose line(std::string const& command, std::initializer_list<command_name> names, std::string const& meaning)
{
    prose text;
    for (auto const name : names) {
        if (!text.empty())
            text.push_back(plain(" · "));
        text.push_back(code(text.empty() ? command + " " + usage_of(name) : usage_of(name)));
    }
    text.push_back(plain(": " + meaning));
    return text;
}

}  // namespace

std::string usage_of(command_name name)
{
    switch (name) {
    case command_name::start:
        return "start [product] [--names shown|hidden] [--people open|@who …] [--until 3d|DATE] [--guide ID]";
    case command_name::status: return "status [share]";
    case command_name::give_answer: return "answer [N] [text]";
    case command_name::back: return "back";
    case command_name::skip: return "skip [N]";
    case command_name::pause: return "pause";
    case command_name::resume: return "resume";
    case command_name::cancel: return "cancel";
    case command_name::finish: return "finish [anyway]";
    case command_name::results: return "results [share]";
    case command_name::history: return "history [product]";
    case command_name::export_it: return "export [md|json|csv]";
    case command_name::answers: return "answers";
    case command_name::settle: return "settle N [value]";
    case command_name::concrete: return "concrete N";
    case command_name::invite: return "invite @who";
    case command_name::owner: return "owner @who";
    case command_name::extend: return "extend 2d|DATE";
    case command_name::help: return "help [command]";
    }
    return {};
}

std::string command_line_help(std::string const& command)
{
    return command +
           " start NAME · status · answer · back · skip · answers · pause · resume · cancel · finish · "
           "results · history · export · settle · concrete · invite · owner · extend · help";
}

card help_card(std::string const& command, std::string_view topic)
{
    auto const named = find_command(trimmed(topic));
    if (!topic.empty() && std::holds_alternative<command_name>(named)) {
        auto const name = std::get<command_name>(named);
        return notice({code(command + " " + usage_of(name)), plain(": " + meaning_of(name))});
    }
    using enum command_name;
    card content;
    content.summary = "Help. " + command_line_help(command) + ".";
    content.blocks.emplace_back(paragraph{
        {plain("I ask a product team short questions and show one recommendation with a plan. Short forms "
               "work: "),
         code(command + " stat"), plain(". Several open? Add its number: "), code(command + " answer #2"),
         plain(".")}});
    content.blocks.emplace_back(bullets{{
        line(command, {start}, "starts one here"),
        line(command, {give_answer}, "opens your next question, or answers question N"),
        line(command, {back, skip}, "go back, or set a question aside"),
        line(command, {answers}, "what you answered so far, to see and change"),
        line(
            command, {status, results, history, export_it},
            "how far it is, the result, earlier ones, all as a file"),
        line(command, {pause, resume, cancel}, "the owner's"),
        line(command, {finish, settle, concrete}, "the owner's, on the way to the result"),
        line(command, {invite, owner, extend}, "add a person, hand it over, keep it open longer"),
        line(command, {help}, "more about one command"),
    }});
    content.blocks.emplace_back(note{
        {plain("In a thread, mention me instead, for example with the word back; slash commands do not work "
               "there. Or reply in the thread with the numbers of the options; everyone can read that.")}});
    return content;
}

card how_it_works_card(assessment const& run, std::string const& command)
{
    card content;
    content.summary =
        "How it works: answer in the thread or privately, and see the result when everybody is done.";
    content.blocks.emplace_back(bullets{{
        {plain("Each question is a card in the thread. The first answer opens the next card; nobody has to "
               "wait.")},
        {plain(
            "Answer now opens your own next question privately. You can stop at any time and go on later.")},
        {plain(
            "A reply in the thread counts too: the numbers of the options, or a sentence; “3: 1, 4” answers "
            "question 3. Everyone can read such a reply.")},
        {plain(
            "If questions are open for you, you get a direct message in your working hours: one a day, three "
            "at most. Its buttons put it off or stop it.")},
        {plain("“Do not know” counts as unknown, never as good or bad.")},
        {plain("Answers stay hidden until the result. "), person(run.owner),
         plain(" shows it when everybody is done, or with "), code(command + " finish"), plain(".")},
        {plain("The result comes from fixed, open rules. No AI decides.")},
    }});
    return content;
}

}  // namespace crossroads
