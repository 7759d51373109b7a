#include "assessment/command.hpp"

#include "assessment/calendar.hpp"
#include "assessment/command_name.hpp"
#include "words/text.hpp"

#include <algorithm>
#include <charconv>

namespace crossroads {

namespace {

struct word {
    std::string text;
    bool in_quotes = false;
};

/// The closing mark of a quotation that begins here, or nothing.
std::string_view closing_quote(std::string_view text)
{
    if (text.starts_with('"'))
        return "\"";
    return text.starts_with("“") ? "”" : std::string_view{};
}

/// Takes the first word off the text; words in quotation marks are one.
word take_word(std::string_view& text)
{
    text = trimmed(text);
    auto const closing = closing_quote(text);
    if (!closing.empty()) {
        auto const opening =
            std::string_view{"“"}.size() * (closing == "”" ? 1U : 0U) + (closing == "\"" ? 1U : 0U);
        auto const end = text.find(closing, opening);
        if (end != std::string_view::npos) {
            word quoted{std::string{text.substr(opening, end - opening)}, true};
            text = trimmed(text.substr(end + closing.size()));
            return quoted;
        }
    }
    auto const end = std::min(text.find_first_of(" \n"), text.size());
    word plain{std::string{text.substr(0, end)}, false};
    text = trimmed(text.substr(end));
    return plain;
}

std::optional<int> whole_number(std::string_view text)
{
    int number = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    bool const all = error == std::errc{} && end == text.data() + text.size() && number > 0;
    return all ? std::optional{number} : std::nullopt;
}

/// "<@U123>" and "<@U123|ana>" give "U123".
std::optional<std::string> mentioned(std::string_view text)
{
    if (!text.starts_with("<@") || !text.ends_with('>'))
        return std::nullopt;
    auto const inside = text.substr(2, text.size() - 3);
    auto const user = inside.substr(0, inside.find('|'));
    constexpr std::size_t longest_id = 128;
    return user.empty() || user.size() > longest_id ? std::nullopt : std::optional{std::string{user}};
}

using usage = wrong_usage::problem;

wrong_usage wrong(command_name name, usage what, std::string typed = {})
{
    return {name, what, std::move(typed)};
}

/// A word of a command and the dashes some keyboards make of "--".
std::string option_name(std::string const& text)
{
    for (std::string_view const dashes : {"--", "—", "–"})
        if (text.starts_with(dashes) && text.size() > dashes.size())
            return lower(text.substr(dashes.size()));
    return {};
}

std::optional<wrong_usage> read_people(std::string_view& rest, start_request& into)
{
    auto const first = take_word(rest);
    if (lower(first.text) == "open") {
        into.open_to_all = true;
        return std::nullopt;
    }
    into.open_to_all = false;
    auto next = first;
    while (true) {
        auto const user = mentioned(next.text);
        if (!user)
            return wrong(
                command_name::start, next.text.empty() ? usage::people_value : usage::not_a_person,
                next.text);
        if (std::ranges::count(into.invited, *user) == 0)
            into.invited.push_back(*user);
        if (!rest.starts_with("<@") && !rest.starts_with('@'))
            return std::nullopt;
        next = take_word(rest);
    }
}

/// "3d", "2w" or "2026-06-12".
std::optional<window_request> read_window(std::string_view text)
{
    if (auto const date = read_date(text))
        return window_request{0, *date};
    bool const weeks = text.ends_with('w') || text.ends_with('W');
    if (!weeks && !text.ends_with('d') && !text.ends_with('D'))
        return std::nullopt;
    auto const number = whole_number(text.substr(0, text.size() - 1));
    constexpr int most = 10'000;
    if (!number || *number > most)
        return std::nullopt;
    return window_request{*number * (weeks ? 7 : 1), 0};
}

std::optional<wrong_usage>
read_start_option(std::string const& name, std::string_view& rest, start_request& into)
{
    if (name == "people")
        return read_people(rest, into);
    if (name != "names" && name != "guide" && name != "until")
        return wrong(command_name::start, usage::unknown_option, "--" + name);
    auto const value = take_word(rest).text;
    if (value.empty())
        return wrong(command_name::start, usage::value_missing, "--" + name);
    if (name == "guide") {
        into.guide = value;
        return std::nullopt;
    }
    if (name == "until") {
        into.until = read_window(value);
        return into.until ? std::nullopt
                          : std::optional{wrong(command_name::start, usage::window_value, value)};
    }
    if (lower(value) != "shown" && lower(value) != "hidden")
        return wrong(command_name::start, usage::names_value, value);
    into.names_shown = lower(value) == "shown";
    return std::nullopt;
}

parsed_command read_start(command read, std::string_view rest)
{
    while (!rest.empty()) {
        auto const next = take_word(rest);
        auto const option = next.in_quotes ? std::string{} : option_name(next.text);
        if (!option.empty()) {
            if (auto const problem = read_start_option(option, rest, read.start))
                return *problem;
        } else {
            read.start.product += (read.start.product.empty() ? "" : " ") + next.text;
        }
    }
    if (length(read.start.product) > product_limit)
        return wrong(command_name::start, usage::product_too_long, read.start.product);
    return read;
}

/// A question's number at the start of the text: "4", "Q4" or "4:".
std::optional<std::size_t> take_number(std::string_view& text)
{
    auto rest = text;
    auto first = take_word(rest).text;
    if (first.ends_with(':') && first.size() > 1)
        first.pop_back();
    if ((first.starts_with('q') || first.starts_with('Q')) && first.size() > 1)
        first.erase(0, 1);
    auto const number = whole_number(first);
    if (!number)
        return std::nullopt;
    text = rest;
    return static_cast<std::size_t>(*number);
}

std::string unquoted(std::string_view text)
{
    auto rest = text;
    auto const first = take_word(rest);
    return first.in_quotes && rest.empty() ? first.text : std::string{text};
}

parsed_command read_away(command read, std::string_view rest)
{
    if (lower(rest).starts_with("until"))
        rest = trimmed(rest.substr(std::string_view{"until"}.size()));
    else if (rest.empty())
        return read;
    auto const typed = take_word(rest).text;
    read.until = read_window(typed);
    if (!read.until)
        return wrong(read.name, usage::window_value, typed);
    if (!rest.empty())
        return wrong(read.name, usage::unexpected_text, std::string{rest});
    return read;
}

parsed_command read_person(command read, std::string_view rest)
{
    auto const typed = take_word(rest).text;
    if (typed.empty())
        return wrong(read.name, usage::who_missing);
    auto const user = mentioned(typed);
    if (!user)
        return wrong(read.name, usage::not_a_person, typed);
    if (read.name == command_name::invite)
        read.number = take_number(rest);
    if (!rest.empty())
        return wrong(read.name, usage::unexpected_text, std::string{rest});
    read.user = *user;
    return read;
}

parsed_command read_extend(command read, std::string_view rest)
{
    auto const typed = take_word(rest).text;
    auto const window = read_window(typed);
    if (!window)
        return wrong(read.name, usage::window_value, typed);
    if (!rest.empty())
        return wrong(read.name, usage::unexpected_text, std::string{rest});
    read.window = *window;
    return read;
}

parsed_command read_export(command read, std::string_view rest)
{
    if (rest.empty())
        return read;
    auto const format = export_format_named(lower(rest));
    if (!format)
        return wrong(read.name, usage::export_value, std::string{rest});
    read.format = *format;
    return read;
}

parsed_command read_language(command read, std::string_view rest)
{
    if (rest.empty())
        return read;
    read.spoken = language_named(unquoted(rest));
    if (!read.spoken)
        return wrong(read.name, usage::language_value, std::string{rest});
    return read;
}

parsed_command read_rest(command read, std::string_view rest)
{
    switch (read.name) {
    case command_name::start: return read_start(std::move(read), rest);
    case command_name::invite:
    case command_name::owner: return read_person(std::move(read), rest);
    case command_name::help: read.text = std::string{rest}; return read;
    case command_name::history: read.text = unquoted(rest); return read;
    case command_name::export_it: return read_export(std::move(read), rest);
    case command_name::give_answer:
        read.number = take_number(rest);
        read.text = unquoted(rest);
        return read;
    case command_name::settle:
        read.number = take_number(rest);
        read.text = unquoted(rest);
        if (!read.number)
            return wrong(read.name, usage::number_missing, read.text);
        return read;
    case command_name::concrete:
        read.number = take_number(rest);
        if (!read.number)
            return wrong(read.name, usage::number_missing, std::string{rest});
        break;
    case command_name::skip: read.number = take_number(rest); break;
    case command_name::status:
    case command_name::results:
        read.share = lower(rest) == "share";
        if (read.share)
            rest = {};
        break;
    case command_name::finish:
        read.anyway = lower(rest) == "anyway";
        if (read.anyway)
            rest = {};
        break;
    case command_name::extend: return read_extend(std::move(read), rest);
    case command_name::language: return read_language(std::move(read), rest);
    case command_name::away: return read_away(std::move(read), rest);
    case command_name::remove:
    case command_name::back:
    case command_name::pause:
    case command_name::resume:
    case command_name::cancel:
    case command_name::answers: break;
    }
    if (!rest.empty())
        return wrong(read.name, usage::unexpected_text, std::string{rest});
    return read;
}

/// "#2" before or after the name of the command names an assessment of the channel.
std::optional<int> take_run(std::string_view& rest)
{
    auto after = rest;
    auto const first = take_word(after).text;
    if (!first.starts_with('#'))
        return std::nullopt;
    auto const number = whole_number(std::string_view{first}.substr(1));
    if (number)
        rest = after;
    return number;
}

command named(command_name name, std::optional<int> run)
{
    command read;
    read.name = name;
    read.run = run;
    return read;
}

}  // namespace

parsed_command parse_command(std::string_view text)
{
    auto rest = trimmed(text);
    auto run = take_run(rest);
    if (rest.empty())
        return no_command{run};
    auto const first = take_word(rest);
    if (lower(first.text) == "my" && lower(rest).starts_with("answers")) {
        rest = trimmed(rest.substr(std::string_view{"answers"}.size()));
        return read_rest(named(command_name::answers, run), rest);
    }
    auto const found = find_command(first.text);
    if (auto const* unknown = std::get_if<unknown_command>(&found))
        return *unknown;
    if (auto const* ambiguous = std::get_if<ambiguous_command>(&found))
        return *ambiguous;
    auto const name = std::get<command_name>(found);
    if (!run && name != command_name::start)  // a product may be called "#2"
        run = take_run(rest);
    return read_rest(named(name, run), rest);
}

}  // namespace crossroads
