#include "playground/person_actions.hpp"

#include "playground/composed_text.hpp"
#include "playground/conversation.hpp"

#include <algorithm>
#include <utility>

namespace crossroads::playground {
namespace {

constexpr std::size_t longest_message = 40'000;

struct situation {
    workspace& in;
    app_settings const& settings;
    person const& who;
    json const& action;
    instant now;
};

using outcome = std::variant<json, interaction>;

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view spaces = " \t\r\n";
    auto const first = std::min(text.find_first_not_of(spaces), text.size());
    text.remove_prefix(first);
    return text.substr(0, text.find_last_not_of(spaces) + 1);
}

/// Words for why `typed` cannot be a message; empty: it can.
std::string_view refuse_text(std::string_view typed)
{
    if (typed.empty())
        return "Type a message first.";
    if (characters(typed) > longest_message)
        return "That message is too long: 40,000 characters is the most.";
    return {};
}

json done()
{
    return {{"ok", true}};
}

/// The root of the thread `thread_ts` belongs to, or none.
message const* find_root(channel const& where, std::string_view thread_ts)
{
    auto const* const found = find_message(where, thread_ts);
    return found && !found->thread_ts.empty() ? find_message(where, found->thread_ts) : found;
}

void hint_at_invitation(
    situation const& now_here, channel& where, std::string_view thread_ts, std::string const& text)
{
    auto& in = now_here.in;
    bool const absent = !bot_is_member(in, where) && text.find("<@" + in.app.bot_user) != std::string::npos;
    if (absent)
        whisper(
            in, where, now_here.who.id, thread_ts,
            "You mentioned " + in.app.name + ", which is not in this channel. To add it, type /invite @" +
                in.app.name,
            now_here.now);
}

outcome say_in(situation const& here, channel& where, std::string_view typed)
{
    auto const given = text_of(here.action, "thread_ts");
    auto const* const root = given.empty() ? nullptr : find_root(where, given);
    if (!given.empty() && !root)
        return cannot("That thread is gone.");
    std::string const thread_ts = root ? root->ts : "";
    if (typed.starts_with('/') && thread_ts.empty())
        return run_command(here.in, here.settings, here.who, where, typed, here.now);
    if (typed.starts_with('/')) {
        std::string const command(typed.substr(0, typed.find_first_of(" \n")));
        whisper(
            here.in, where, here.who.id, thread_ts, command + " is not supported in threads. Sorry!",
            here.now);
        return done();
    }
    auto composed = compose(here.in, typed);
    message said;
    said.user = here.who.id;
    said.text = std::move(composed.text);
    said.blocks = std::move(composed.blocks);
    said.thread_ts = thread_ts;
    said.broadcast = !thread_ts.empty() && flag_of(here.action, "broadcast");
    said.client_msg_id = make_id(here.in, "playground-");
    auto const text = said.text;
    auto answer = done();
    answer["ts"] = post(here.in, where, std::move(said), here.now);
    hint_at_invitation(here, where, thread_ts, text);
    return answer;
}

outcome say(situation const& here)
{
    auto* const where = find_channel(here.in, text_of(here.action, "channel"));
    if (!where)
        return cannot("That channel does not exist.");
    auto const typed = trimmed(text_of(here.action, "text"));
    auto const problem = refuse_text(typed);
    return problem.empty() ? say_in(here, *where, typed) : cannot(problem);
}

/// The message that `action` names, if this person wrote it.
std::pair<channel*, message*> find_own(situation const& here)
{
    auto* const where = find_channel(here.in, text_of(here.action, "channel"));
    auto* const found = where ? find_message(*where, text_of(here.action, "ts")) : nullptr;
    bool const own = found && found->user == here.who.id && found->subtype.empty();
    return {where, own ? found : nullptr};
}

outcome edit(situation const& here)
{
    auto const [where, own] = find_own(here);
    if (!own)
        return cannot("You can edit messages of your own only.");
    auto const typed = trimmed(text_of(here.action, "text"));
    auto const problem = refuse_text(typed);
    if (!problem.empty())
        return cannot(problem);
    auto composed = compose(here.in, typed);
    if (composed.text == own->text)
        return done();
    auto content = *own;
    content.text = std::move(composed.text);
    content.blocks = std::move(composed.blocks);
    content.edited_by = here.who.id;
    content.edited_ts = next_ts(here.in, here.now);
    replace(here.in, *where, *own, std::move(content), here.now);
    return done();
}

outcome delete_own(situation const& here)
{
    auto const [where, own] = find_own(here);
    if (!own)
        return cannot("You can delete messages of your own only.");
    remove(here.in, *where, *own, here.now);
    return done();
}

outcome dismiss(situation const& here)
{
    auto* const where = find_channel(here.in, text_of(here.action, "channel"));
    if (!where)
        return cannot("That channel does not exist.");
    auto const found = where->messages.find(std::string(text_of(here.action, "ts")));
    bool const own = found != where->messages.end() && found->second.only_for == here.who.id;
    if (own && !found->second.deleted)
        remove(here.in, *where, found->second, here.now);
    return own ? done() : cannot("That message is gone.");
}

}  // namespace

std::variant<json, interaction>
act(workspace& in, app_settings const& settings, std::string_view person_id, json const& action, instant now)
{
    auto const* const who = find_person(in, person_id);
    if (!who)
        return cannot("There is no such person in this workspace.");
    situation const here{in, settings, *who, action, now};
    auto const type = text_of(action, "type");
    if (type == "say")
        return say(here);
    if (type == "edit")
        return edit(here);
    if (type == "delete")
        return delete_own(here);
    if (type == "dismiss")
        return dismiss(here);
    if (type == "press")
        return press(in, settings, *who, action, now);
    if (type == "submit")
        return submit(in, settings, *who, action, now);
    if (type == "close")
        return close(in, settings, *who, action, now);
    return cannot("This workspace does not know that action.");
}

json finish(
    workspace& in, app_settings const& settings, interaction const& begun, webhook_answer const& answer,
    instant now)
{
    switch (begun.what) {
    case interaction::kind::slash_command: return finish_command(in, settings, begun, answer, now);
    case interaction::kind::block_actions: return finish_press(answer);
    case interaction::kind::view_submission: return finish_submit(in, settings, begun, answer, now);
    case interaction::kind::view_closed: return {{"ok", true}};
    }
    return {{"ok", true}};
}

}  // namespace crossroads::playground
