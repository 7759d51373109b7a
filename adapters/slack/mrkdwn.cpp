#include "slack/mrkdwn.hpp"

#include "assessment/calendar.hpp"
#include "channel/text_length.hpp"

#include <algorithm>

namespace crossroads::slack {
namespace {

constexpr std::string_view zero_width_space = "\xE2\x80\x8B";
constexpr std::string_view blank = " \t";
constexpr std::size_t longest_user_id = 32;

bool is_letter_or_digit(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

bool is_gap(char c)
{
    return c == ' ' || c == '\n' || c == '\t';
}

bool is_user_id(std::string_view id)
{
    return id.size() >= 2 && id.size() <= longest_user_id && (id.front() == 'U' || id.front() == 'W') &&
           std::ranges::all_of(id, [](char c) { return is_letter_or_digit(c) && (c < 'a' || c > 'z'); });
}

std::string_view look_alike(char mark)
{
    switch (mark) {
    case '*': return "\xE2\x88\x97";  // U+2217 asterisk operator
    case '_': return "\xCB\x8D";      // U+02CD modifier letter low macron
    case '~': return "\xE2\x88\xBC";  // U+223C tilde operator
    case '`': return "\xCB\x8B";      // U+02CB modifier letter grave accent
    case '>': return "\xE2\x80\xBA";  // U+203A single right-pointing angle quotation mark
    default: return {};
    }
}

std::string_view entity(char c)
{
    switch (c) {
    case '&': return "&amp;";
    case '<': return "&lt;";
    case '>': return "&gt;";
    default: return {};
    }
}

/// Slack formats from a mark that follows a gap to one that precedes a gap. A mark between letters
/// (snake_case) or between gaps (2 * 3) does neither; at the edges nobody knows what comes next.
bool could_format(std::string_view text, std::size_t at)
{
    if (text[at] == '`' || at == 0 || at + 1 == text.size())
        return true;
    char const before = text[at - 1];
    char const after = text[at + 1];
    bool const inside_word = is_letter_or_digit(before) && is_letter_or_digit(after);
    bool const on_its_own = is_gap(before) && is_gap(after);
    return !inside_word && !on_its_own;
}

bool is_at_line_start(std::string_view written)
{
    auto const last = written.find_last_not_of(blank);
    return last == std::string_view::npos || written[last] == '\n';
}

bool is_markup(std::string_view written, std::string_view text, std::size_t at)
{
    if (text[at] == '>')
        return is_at_line_start(written);
    return !look_alike(text[at]).empty() && could_format(text, at);
}

void append_literal(std::string& written, std::string_view text)
{
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (is_markup(written, text, at))
            written += look_alike(text[at]);
        else if (auto const escaped = entity(text[at]); !escaped.empty())
            written += escaped;
        else
            written += text[at];
    }
}

void append_code(std::string& written, std::string_view text)
{
    for (char const c : text) {
        if (auto const escaped = c == '`' ? look_alike(c) : entity(c); !escaped.empty())
            written += escaped;
        else
            written += c;
    }
}

/// A formatting mark counts only next to a gap: a space without width makes one.
void append_gap(std::string& written)
{
    if (!written.empty() && !is_gap(written.back()) && written.back() != '(' &&
        !written.ends_with(zero_width_space))
        written += zero_width_space;
}

void append_marked_line(std::string& written, char mark, std::string_view line)
{
    auto const first = line.find_first_not_of(blank);
    if (first == std::string_view::npos) {
        written += line;
        return;
    }
    auto const end = line.find_last_not_of(blank) + 1;
    written += line.substr(0, first);
    append_gap(written);
    written += mark;
    auto const core = line.substr(first, end - first);
    if (mark == '`')
        append_code(written, core);
    else
        append_literal(written, core);
    written += mark;
    written += line.substr(end);
}

void append_marked(std::string& written, char mark, std::string_view text)
{
    while (true) {
        auto const line = text.substr(0, text.find('\n'));
        append_marked_line(written, mark, line);
        if (line.size() == text.size())
            return;
        written += '\n';
        text.remove_prefix(line.size() + 1);
    }
}

bool needs_gap_after_mark(char next)
{
    return is_letter_or_digit(next) || static_cast<unsigned char>(next) >= 0x80;
}

std::string shown_text(std::string_view text)
{
    auto shown = clean_text(text);
    std::erase(shown, '\r');
    return shown;
}

bool is_mention(span const& piece)
{
    return piece.how == span::style::person && is_user_id(piece.text);
}

/// Slack shows it in the time zone and the manner of the reader; the text behind the bar is for old programs.
std::string date_markup(std::string_view unix_time, language in)
{
    return std::string("<!date^").append(unix_time).append("^{date_short_pretty}, {time}|") +
           in_utc(unix_time, in) + ">";
}

bool is_moment(span const& piece)
{
    constexpr std::size_t longest_time = 12;
    return piece.how == span::style::moment && !piece.text.empty() && piece.text.size() <= longest_time &&
           std::ranges::all_of(piece.text, [](char c) { return c >= '0' && c <= '9'; });
}

/// Characters that neither end nor divide what stands between `<` and `>`.
bool fits_into_link(std::string_view text)
{
    return std::ranges::all_of(text, [](char c) { return c > ' ' && c < '\x7F' && c != '|' && c != '`'; });
}

bool is_mail_address(std::string_view text)
{
    constexpr std::size_t longest = 80;  // it stands in its markup twice
    return text.size() <= longest && text.find_first_of("&<>:") == std::string_view::npos &&
           text.find('@') != std::string_view::npos && fits_into_link(text);
}

bool is_link(std::string_view text)
{
    constexpr std::size_t longest = 200;
    return is_mail_address(text) ||
           (text.starts_with("https://") && text.size() <= longest && fits_into_link(text));
}

void append_link(std::string& written, std::string_view address)
{
    if (is_mail_address(address)) {
        written.append("<mailto:").append(address).append("|").append(address).append(">");
        return;
    }
    written += '<';
    append_code(written, address);
    written += '>';
}

char mark_of(span::style how)
{
    switch (how) {
    case span::style::strong: return '*';
    case span::style::emphasis: return '_';
    case span::style::code: return '`';
    case span::style::plain:
    case span::style::moment:
    case span::style::link:
    case span::style::person: return '\0';
    }
    return '\0';
}

/// At least what the mrkdwn of one character takes.
std::size_t cost_of(std::string_view text, character const& next)
{
    if (text.front() == '\n')
        return 6;  // the line before it closes its mark, the one after opens it again
    auto const escaped = entity(text.front());
    return escaped.empty() ? next.length : escaped.size();
}

/// How many bytes of `text` fit into `room`, which becomes what is left of it.
std::size_t bytes_that_fit(std::string_view text, std::size_t& room)
{
    std::size_t bytes = 0;
    while (bytes < text.size()) {
        auto const rest = text.substr(bytes);
        auto const next = first_character(rest);
        auto const cost = cost_of(rest, next);
        if (cost > room)
            break;
        room -= cost;
        bytes += next.bytes;
    }
    return bytes;
}

/// Where to end a part: behind the last line or sentence of the second half, else behind the last word.
std::size_t good_end(std::string_view text)
{
    if (auto const line = text.rfind('\n'); line != std::string_view::npos && line >= text.size() / 2)
        return line + 1;
    for (auto at = text.size(); at-- > text.size() / 2;)
        if (at > 0 && text[at] == ' ' && std::string_view(".?!").find(text[at - 1]) != std::string_view::npos)
            return at + 1;
    auto const space = text.rfind(' ');
    return space == std::string_view::npos ? 0 : space + 1;
}

/// Text that means nothing in parts.
bool is_whole(span::style how)
{
    return how == span::style::person || how == span::style::moment || how == span::style::link;
}

/// What the markup of a piece takes besides its text.
std::size_t markup_around(span::style how, std::string_view text)
{
    constexpr std::size_t marks = 4;  // two marks and a gap before and after
    constexpr std::size_t longest_date_markup = 96;
    constexpr std::size_t of_a_mail_link = 10;  // its address stands in it twice
    switch (how) {
    case span::style::moment: return longest_date_markup;
    case span::style::link: return is_mail_address(text) ? of_a_mail_link + text.size() : marks;
    case span::style::plain:
    case span::style::strong:
    case span::style::emphasis:
    case span::style::code:
    case span::style::person: return marks;
    }
    return marks;
}

}  // namespace

std::string mrkdwn(std::string_view text)
{
    std::string written;
    append_literal(written, shown_text(text));
    return written;
}

std::string mrkdwn(prose const& text, language in)
{
    std::string written;
    bool after_mark = false;
    for (auto const& piece : text) {
        auto const shown = shown_text(piece.text);
        if (shown.empty())
            continue;
        char const mark = mark_of(piece.how);
        if (after_mark && mark == '\0' && needs_gap_after_mark(shown.front()))
            append_gap(written);
        if (is_mention(piece))
            written.append("<@").append(shown).append(">");
        else if (is_moment(piece))
            written += date_markup(shown, in);
        else if (piece.how == span::style::link && is_link(shown))
            append_link(written, shown);
        else if (mark == '\0')
            append_literal(written, shown);
        else
            append_marked(written, mark, shown);
        after_mark = mark != '\0';
    }
    return written;
}

prose on_one_line(prose text)
{
    for (auto& piece : text)
        std::ranges::replace(piece.text, '\n', ' ');
    return text;
}

std::vector<prose> split(prose const& text, std::size_t length)
{
    std::vector<prose> parts(1);
    auto room = length;
    auto const start_part = [&] {
        parts.emplace_back();
        room = length;
    };
    for (auto const& [whole, how] : text) {
        std::string_view rest = whole;
        while (!rest.empty()) {
            auto const around = markup_around(how, rest);
            auto left = room > around ? room - around : 0;
            auto end = bytes_that_fit(rest, left);
            if (end < rest.size()) {
                auto const good = is_whole(how) ? 0 : good_end(rest.substr(0, end));
                if (good > 0 || !parts.back().empty())
                    end = good;
            }
            if (end > 0)
                parts.back().push_back({std::string(rest.substr(0, end)), how});
            rest.remove_prefix(end);
            room = left;
            if (!rest.empty())
                start_part();
        }
    }
    return parts;
}

}  // namespace crossroads::slack
