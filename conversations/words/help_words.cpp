#include "words/help_words.hpp"

#include "assessment/command_name.hpp"
#include "words/phrases.hpp"
#include "words/text.hpp"

namespace crossroads {

namespace {

std::string_view meaning_of(command_name name, language in)
{
    auto const& words = words_in(in).help;
    switch (name) {
    case command_name::start: return words.start;
    case command_name::status: return words.status;
    case command_name::give_answer: return words.answer;
    case command_name::back: return words.back;
    case command_name::skip: return words.skip;
    case command_name::pause: return words.pause;
    case command_name::resume: return words.resume;
    case command_name::cancel: return words.cancel;
    case command_name::finish: return words.finish;
    case command_name::results: return words.results;
    case command_name::history: return words.history;
    case command_name::export_it: return words.export_it;
    case command_name::answers: return words.answers;
    case command_name::settle: return words.settle;
    case command_name::concrete: return words.concrete;
    case command_name::invite: return words.invite;
    case command_name::owner: return words.owner;
    case command_name::extend: return words.extend;
    case command_name::away: return words.away;
    case command_name::remove: return words.remove;
    case command_name::language: return words.language;
    case command_name::help: return words.help;
    }
    return {};
}

prose line(
    std::string const& command, std::initializer_list<command_name> names, std::string_view meaning,
    language in)
{
    prose text;
    for (auto const name : names) {
        if (!text.empty())
            text.push_back(plain(" · "));
        text.push_back(code(text.empty() ? command + " " + usage_of(name, in) : usage_of(name, in)));
    }
    text.push_back(plain(": " + std::string{meaning}));
    return text;
}

}  // namespace

std::string usage_of(command_name name, language in)
{
    auto const& words = words_in(in).help;
    switch (name) {
    case command_name::start: return words.usage_start.text();
    case command_name::status: return "status [share]";
    case command_name::give_answer: return words.usage_answer.text();
    case command_name::back: return "back";
    case command_name::skip: return "skip [N]";
    case command_name::pause: return "pause";
    case command_name::resume: return "resume";
    case command_name::cancel: return "cancel";
    case command_name::finish: return "finish [anyway]";
    case command_name::results: return "results [share]";
    case command_name::history: return words.usage_history.text();
    case command_name::export_it: return "export [md|json|csv]";
    case command_name::answers: return "answers";
    case command_name::settle: return words.usage_settle.text();
    case command_name::concrete: return "concrete N";
    case command_name::invite: return words.usage_invite.text();
    case command_name::owner: return words.usage_owner.text();
    case command_name::extend: return words.usage_extend.text();
    case command_name::away: return words.usage_away.text();
    case command_name::remove: return "delete";
    case command_name::language: return "language [english|deutsch]";
    case command_name::help: return words.usage_help.text();
    }
    return {};
}

std::string command_line_help(std::string const& command, language in)
{
    return command + " " + words_in(in).help.all_commands.text();
}

card help_card(std::string const& command, std::string_view topic, contact const* second_opinion, language in)
{
    auto const offer =
        second_opinion == nullptr
            ? std::string{}
            : " " + text_of(words_in(in).second_opinion.in_help, {{"name", second_opinion->name}});
    auto const named = find_command(trimmed(topic));
    if (!topic.empty() && std::holds_alternative<command_name>(named)) {
        auto const name = std::get<command_name>(named);
        auto meaning = std::string{meaning_of(name, in)};
        if (name == command_name::results)
            meaning += offer;
        return notice({code(command + " " + usage_of(name, in)), plain(": " + std::move(meaning))}, in);
    }
    using enum command_name;
    auto const& words = words_in(in).help;
    card content;
    content.summary = text_of(words.summary, {{"commands", command_line_help(command, in)}});
    content.blocks.emplace_back(paragraph{
        prose_of(words.intro, {{"short", command + " stat"}, {"numbered", command + " answer #2"}})});
    content.blocks.emplace_back(bullets{{
        line(command, {start}, words.line_start, in),
        line(command, {give_answer}, words.line_answer, in),
        line(command, {back, skip, answers}, words.line_back, in),
        line(command, {status, results, history, export_it}, words.line_status, in),
        line(command, {away}, words.line_away, in),
        line(command, {pause, resume, cancel, remove}, words.line_pause, in),
        line(command, {finish, settle, concrete}, words.line_finish, in),
        line(command, {invite, owner, extend}, words.line_people, in),
        line(command, {command_name::language, help}, words.line_help, in),
    }});
    bool const by_slash = command.starts_with('/');
    auto below = prose_of(by_slash ? words.in_a_thread : words.by_mention);
    below.push_back(plain(offer));
    content.blocks.emplace_back(note{std::move(below)});
    return content;
}

card how_it_works_card(assessment const& run, std::string const& command, language in)
{
    auto const& words = words_in(in).help;
    card content;
    content.summary = words.how_summary.text();
    content.blocks.emplace_back(bullets{{
        prose_of(words.how_cards),
        prose_of(words.how_privately),
        prose_of(words.how_typing),
        prose_of(words.how_reminders),
        prose_of(words.how_unknown),
        prose_of(words.how_hidden, {{"owner", person(run.owner)}, {"command", command + " finish"}}),
        prose_of(words.how_rules),
    }});
    return content;
}

}  // namespace crossroads
