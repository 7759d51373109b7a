#include "playground/composed_text.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace crossroads::playground {
namespace {

/// A run of plain text, or one thing with a meaning of its own.
struct piece {
    enum class kind { text, user, channel, link, broadcast } what = kind::text;
    std::string content;  // text or URL as typed, or an id
    std::string name;     // of the person or channel
    std::size_t length = 0;
};

bool is_word(char c)
{
    auto const byte = static_cast<unsigned char>(c);
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           byte >= 0x80U;
}

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// Whether `rest` starts with the whole word `name`, whatever the case.
bool starts_with_name(std::string_view rest, std::string_view name)
{
    bool const same =
        rest.size() >= name.size() && std::ranges::equal(rest.substr(0, name.size()), name, {}, lower, lower);
    return same && !name.empty() && (rest.size() == name.size() || !is_word(rest[name.size()]));
}

void keep_longer(piece& found, piece::kind what, std::string_view id, std::string_view name)
{
    if (name.size() + 1 > found.length)
        found = {what, std::string(id), std::string(name), name.size() + 1};
}

/// `rest` starts with '@'.
piece mention_at(workspace const& in, std::string_view rest)
{
    piece found;
    auto const after = rest.substr(1);
    for (auto const& one : in.people)
        for (auto const* name : {&one.name, &one.real_name})
            if (starts_with_name(after, *name))
                keep_longer(found, piece::kind::user, one.id, *name);
    if (starts_with_name(after, in.app.name))
        keep_longer(found, piece::kind::user, in.app.bot_user, in.app.name);
    for (auto const* word : {"here", "channel", "everyone"})
        if (starts_with_name(after, word))
            keep_longer(found, piece::kind::broadcast, word, word);
    return found;
}

/// `rest` starts with '#'.
piece channel_at(workspace const& in, std::string_view rest)
{
    piece found;
    for (auto const& one : in.channels)
        if (starts_with_name(rest.substr(1), one.name))
            keep_longer(found, piece::kind::channel, one.id, one.name);
    return found;
}

piece link_at(std::string_view rest)
{
    auto const scheme = rest.starts_with("https://") ? 8U : rest.starts_with("http://") ? 7U : 0U;
    if (scheme == 0)
        return {};
    auto url = rest.substr(0, rest.find_first_of(" \t\r\n<>\"|"));
    while (url.size() > scheme && std::string_view(".,;:!?)'").find(url.back()) != std::string_view::npos)
        url.remove_suffix(1);
    if (url.size() == scheme)
        return {};
    return {piece::kind::link, std::string(url), "", url.size()};
}

piece piece_at(workspace const& in, std::string_view rest)
{
    switch (rest.front()) {
    case '@': return mention_at(in, rest);
    case '#': return channel_at(in, rest);
    case 'h': return link_at(rest);
    default: return {};
    }
}

std::vector<piece> split(workspace const& in, std::string_view typed)
{
    std::vector<piece> pieces;
    bool after_word = false;
    while (!typed.empty()) {
        auto found = after_word ? piece{} : piece_at(in, typed);
        if (found.length == 0) {
            if (pieces.empty() || pieces.back().what != piece::kind::text)
                pieces.emplace_back();
            pieces.back().content += typed.front();
            found.length = 1;
        } else {
            pieces.push_back(found);
        }
        after_word = is_word(typed[found.length - 1]);
        typed.remove_prefix(found.length);
    }
    return pieces;
}

std::string escaped(std::string_view plain)
{
    std::string text;
    text.reserve(plain.size());
    for (char const c : plain) {
        switch (c) {
        case '&': text += "&amp;"; break;
        case '<': text += "&lt;"; break;
        case '>': text += "&gt;"; break;
        default: text += c;
        }
    }
    return text;
}

std::string as_text(piece const& one, bool with_names)
{
    switch (one.what) {
    case piece::kind::text: return escaped(one.content);
    case piece::kind::user: return "<@" + one.content + (with_names ? '|' + one.name : "") + '>';
    case piece::kind::channel: return "<#" + one.content + '|' + one.name + '>';
    case piece::kind::link: return '<' + escaped(one.content) + '>';
    case piece::kind::broadcast: return "<!" + one.content + '>';
    }
    return {};
}

json as_element(piece const& one)
{
    switch (one.what) {
    case piece::kind::text: return {{"type", "text"}, {"text", one.content}};
    case piece::kind::user: return {{"type", "user"}, {"user_id", one.content}};
    case piece::kind::channel: return {{"type", "channel"}, {"channel_id", one.content}};
    case piece::kind::link: return {{"type", "link"}, {"url", one.content}};
    case piece::kind::broadcast: return {{"type", "broadcast"}, {"range", one.content}};
    }
    return {};
}

/// What "<…>" was typed as; `inside` is what stands between the brackets.
std::string typed_as(workspace const& in, std::string_view inside)
{
    auto const bar = std::min(inside.find('|'), inside.size());
    auto const target = inside.substr(0, bar);
    if (target.starts_with('@')) {
        auto const* const found = find_person(in, target.substr(1));
        return '@' + (found ? found->name : in.app.name);
    }
    if (target.starts_with('#')) {
        auto const* const found = find_channel(in, target.substr(1));
        return '#' + (found ? found->name : std::string(target.substr(1)));
    }
    if (target.starts_with('!'))
        return '@' + std::string(target.substr(1));
    return std::string(target);
}

void replace_all(std::string& text, std::string_view from, std::string_view to)
{
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
}

}  // namespace

composed_text compose(workspace const& in, std::string_view typed)
{
    composed_text composed;
    json elements = json::array();
    for (auto const& one : split(in, typed)) {
        composed.text += as_text(one, false);
        elements.push_back(as_element(one));
    }
    composed.blocks = json::array(
        {{{"type", "rich_text"},
          {"elements", json::array({{{"type", "rich_text_section"}, {"elements", std::move(elements)}}})}}});
    return composed;
}

std::string compose_command_text(workspace const& in, std::string_view typed)
{
    std::string text;
    for (auto const& one : split(in, typed))
        text += as_text(one, true);
    return text;
}

std::string decompose(workspace const& in, std::string_view text)
{
    std::string typed;
    while (!text.empty()) {
        auto const open = std::min(text.find('<'), text.size());
        typed += text.substr(0, open);
        text.remove_prefix(open);
        auto const close = text.find('>');
        if (text.empty() || close == std::string_view::npos) {
            typed += text;
            break;
        }
        typed += typed_as(in, text.substr(1, close - 1));
        text.remove_prefix(close + 1);
    }
    replace_all(typed, "&lt;", "<");
    replace_all(typed, "&gt;", ">");
    replace_all(typed, "&amp;", "&");
    return typed;
}

}  // namespace crossroads::playground
