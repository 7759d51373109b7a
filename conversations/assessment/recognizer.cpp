#include "assessment/recognizer.hpp"

#include "words/text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

namespace crossroads {

namespace {

using words = std::vector<std::string>;

std::string joined(words const& parts)
{
    std::string line;
    for (auto const& part : parts)
        line += (line.empty() ? "" : " ") + part;
    return line;
}

bool is_one_of(std::string const& line, auto const& phrases)
{
    return std::ranges::find(phrases, line) != phrases.end();
}

// What people type, in every language at once: nobody should have to know in which one they were asked.

constexpr auto unknown_phrases = std::to_array<std::string_view>(
    {"do not know",
     "dont know",
     "i do not know",
     "i dont know",
     "we do not know",
     "we dont know",
     "dk",
     "dunno",
     "no idea",
     "not sure",
     "unknown",
     "idk",
     "i am not sure",
     "weiß nicht",
     "weiss nicht",
     "ich weiß nicht",
     "ich weiss nicht",
     "weiß ich nicht",
     "weiss ich nicht",
     "wissen wir nicht",
     "wir wissen es nicht",
     "keine ahnung",
     "unbekannt",
     "nicht sicher",
     "bin nicht sicher"});
constexpr auto skip_phrases = std::to_array<std::string_view>(
    {"skip", "pass", "skip it", "skip this", "überspringen", "bitte überspringen", "auslassen", "passe"});

/// Words that introduce an answer or part its pieces, and say nothing themselves.
constexpr auto filler = std::to_array<std::string_view>(
    {"i",       "think",  "would",      "say",    "id",      "we",     "probably", "maybe",
     "and",     "option", "options",    "number", "numbers", "answer", "its",      "it",
     "is",      "both",   "plus",       "ich",    "denke",   "wir",    "nummer",   "und",
     "antwort", "wohl",   "vielleicht", "auch",   "sowie",   "beide",  "nummern"});

/// Words too common to tell one option from another on their own.
constexpr auto common = std::to_array<std::string_view>(
    {"a",    "all",  "an",   "and",  "are",  "as",  "at",   "by",  "can",  "for",   "have",   "in",
     "is",   "it",   "know", "most", "no",   "not", "of",   "on",  "one",  "or",    "our",    "show",
     "so",   "some", "the",  "to",   "us",   "we",  "with", "yes", "alle", "das",   "dem",    "den",
     "der",  "des",  "die",  "ein",  "eine", "es",  "für",  "gut", "im",   "ist",   "ja",     "mit",
     "noch", "nur",  "oder", "uns",  "und",  "von", "wir",  "zu",  "zur",  "nicht", "warnung"});

constexpr auto question_words = std::to_array<std::string_view>({"question", "q", "frage", "f"});

bool is_number(std::string const& word)
{
    return !word.empty() && word.size() <= 3 && word.find_first_not_of("0123456789") == std::string::npos;
}

bool is_letter(std::string const& word)
{
    return word.size() == 1 && word[0] >= 'a' && word[0] <= 'z';
}

std::size_t to_number(std::string const& word)
{
    std::size_t number = 0;
    std::from_chars(word.data(), word.data() + word.size(), number);
    return number;
}

/// An answer of several pieces, one for each option named.
struct pieces {
    std::vector<std::string> options;
    std::optional<unclear> problem;
};

void add(pieces& into, question const& asked, std::size_t place, std::string const& typed)
{
    if (place == 0 || place > asked.options.size())
        into.problem = unclear{unclear::why::no_such_option, typed};
    else
        into.options.push_back(asked.options[place - 1].id);
}

/// "1, 4", "1 and 4", "a c": nothing but numbers, or nothing but letters.
std::optional<pieces> by_place(question const& asked, words const& said)
{
    words places;
    std::ranges::copy_if(said, std::back_inserter(places), [](auto const& word) {
        return !is_one_of(word, filler) || is_letter(word);
    });
    // "i" is the ninth option only when nothing else it could be was said
    if (places.size() > 1)
        std::erase(places, "i");
    bool const numbers = !places.empty() && std::ranges::all_of(places, is_number);
    bool const letters = !places.empty() && std::ranges::all_of(places, is_letter);
    if (!numbers && !letters)
        return std::nullopt;
    pieces found;
    for (auto const& place : places)
        add(found, asked, numbers ? to_number(place) : static_cast<std::size_t>(place[0] - 'a') + 1, place);
    return found;
}

bool says_label(words const& said, words const& label)
{
    // Not std::ranges::search: clang 14 does not compile it.
    return label.size() > 1 &&
           std::search(said.begin(), said.end(), label.begin(), label.end()) != said.end();
}

/// All words occur in the label, one of them a word of weight.
bool abridges_label(words const& said, words const& label)
{
    auto const in_label = [&](auto const& word) { return std::ranges::count(label, word) > 0; };
    auto const weighty = [](auto const& word) { return !is_one_of(word, common); };
    return !said.empty() && std::ranges::all_of(said, in_label) && std::ranges::any_of(said, weighty);
}

/// The options a text names by their words: an id, a whole label, or some words of just one label.
std::vector<std::string> named_by_words(question const& asked, words const& said)
{
    std::vector<std::string> whole;
    std::vector<std::string> part;
    for (auto const& option : asked.options) {
        auto const label = words_of(option.label);
        if (said == label || (said.size() == 1 && said.front() == option.id))
            return {option.id};
        if (says_label(said, label))
            whole.push_back(option.id);
        if (abridges_label(said, label))
            part.push_back(option.id);
    }
    return whole.empty() ? part : whole;
}

/// The text at commas, semicolons, line ends, "and" and "und".
std::vector<words> split(std::string_view text)
{
    std::vector<words> parts;
    while (!text.empty()) {
        auto const end = std::min(text.find_first_of(",;\n"), text.size());
        words part;
        for (auto& word : words_of(text.substr(0, end))) {
            if (word != "and" && word != "und") {
                part.push_back(std::move(word));
            } else if (!part.empty()) {
                parts.push_back(std::move(part));
                part.clear();
            }
        }
        if (!part.empty())
            parts.push_back(std::move(part));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return parts;
}

std::optional<pieces> by_parts(question const& asked, std::string_view text)
{
    pieces found;
    for (auto const& part : split(text)) {
        auto places = by_place(asked, part);
        auto const named = places ? places->options : named_by_words(asked, part);
        if (places && places->problem)
            return places;
        if (named.empty())
            return std::nullopt;
        if (named.size() > 1 && !places)
            return pieces{{}, unclear{unclear::why::several_fit, joined(part)}};
        std::ranges::copy(named, std::back_inserter(found.options));
    }
    return found.options.empty() ? std::nullopt : std::optional{found};
}

std::optional<pieces> options_in(question const& asked, std::string_view text)
{
    auto const said = words_of(text);
    if (auto found = by_place(asked, said))
        return found;
    auto const named = named_by_words(asked, said);
    auto parts = by_parts(asked, text);
    bool const all_parts_fit = parts && !parts->problem;
    if (all_parts_fit && (named.size() != 1 || parts->options.size() > 1))
        return parts;
    if (named.size() == 1)
        return pieces{named, std::nullopt};
    if (named.size() > 1)
        return pieces{{}, unclear{unclear::why::several_fit, shorten(text, 40)}};
    return std::nullopt;
}

recognized chosen(question const& asked, pieces const& found)
{
    if (found.problem)
        return *found.problem;
    selection picked;
    for (auto const& option : asked.options)  // the guide's order, each once
        if (std::ranges::count(found.options, option.id) > 0)
            picked.options.push_back(option.id);
    if (asked.type == question_type::single && picked.options.size() > 1)
        return unclear{unclear::why::one_only, {}};
    return answer{std::move(picked)};
}

bool could_be_a_sentence(std::string_view text, words const& said)
{
    return said.size() >= 2 && !text.starts_with("<@") && !text.starts_with('@') && !text.ends_with('?');
}

}  // namespace

recognized recognize(question const& asked, std::string_view text, attention heard)
{
    text = trimmed(text);
    auto const said = words_of(text);
    auto const line = joined(said);
    if (is_one_of(line, skip_phrases))
        return set_aside{};
    if (is_one_of(line, unknown_phrases))
        return answer{do_not_know{}};
    bool const overheard = heard == attention::overheard;
    if (asked.type == question_type::text) {
        if (text.empty() || (overheard && !could_be_a_sentence(text, said)))
            return small_talk{};
        return answer{free_text{std::string{text}}};
    }
    if (overheard && (text.starts_with("<@") || text.starts_with('@') || text.ends_with('?')))
        return small_talk{};
    if (auto const found = options_in(asked, text))
        return chosen(asked, *found);
    if (overheard || said.empty())
        return small_talk{};
    return unclear{unclear::why::no_such_option, shorten(text, 40)};
}

std::optional<quoted_number> read_quoted_number(std::string_view text)
{
    text = trimmed(text);
    auto const colon = text.find(':');
    constexpr std::size_t longest_head = 16;
    if (colon > longest_head)  // or there is none
        return std::nullopt;
    auto head = words_of(text.substr(0, colon));
    if (head.size() == 2 && is_one_of(head[0], question_words))
        head.erase(head.begin());
    else if (head.size() == 1 && head[0].size() > 1 && (head[0].starts_with('q') || head[0].starts_with('f')))
        head[0].erase(0, 1);
    if (head.size() != 1 || !is_number(head[0]))
        return std::nullopt;
    auto const rest = trimmed(text.substr(colon + 1));
    // "10:30 works for me" is a time of day
    if (!rest.empty() && text[colon + 1] != ' ' && text[colon + 1] != '\n' && rest.size() >= 2 &&
        is_number(std::string{rest.substr(0, 2)}))
        return std::nullopt;
    return quoted_number{to_number(head[0]), rest};
}

}  // namespace crossroads
