#include "decision/concreteness.hpp"

#include "decision/concreteness_words.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <set>
#include <span>
#include <string>
#include <vector>

namespace crossroads {
namespace {

using token_run = std::span<std::string const>;

constexpr std::size_t fewest_proof_words = 5;
constexpr std::size_t fewest_workflow_words = 3;
constexpr std::size_t longest_short_sentence = 30;  // words; hype outweighs nothing in a longer one
constexpr int points_needed = 2;

bool contains(std::vector<std::string> const& sorted, std::string const& word)
{
    return std::ranges::binary_search(sorted, word);
}

std::size_t count_words(token_run tokens)
{
    return static_cast<std::size_t>(
        std::ranges::count_if(tokens, [](auto const& token) { return !is_break(token); }));
}

// "Well, I think …": words before what is said.
std::size_t skip_fillers(word_lists const& words, token_run clause)
{
    std::size_t start = 0;
    while (start < clause.size() &&
           (contains(words.stop, clause[start]) || contains(words.fillers, clause[start])))
        ++start;
    return start;
}

// A command to the bot may stand at the start of a clause, or behind "and".
bool starts_command(word_lists const& words, token_run tokens, std::size_t at)
{
    bool const starts_clause = at == 0 || is_break(tokens[at - 1]) || tokens[at - 1] == "and" ||
                               contains(words.fillers, tokens[at - 1]);
    return starts_clause && phrase_length_at(words.commands, tokens, at) > 0;
}

// The answer without what speaks to the bot: from a command to the end of its sentence. Text is
// evidence, never an instruction.
std::vector<std::string> answer_tokens(word_lists const& words, std::string_view text)
{
    auto const tokens = tokens_of(text);
    std::vector<std::string> answer;
    for (std::size_t at = 0; at < tokens.size();) {
        if (!starts_command(words, tokens, at)) {
            answer.push_back(tokens[at++]);
            continue;
        }
        while (at < tokens.size() && !ends_sentence(tokens[at]))
            ++at;
    }
    while (!answer.empty() && is_break(answer.back()))
        answer.pop_back();
    answer.erase(
        answer.begin(), std::ranges::find_if_not(answer, [](auto const& token) { return is_break(token); }));
    return answer;
}

// Every word is filling, a single letter, or names nothing by itself: "all of it is really important".
bool is_vague(word_lists const& words, token_run clause)
{
    for (std::size_t at = 0; at < clause.size();) {
        auto const length =
            std::max(phrase_length_at(words.nothing, clause, at), phrase_length_at(words.vague, clause, at));
        bool const is_filling =
            clause[at].size() == 1 || contains(words.stop, clause[at]) || contains(words.fillers, clause[at]);
        if (length == 0 && !is_filling)
            return false;
        at += std::max<std::size_t>(length, 1);
    }
    return true;
}

// "Everything except the reports" names the reports after all.
bool names_something(word_lists const& words, token_run clause)
{
    for (std::size_t at = 0; at < clause.size(); ++at)
        if (auto const length = phrase_length_at(words.exceptions, clause, at); length > 0)
            return !is_vague(words, clause.subspan(at + length));
    bool const says_nothing = phrase_length_at(words.nothing, clause, skip_fillers(words, clause)) > 0;
    return !says_nothing && !is_vague(words, clause);
}

bool names_something_somewhere(word_lists const& words, token_run tokens)
{
    return std::ranges::any_of(
        clauses_of(tokens), [&words](token_run clause) { return names_something(words, clause); });
}

// A year says when, not how many: "in 2023".
bool is_year(token_run tokens, std::size_t at)
{
    static constexpr std::array<std::string_view, 10> before{"in",     "since",  "from",  "until", "by",
                                                             "during", "before", "after", "early", "late"};
    auto const& word = tokens[at];
    bool const looks_like_one = word.size() == 4 && (word.starts_with("19") || word.starts_with("20"));
    return looks_like_one && at > 0 && std::ranges::find(before, tokens[at - 1]) != before.end();
}

// 12 · 1,200 · 40% · 3k; not 0, not 100% (a figure of speech), not 10x, not 3rd.
bool is_count(token_run tokens, std::size_t at)
{
    auto const& word = tokens[at];
    if (word.front() < '0' || word.front() > '9' || word == "0" || word == "100%" || word == "110%")
        return false;
    auto const digits_end = word.find_first_not_of("0123456789.,/");
    auto const unit =
        digits_end == std::string::npos ? std::string_view() : std::string_view(word).substr(digits_end);
    static constexpr std::array<std::string_view, 6> units{"", "%", "k", "m", "bn", "h"};
    return std::ranges::find(units, unit) != units.end() && !is_year(tokens, at);
}

std::size_t count_numbers(word_lists const& words, token_run tokens)
{
    auto count = count_phrases(words.numbers, tokens);
    for (std::size_t at = 0; at < tokens.size(); ++at)
        if (is_count(tokens, at))
            ++count;
    return count;
}

// A noun for people by its ending: planners, auditors, receptionists.
bool is_agent_noun(word_lists const& words, std::string const& word)
{
    constexpr std::size_t shortest = 6;
    bool const ends_like_one = word.ends_with("ers") || word.ends_with("ors") || word.ends_with("ists");
    return word.size() >= shortest && ends_like_one && !contains(words.not_actors, word);
}

// Something that happened, by its ending: rebooked, reconciled.
bool is_past_form(word_lists const& words, std::string const& word)
{
    constexpr std::size_t shortest = 5;
    return word.size() >= shortest && word.ends_with("ed") && !contains(words.not_actions, word) &&
           !contains(words.hype, word) && !contains(words.opinions, word);
}

bool has_actor(word_lists const& words, token_run tokens)
{
    return count_phrases(words.actors, tokens) > 0 ||
           std::ranges::any_of(tokens, [&words](auto const& word) { return is_agent_noun(words, word); });
}

bool has_action(word_lists const& words, token_run tokens)
{
    return count_phrases(words.actions, tokens) > 0 ||
           std::ranges::any_of(tokens, [&words](auto const& word) { return is_past_form(words, word); });
}

// B1: who did what, and how often or how many; observed, not opinion.
bool is_concrete_proof(word_lists const& words, token_run tokens)
{
    auto const length = count_words(tokens);
    if (length < fewest_proof_words)
        return false;
    auto const numbers = count_numbers(words, tokens);
    auto const amounts = std::min<std::size_t>(2, numbers + count_phrases(words.frequency, tokens));
    int points =
        static_cast<int>(amounts) + (has_actor(words, tokens) ? 1 : 0) + (has_action(words, tokens) ? 1 : 0);
    bool const is_mood = count_phrases(words.hype, tokens) + count_phrases(words.opinions, tokens) > 0;
    if (is_mood && numbers == 0 && length <= longest_short_sentence)
        --points;
    return points >= points_needed;
}

// Where a list of workflows parts: commas, slashes, "and".
std::vector<std::size_t> words_of_parts(token_run tokens)
{
    std::vector<std::size_t> parts{0};
    for (std::string const& token : tokens) {
        bool const parts_here =
            token == "," || token == "/" || token == "&" || token == "and" || token == "or";
        if (parts_here && parts.back() > 0)
            parts.push_back(0);
        else if (!parts_here && !is_break(token))
            ++parts.back();
    }
    if (parts.back() == 0)
        parts.pop_back();
    return parts;
}

bool is_list(token_run tokens)
{
    auto const lists_on = [](auto const& token) { return token == ";" || token == "\n"; };
    if (std::ranges::any_of(tokens, lists_on))
        return true;
    auto const parts = words_of_parts(tokens);
    auto const all_have_at_most = [&parts](std::size_t most) {
        return std::ranges::all_of(parts, [most](std::size_t words) { return words <= most; });
    };
    return parts.size() > 4 || (parts.size() >= 3 && all_have_at_most(2)) ||
           (parts.size() >= 2 && all_have_at_most(1));
}

std::string without_ending(std::string word)
{
    constexpr std::size_t longest_uncut = 3;
    static constexpr std::array<std::string_view, 5> endings{"ing", "ed", "es", "s", "e"};
    if (word.size() <= longest_uncut)
        return word;
    for (std::string_view const ending : endings) {
        if (word.ends_with(ending)) {
            word.resize(word.size() - ending.size());
            return word;
        }
    }
    return word;
}

std::set<std::string> content_words(word_lists const& words, token_run tokens)
{
    std::set<std::string> content;
    for (std::string const& token : tokens)
        if (!is_break(token) && !contains(words.stop, token))
            content.insert(without_ending(token));
    return content;
}

// Praise in place of a workflow: a third or more of what is said.
bool is_mostly_hype(word_lists const& words, token_run tokens)
{
    return count_phrases(words.hype, tokens) * 3 >= content_words(words, tokens).size();
}

// B2: exactly one workflow, user and action.
bool is_concrete_workflow(word_lists const& words, token_run tokens)
{
    if (count_words(tokens) < fewest_workflow_words || content_words(words, tokens).size() < 2)
        return false;
    auto const clauses = clauses_of(tokens);
    auto const first = clauses.front();
    bool const means_everything = phrase_length_at(words.nothing, first, skip_fillers(words, first)) > 0;
    return !means_everything && !is_list(tokens) && names_something_somewhere(words, tokens) &&
           !is_mostly_hype(words, tokens);
}

}  // namespace

bool is_concrete(guide const& rules, question const& asked, std::string_view text)
{
    if (asked.concreteness.empty())
        return true;
    auto const& words = rules.words;
    auto const tokens = answer_tokens(words, text);
    if (asked.concreteness == "proof")
        return is_concrete_proof(words, tokens);
    if (asked.concreteness == "workflow")
        return is_concrete_workflow(words, tokens);
    return names_something_somewhere(words, tokens);
}

bool names_same_workflow(guide const& rules, std::string_view one, std::string_view other)
{
    auto const& words = rules.words;
    auto const first = content_words(words, answer_tokens(words, one));
    auto const second = content_words(words, answer_tokens(words, other));
    auto const shorter = std::min(first.size(), second.size());
    auto const is_shared = [&second](std::string const& word) { return second.contains(word); };
    auto const shared = static_cast<std::size_t>(std::ranges::count_if(first, is_shared));
    return shorter > 0 && shared * 2 >= shorter && shared >= std::min<std::size_t>(2, shorter);
}

}  // namespace crossroads
