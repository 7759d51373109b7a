#include "teams/card_text.hpp"

#include "channel/text_length.hpp"
#include "words/catalogue.hpp"
#include "words/dates.hpp"
#include "words/text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <utility>

namespace crossroads::teams {
namespace {

constexpr std::string_view nothing_wide = "\xE2\x80\x8B";  // U+200B
constexpr std::string_view hard_space = "\xC2\xA0";        // U+00A0

// Marks that markdown reads anywhere, and what looks like them.
constexpr std::array<std::pair<char, std::string_view>, 7> looks_like = {{
    {'*', "\xE2\x88\x97"},   // U+2217
    {'_', "\xEF\xBC\xBF"},   // U+FF3F
    {'`', "\xCB\x8B"},       // U+02CB
    {'~', "\xE2\x88\xBC"},   // U+223C
    {'[', "\xEF\xBC\xBB"},   // U+FF3B
    {'<', "\xE2\x80\xB9"},   // U+2039
    {'\\', "\xEF\xBC\xBC"},  // U+FF3C
}};

std::optional<std::int64_t> time_in(span const& one)
{
    std::int64_t at = 0;
    auto const* const end = one.text.data() + one.text.size();
    auto const [stop, problem] = std::from_chars(one.text.data(), end, at);
    constexpr std::int64_t end_of_9999 = 253'402'300'799;
    if (problem != std::errc() || stop != end || at < 0 || at > end_of_9999)
        return std::nullopt;
    return at;
}

std::string two_digits(std::int64_t number)
{
    return (number < 10 ? "0" : "") + std::to_string(number);
}

/// "2026-11-23T16:05:00Z"
std::string iso_time(std::int64_t at)
{
    auto const day = calendar_day_of(at);
    auto const second = at % 86'400;
    return std::to_string(day.year) + "-" + two_digits(day.month) + "-" + two_digits(day.day) + "T" +
           two_digits(second / 3'600) + ":" + two_digits(second / 60 % 60) + ":" + two_digits(second % 60) +
           "Z";
}

std::string name_of(std::string const& user, people_names const& names, language in)
{
    auto const known = names.find(user);
    return known == names.end() || known->second.empty() ? words_in(in).phrases.a_teammate.text()
                                                         : known->second;
}

std::string shown_text(span const& one, people_names const& names, language in)
{
    if (one.how == span::style::person)
        return name_of(one.text, names, in);
    auto const at = one.how == span::style::moment ? time_in(one) : std::nullopt;
    return at ? day_of(*at, in) : one.text;
}

/// "{{DATE(…)}}" is a function wherever it stands.
std::string without_functions(std::string text)
{
    for (auto at = text.find("{{"); at != std::string::npos; at = text.find("{{", at))
        text.insert(at + 1, nothing_wide);
    return text;
}

/// Where a run that is a link leads; empty: nowhere. Only to the web, or to a mailbox.
std::string target_of(span const& one)
{
    constexpr std::size_t longest = 200;
    bool const is_fit = one.how == span::style::link && one.text.size() <= longest &&
                        std::ranges::all_of(one.text, [](char c) { return c > ' ' && c < 0x7F && c != '"'; });
    if (!is_fit)
        return {};
    if (one.text.starts_with("https://"))
        return one.text;
    bool const is_mail =
        one.text.find('@') != std::string::npos && one.text.find_first_of("<>:?&") == std::string::npos;
    return is_mail ? "mailto:" + one.text : std::string();
}

json text_run(span const& one, people_names const& names, text_look look, language in)
{
    json run = {{"type", "TextRun"}, {"text", without_functions(clean_text(shown_text(one, names, in)))}};
    if (one.how == span::style::strong || one.how == span::style::person)
        run["weight"] = "Bolder";
    if (one.how == span::style::emphasis)
        run["italic"] = true;
    if (one.how == span::style::code)
        run["fontType"] = "Monospace";
    if (auto target = target_of(one); !target.empty())
        run["selectAction"] = {{"type", "Action.OpenUrl"}, {"url", std::move(target)}};
    if (look == text_look::small) {
        run["isSubtle"] = true;
        run["size"] = "Small";
    }
    return run;
}

/// Only a TextBlock knows the reader's time zone.
std::string markdown_text(prose const& line, people_names const& names, language in)
{
    std::string text;
    for (auto const& one : line) {
        if (auto const at = one.how == span::style::moment ? time_in(one) : std::nullopt) {
            auto const time = iso_time(*at);
            text.append("{{DATE(").append(time).append(",SHORT)}} {{TIME(").append(time).append(")}}");
            continue;
        }
        bool const bold = one.how == span::style::strong || one.how == span::style::person;
        auto const shown = without_markdown(shown_text(one, names, in));
        auto const inner = trimmed(shown);
        if (!bold || inner.empty()) {
            text += shown;
            continue;
        }
        auto const before = shown.substr(0, shown.find(inner));
        text.append(before).append("**").append(inner).append("**");
        text.append(shown.substr(before.size() + inner.size()));
    }
    return text;
}

/// "1." or "2)", which would begin a list.
bool is_number_of_a_list(std::string_view text)
{
    auto const digits = text.find_first_not_of("0123456789");
    return digits != 0 && digits != std::string_view::npos && digits + 1 == text.size() &&
           (text.back() == '.' || text.back() == ')');
}

/// "&lt;" and the like.
bool is_entity(std::string_view text)
{
    constexpr std::string_view of_a_name = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789#";
    auto const end = text.find_first_not_of(of_a_name, 1);
    return end != std::string_view::npos && end > 1 && text[end] == ';';
}

std::vector<prose> lines_of(prose const& text)
{
    std::vector<prose> lines(1);
    for (auto const& one : text) {
        std::string_view rest = one.text;
        for (auto end = rest.find('\n'); end != std::string_view::npos; end = rest.find('\n')) {
            lines.back().push_back({std::string(rest.substr(0, end)), one.how});
            lines.emplace_back();
            rest.remove_prefix(end + 1);
        }
        lines.back().push_back({std::string(rest), one.how});
    }
    for (auto& line : lines)
        std::erase_if(line, [](span const& one) { return one.text.empty(); });
    std::erase_if(lines, [](prose const& line) {
        return std::ranges::all_of(line, [](span const& one) { return trimmed(one.text).empty(); });
    });
    return lines;
}

json line_element(prose const& line, people_names const& names, text_look look, language in)
{
    bool const has_moment =
        std::ranges::any_of(line, [](span const& one) { return one.how == span::style::moment; });
    if (has_moment) {
        json block = {{"type", "TextBlock"}, {"text", markdown_text(line, names, in)}, {"wrap", true}};
        if (look == text_look::small) {
            block["isSubtle"] = true;
            block["size"] = "Small";
        }
        return block;
    }
    auto runs = json::array();
    for (auto const& one : line)
        runs.push_back(text_run(one, names, look, in));
    return {{"type", "RichTextBlock"}, {"inlines", std::move(runs)}};
}

}  // namespace

std::vector<json> text_elements(prose const& text, people_names const& names, text_look look, language in)
{
    std::vector<json> elements;
    for (auto const& line : lines_of(text)) {
        elements.push_back(line_element(line, names, look, in));
        if (elements.size() > 1)
            elements.back()["spacing"] = "Small";
    }
    return elements;
}

std::vector<json>
item_elements(prose const& text, people_names const& names, std::string const& mark, language in)
{
    prose marked = {plain(mark)};
    marked.insert(marked.end(), text.begin(), text.end());
    auto elements = text_elements(marked, names, text_look::normal, in);
    for (auto& one : elements)
        one["spacing"] = "Small";
    return elements;
}

json heading_element(std::string_view text)
{
    return {{"type", "TextBlock"}, {"text", without_markdown(text)},
            {"size", "Large"},     {"weight", "Bolder"},
            {"wrap", true},        {"style", "heading"}};
}

std::string without_markdown(std::string_view text)
{
    std::string safe;
    auto const plain = without_functions(clean_text(text));
    std::size_t line_begin = 0;
    for (std::size_t at = 0; at < plain.size(); ++at) {
        char const c = plain[at];
        auto const line = std::string_view(safe).substr(line_begin);
        auto const mark = std::ranges::find(looks_like, c, &std::pair<char, std::string_view>::first);
        bool const opens_block =
            trimmed(line).empty() && std::string_view("#>-+=").find(c) != std::string_view::npos;
        if (opens_block)
            safe.append(nothing_wide);
        if (mark != looks_like.end())
            safe += mark->second;
        else if (c == ' ' && is_number_of_a_list(trimmed(line)))
            safe += hard_space;
        else
            safe += c;
        if (c == '&' && is_entity(std::string_view(plain).substr(at)))
            safe.append(nothing_wide);
        if (c == '\n')
            line_begin = safe.size();
    }
    return safe;
}

std::string as_plain_text(prose const& text, people_names const& names, language in)
{
    std::string shown;
    for (auto const& one : text)
        shown += shown_text(one, names, in);
    return clean_text(shown);
}

}  // namespace crossroads::teams
