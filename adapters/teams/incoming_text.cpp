#include "teams/incoming_text.hpp"

#include "channel/text_length.hpp"
#include "words/text.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace crossroads::teams {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 6> escapes = {{
    {"&amp;", "&"},
    {"&lt;", "<"},
    {"&gt;", ">"},
    {"&quot;", "\""},
    {"&#39;", "'"},
    {"&nbsp;", " "},
}};

constexpr std::size_t most_mentions = 50;

constexpr std::array<std::string_view, 6> blanks = {" ", "\t", "\r", "\n", "\xC2\xA0", "&nbsp;"};

struct mention {
    std::string id;
    std::string text;  // as it stands in the message: "<at>Ana</at>"
};

std::vector<mention> mentions_in(activity const& said)
{
    std::vector<mention> found;
    for (auto const& entity : array_member(said.body, "entities")) {
        auto const& whom = member(entity, "mentioned");
        auto const& id = text_member(whom, "id");
        if (text_member(entity, "type") != "mention" || id.empty())
            continue;
        if (found.size() == most_mentions)
            break;
        auto text = text_member(entity, "text");
        if (text.empty() && !text_member(whom, "name").empty())
            text = "<at>" + text_member(whom, "name") + "</at>";
        found.push_back({id, std::move(text)});
    }
    return found;
}

/// The name in `<at id="0">Ana</at>`; empty if it is none.
std::string_view name_in(std::string_view at)
{
    auto const open = at.find('>');
    auto const close = at.rfind("</");
    if (!at.starts_with("<") || open == std::string_view::npos || close == std::string_view::npos ||
        close < open)
        return {};
    return at.substr(open + 1, close - open - 1);
}

/// Where `<at …>name</at>` stands in `text`, whatever the attributes; npos when it does not.
std::pair<std::size_t, std::size_t>
find_element(std::string_view text, std::string_view name, std::size_t from)
{
    constexpr std::string_view end_mark = "</at>";
    for (auto at = text.find("<at", from); at != std::string_view::npos; at = text.find("<at", at + 1)) {
        auto const open = text.find('>', at);
        bool const is_element = open != std::string_view::npos && (open == at + 3 || text[at + 3] == ' ');
        if (!is_element || !text.substr(open + 1).starts_with(name) ||
            !text.substr(open + 1 + name.size()).starts_with(end_mark))
            continue;
        return {at, open + 1 + name.size() + end_mark.size() - at};
    }
    return {std::string_view::npos, 0};
}

/// Every occurrence of a mention, letters compared without case, becomes `instead`.
std::string replaced(std::string text, mention const& what, std::string_view instead)
{
    if (what.text.empty())
        return text;
    auto const wanted = lower(what.text);
    auto const name = lower(name_in(what.text));
    std::string result;
    auto low = lower(text);
    std::size_t from = 0;
    for (;;) {
        auto at = low.find(wanted, from);
        auto length = wanted.size();
        if (!name.empty())
            if (auto const [other, other_length] = find_element(low, name, from); other < at) {
                at = other;
                length = other_length;
            }
        if (at == std::string::npos)
            break;
        result.append(text, from, at - from).append(instead);
        from = at + length;
    }
    return result.append(text, from, std::string::npos);
}

std::string_view without_blanks_around(std::string_view text)
{
    for (bool changed = true; changed;) {
        changed = false;
        for (auto const blank : blanks) {
            if (text.starts_with(blank)) {
                text.remove_prefix(blank.size());
                changed = true;
            }
            if (text.ends_with(blank)) {
                text.remove_suffix(blank.size());
                changed = true;
            }
        }
    }
    return text;
}

std::string unescaped(std::string_view text)
{
    std::string plain;
    plain.reserve(text.size());
    while (!text.empty()) {
        auto const escape =
            std::ranges::find_if(escapes, [&](auto const& one) { return text.starts_with(one.first); });
        if (escape == escapes.end()) {
            plain += text.front();
            text.remove_prefix(1);
        } else {
            plain += escape->second;
            text.remove_prefix(escape->first.size());
        }
    }
    return plain;
}

}  // namespace

bool mentions_us(activity const& said)
{
    return std::ranges::any_of(mentions_in(said), [&](mention const& one) { return one.id == said.bot; });
}

std::string text_without_us(activity const& said)
{
    auto text = text_member(said.body, "text");
    for (auto const& one : mentions_in(said))
        if (one.id == said.bot)
            text = replaced(std::move(text), one, "");
    return std::string(without_blanks_around(text));
}

std::string plain_text_of(activity const& said)
{
    auto text = text_without_us(said);
    for (auto const& one : mentions_in(said))
        if (one.id != said.bot)
            text = replaced(std::move(text), one, "<@" + one.id + ">");
    return clean_text(unescaped(text));
}

std::string without_command_name(std::string text, std::string_view command)
{
    auto const low = lower(text);
    for (auto name : {lower(command), lower(command.substr(std::min<std::size_t>(1, command.size())))}) {
        if (name.empty() || !low.starts_with(name))
            continue;
        if (low.size() == name.size())
            return {};
        if (low[name.size()] == ' ')
            return std::string(trimmed(std::string_view(text).substr(name.size())));
    }
    return text;
}

}  // namespace crossroads::teams
