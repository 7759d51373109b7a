#include "assessment/command_name.hpp"

#include "words/text.hpp"

#include <algorithm>
#include <array>
#include <numeric>

namespace crossroads {

namespace {

constexpr std::array all_names{
    command_name::start,    command_name::status,  command_name::give_answer, command_name::back,
    command_name::skip,     command_name::pause,   command_name::resume,      command_name::cancel,
    command_name::finish,   command_name::results, command_name::history,     command_name::export_it,
    command_name::answers,  command_name::settle,  command_name::concrete,    command_name::invite,
    command_name::owner,    command_name::extend,  command_name::away,        command_name::remove,
    command_name::language, command_name::help,
};

/// What German speakers type where they are helpless or in a hurry. The grammar stays English.
constexpr std::array also_understood{
    std::pair{std::string_view{"hilfe"}, command_name::help},
    std::pair{std::string_view{"zurück"}, command_name::back},
    std::pair{std::string_view{"überspringen"}, command_name::skip},
    std::pair{std::string_view{"sprache"}, command_name::language},
};

constexpr std::size_t tolerated_errors = 2;

/// Levenshtein distance.
std::size_t edit_distance(std::string_view one, std::string_view other)
{
    std::vector<std::size_t> row(other.size() + 1);
    std::iota(row.begin(), row.end(), 0U);
    for (std::size_t i = 0; i < one.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i + 1;
        for (std::size_t j = 0; j < other.size(); ++j) {
            auto const replaced = diagonal + (one[i] == other[j] ? 0U : 1U);
            diagonal = row[j + 1];
            row[j + 1] = std::min({replaced, row[j] + 1, row[j + 1] + 1});
        }
    }
    return row.back();
}

std::vector<std::string> nearest(std::string_view word)
{
    std::vector<std::string> found;
    if (word.size() > 16)  // longer than any name and its errors
        return found;
    auto best = tolerated_errors;
    for (auto const name : all_names) {
        auto const distance = edit_distance(word, name_of(name));
        if (distance >= word.size() || distance > best)
            continue;
        if (distance < best)
            found.clear();
        best = distance;
        found.emplace_back(name_of(name));
    }
    return found;
}

}  // namespace

std::string_view name_of(command_name name)
{
    switch (name) {
    case command_name::start: return "start";
    case command_name::status: return "status";
    case command_name::give_answer: return "answer";
    case command_name::back: return "back";
    case command_name::skip: return "skip";
    case command_name::pause: return "pause";
    case command_name::resume: return "resume";
    case command_name::cancel: return "cancel";
    case command_name::finish: return "finish";
    case command_name::results: return "results";
    case command_name::history: return "history";
    case command_name::export_it: return "export";
    case command_name::answers: return "answers";
    case command_name::settle: return "settle";
    case command_name::concrete: return "concrete";
    case command_name::invite: return "invite";
    case command_name::owner: return "owner";
    case command_name::extend: return "extend";
    case command_name::language: return "language";
    case command_name::away: return "away";
    case command_name::remove: return "delete";
    case command_name::help: return "help";
    }
    return {};
}

named_command find_command(std::string_view typed)
{
    auto const word = lower(typed);
    for (auto const& [name, meant] : also_understood)
        if (name == word)
            return meant;
    std::vector<command_name> candidates;
    for (auto const name : all_names) {
        if (name_of(name) == word)
            return name;
        if (!word.empty() && name_of(name).starts_with(word))
            candidates.push_back(name);
    }
    if (candidates.size() == 1)
        return candidates.front();
    if (candidates.empty())
        return unknown_command{std::string{typed}, nearest(word)};
    ambiguous_command ambiguous{std::string{typed}, {}};
    for (auto const name : candidates)
        ambiguous.candidates.emplace_back(name_of(name));
    return ambiguous;
}

bool starts_with_command(std::string_view text)
{
    auto const line = trimmed(text);
    auto const word = lower(line.substr(0, line.find_first_of(" \n")));
    return std::ranges::any_of(all_names, [&](auto const name) { return name_of(name) == word; }) ||
           std::ranges::any_of(also_understood, [&](auto const& one) { return one.first == word; });
}

}  // namespace crossroads
