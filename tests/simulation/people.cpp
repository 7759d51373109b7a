#include "simulation/people.hpp"

#include "simulation/fake_slack.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

namespace crossroads::simulation {
namespace {

using nlohmann::json;
using playground::field_of;
using playground::text_of;

struct here {
    random_source& random;
    playground::workspace const& in;
    std::string const& person;
    std::string channel;
};

template <class List>
auto const& one_of(random_source& random, List const& list)
{
    return list[random.below(list.size())];
}

struct usable_element {
    json const* block;
    json const* element;
};

std::vector<usable_element> elements_of(json const& blocks)
{
    std::vector<usable_element> found;
    for (auto const& block : blocks) {
        for (auto const* place : {"accessory", "element"})
            if (block.contains(place) && block[place].contains("action_id"))
                found.push_back({&block, &block[place]});
        if (text_of(block, "type") == "actions")
            for (auto const& element : field_of(block, "elements"))
                found.push_back({&block, &element});
    }
    return found;
}

std::string some_words(here const& at)
{
    static constexpr std::array sentences = {
        "Clinics rebook a missed appointment with us", "9 clinics booked 410 appointments last month",
        "Two people do the rest by hand every Friday", "Nobody has asked for the report since May"};
    return one_of(at.random, sentences) + (" " + mark_of(at.channel)) + " " +
           std::to_string(at.random.below(100));
}

/// What a person enters into this element; null for none.
json entered(here const& at, json const& element)
{
    auto const type = text_of(element, "type");
    if (type == "plain_text_input")
        return at.random.one_in(12) ? json(nullptr) : json(some_words(at));
    auto const& options = field_of(element, "options");
    if (options.empty())
        return nullptr;
    if (type != "checkboxes")
        return one_of(at.random, options)["value"];
    json ticked = json::array();
    for (auto const& option : options)
        if (at.random.one_in(3))
            ticked.push_back(option["value"]);
    return ticked;
}

json inputs_for(here const& at, json const& blocks)
{
    json inputs = json::object();
    for (auto const& [block, element] : elements_of(blocks)) {
        auto const type = text_of(*element, "type");
        if (type == "button" || type == "overflow")
            continue;
        inputs[std::string(text_of(*block, "block_id"))][std::string(text_of(*element, "action_id"))] =
            entered(at, *element);
    }
    return inputs;
}

/// A tap on one of these blocks' elements; null when there is none to tap.
json tap_on(here const& at, json const& blocks)
{
    std::vector<usable_element> tappable;
    for (auto const& one : elements_of(blocks)) {
        bool const ends = text_of(*one.element, "action_id").find("cancel") != std::string_view::npos;
        if (text_of(*one.block, "type") != "input" && (!ends || at.random.one_in(8)))
            tappable.push_back(one);
    }
    if (tappable.empty())
        return nullptr;
    auto const [block, element] = one_of(at.random, tappable);
    return {
        {"type", "press"},
        {"block_id", text_of(*block, "block_id")},
        {"action_id", text_of(*element, "action_id")},
        {"value", entered(at, *element)},
        {"inputs", inputs_for(at, blocks)}};
}

/// In the window this person sees.
json use_window(here at, playground::modal const& window)
{
    auto const kept = json::parse(text_of(window.view, "private_metadata"), nullptr, false);
    at.channel = text_of(kept, "channel");  // where it was opened
    auto const& blocks = field_of(window.view, "blocks");
    auto const kind = at.random.below(10);
    json action = {{"type", kind == 0 ? "close" : "submit"}, {"inputs", inputs_for(at, blocks)}};
    if (kind < 3 && kind > 0)
        if (auto tap = tap_on(at, blocks); !tap.is_null())
            action = std::move(tap);
    action["view_id"] = window.id;
    return action;
}

std::vector<playground::message const*> messages_of(here const& at, bool from_the_bot)
{
    std::vector<playground::message const*> seen;
    auto const* const where = find_channel(at.in, at.channel);
    auto const& author = from_the_bot ? at.in.app.bot_user : at.person;
    for (auto const& [ts, one] : where->messages)
        if (!one.deleted && one.user == author && (one.only_for.empty() || one.only_for == at.person))
            seen.push_back(&one);
    return seen;
}

json tap_a_card(here const& at)
{
    auto const seen = messages_of(at, true);
    constexpr std::size_t newest = 5;
    auto const back = at.random.below(at.random.one_in(4) ? seen.size() : std::min(seen.size(), newest));
    auto const& card = *seen[seen.size() - 1 - back];
    auto tap = tap_on(at, card.blocks);
    if (tap.is_null())
        return nullptr;
    tap["channel"] = at.channel;
    tap["ts"] = card.ts;
    return tap;
}

std::string reply_text(here const& at)
{
    auto const number = std::to_string(1 + at.random.below(21));
    auto choice = std::to_string(1 + at.random.below(4));
    switch (at.random.below(6)) {
    case 0: return number + ": " + choice;
    case 1: return number + ": " + choice + ", " + std::to_string(1 + at.random.below(4));
    case 2: return choice;
    case 3: return number + ": " + some_words(at);
    case 4: return "skip";
    default: return some_words(at);
    }
}

json say(here const& at, std::string text, std::string_view thread = {})
{
    json action = {{"type", "say"}, {"channel", at.channel}, {"text", std::move(text)}};
    if (!thread.empty())
        action["thread_ts"] = thread;
    return action;
}

json reply_in_thread(here const& at)
{
    std::vector<playground::message const*> roots;
    for (auto const* one : messages_of(at, true))
        if (one->thread_ts.empty() && one->only_for.empty())
            roots.push_back(one);
    if (roots.empty())
        return nullptr;
    auto const& root = *roots[at.random.one_in(3) ? at.random.below(roots.size()) : roots.size() - 1];
    if (at.random.one_in(8))
        return say(at, at.random.one_in(2) ? "@Crossroads status" : "@Crossroads skip", root.ts);
    return say(at, reply_text(at), root.ts);
}

json change_a_reply(here const& at)
{
    std::vector<playground::message const*> own;
    for (auto const* one : messages_of(at, false))
        if (!one->thread_ts.empty())
            own.push_back(one);
    if (own.empty())
        return nullptr;
    auto const& chosen = *one_of(at.random, own);
    json action = {{"channel", at.channel}, {"ts", chosen.ts}, {"type", "delete"}};
    if (at.random.one_in(3))
        return action;
    action["type"] = "edit";
    action["text"] = reply_text(at);
    return action;
}

json start(here const& at)
{
    auto const product = " Product " + mark_of(at.channel);
    if (at.random.one_in(3))
        return say(at, "@Crossroads start" + product);
    return say(at, "/assess start" + product);
}

json give_command(here const& at)
{
    static constexpr std::array commands = {
        "status",       "status share", "answers", "skip",          "pause",
        "resume",       "results",      "finish",  "finish anyway", "help",
        "invite @Dana", "owner @Ben",   "start",   "export json",   ""};
    std::string const text = one_of(at.random, commands);
    if (text == "start")
        return start(at);
    return say(at, (at.random.one_in(5) ? "@Crossroads " : "/assess ") + text);
}

}  // namespace

json next_action(
    random_source& random, playground::workspace const& in, std::string const& person,
    std::string const& channel)
{
    here const at{random, in, person, channel};
    auto const window = in.modals.find(person);
    bool const in_a_window = window != in.modals.end() && !window->second.open.empty();
    if (in_a_window && !random.one_in(5))
        return use_window(at, window->second.open.back());
    bool const direct = channel.starts_with("D");  // the bot reads nothing there, its buttons work
    if (messages_of(at, true).empty())
        return direct ? json() : start(at);
    if (direct)
        return tap_a_card(at);
    auto const kind = random.below(100);
    if (kind < 55)
        return tap_a_card(at);
    if (kind < 80)
        return reply_in_thread(at);
    if (kind < 87)
        return change_a_reply(at);
    return give_command(at);
}

}  // namespace crossroads::simulation
