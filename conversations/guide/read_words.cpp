#include "guide/read_sections.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

namespace crossroads {
namespace {

constexpr std::size_t longest_phrase = 60;
constexpr std::size_t longest_scenario_name = 75;

struct word_list {
    std::string_view key;
    std::vector<std::string> word_lists::*words;
};

constexpr word_list lists[] = {
    {"actors", &word_lists::actors},
    {"not_actors", &word_lists::not_actors},
    {"actions", &word_lists::actions},
    {"not_actions", &word_lists::not_actions},
    {"numbers", &word_lists::numbers},
    {"frequency", &word_lists::frequency},
    {"hype", &word_lists::hype},
    {"opinions", &word_lists::opinions},
    {"nothing", &word_lists::nothing},
    {"vague", &word_lists::vague},
    {"exceptions", &word_lists::exceptions},
    {"commands", &word_lists::commands},
    {"fillers", &word_lists::fillers},
    {"stop", &word_lists::stop},
};

std::vector<std::string> read_list(std::optional<json_place> const& place)
{
    std::vector<std::string> words;
    if (!place)
        return words;
    unique_names names;
    for (json_place const& element : place->elements()) {
        auto word = read_text(element, longest_phrase);
        names.add(element, element.where(), word, "Remove one of them.");
        if (std::ranges::any_of(word, [](char byte) { return byte >= 'A' && byte <= 'Z'; }))
            element.report(
                in_quotes(word) + " has capital letters. Texts are compared in lower case; write it so.");
        words.push_back(std::move(word));
    }
    if (place->value().is_array() && place->value().empty())
        place->report("holds no word. Add at least one.");
    std::ranges::sort(words);
    return words;
}

}  // namespace

word_lists read_word_lists(json_place const& section)
{
    word_lists words;
    if (section.is_object_with(
            {"actors", "not_actors", "actions", "not_actions", "numbers", "frequency", "hype", "opinions",
             "nothing", "vague", "exceptions", "commands", "fillers", "stop"}))
        for (word_list const& list : lists)
            words.*list.words = read_list(section.find(list.key));
    return words;
}

void read_words(std::optional<json_place> const& section, guide_draft& draft)
{
    if (!section)
        return;
    draft.rules.words = read_word_lists(*section);
    if (section->value().is_object())
        for (word_list const& list : lists)
            section->need(list.key);
}

void add_words(word_lists& to, word_lists const& more)
{
    for (word_list const& list : lists) {
        auto& words = to.*list.words;
        auto const& added = more.*list.words;
        words.insert(words.end(), added.begin(), added.end());
        std::ranges::sort(words);
        words.erase(std::unique(words.begin(), words.end()), words.end());
    }
}

void read_scenarios(std::optional<json_place> const& section, guide_draft& draft)
{
    if (!section)
        return;
    unique_names ids;
    for (json_place const& element : section->elements()) {
        guide_scenario read;
        if (!element.is_object_with({"id", "title", "input", "stage", "outcome"}))
            continue;
        read.id = read_id(element.need("id"));
        ids.add(element, element.where("id"), read.id, rename_one);
        read.title = read_text(element.need("title"), longest_scenario_name);
        if (auto const input = element.need("input")) {
            if (input->value().is_object())
                read.input = input->value().dump();
            else
                input->report("is not an object. Write answers as `crossroads evaluate` takes them.");
        }
        read.stage = read_id(element.find("stage"));
        read.outcome = read_id(element.need("outcome"));
        draft.rules.scenarios.push_back(std::move(read));
    }
}

}  // namespace crossroads
