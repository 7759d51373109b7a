#include "guide/read_sections.hpp"
#include "guide/text_limits.hpp"

#include <algorithm>
#include <array>
#include <concepts>
#include <string_view>
#include <utility>

namespace crossroads {
namespace {

/// The member of `section` for each of these names; says which are missing, and which mean nothing.
template <std::invocable<std::string const&, json_place const&> Take>
void each_of(
    std::optional<json_place> const& section, std::vector<std::string> const& names, Take const& take)
{
    if (!section)
        return;
    for (auto const& [name, place] : section->members()) {
        if (std::ranges::find(names, name) == names.end())
            place.report("translates nothing of this guide. Remove it, or correct its name.");
        else
            take(name, place);
    }
    if (section->value().is_object())
        for (auto const& name : names)
            if (!section->find(name))
                section->report_at(section->where(name), "has no translation. Add it.");
}

template <class Element>
std::vector<std::string> ids_of(std::vector<Element> const& elements)
{
    std::vector<std::string> ids;
    ids.reserve(elements.size());
    for (auto const& one : elements)
        ids.push_back(one.id);
    return ids;
}

void read_sections(std::optional<json_place> const& section, guide& into)
{
    std::vector<std::string> names;
    for (auto const& asked : into.questions)
        if (std::ranges::find(names, asked.section) == names.end())
            names.push_back(asked.section);
    std::map<std::string, std::string> translated;
    each_of(section, names, [&](std::string const& name, json_place const& place) {
        translated[name] = read_text(place, longest_section_name);
    });
    for (auto& asked : into.questions)
        if (auto const found = translated.find(asked.section); found != translated.end())
            asked.section = found->second;
}

void read_labels(std::optional<json_place> const& section, question& into)
{
    unique_names labels;
    each_of(section, ids_of(into.options), [&](std::string const& id, json_place const& place) {
        auto& label = std::ranges::find(into.options, id, &option::id)->label;
        label = read_text(place, longest_label);
        labels.add(place, place.where(), label, change_one);
    });
}

void read_asked(json_place const& place, question& into)
{
    if (!place.is_object_with({"ask", "help", "options"}))
        return;
    into.ask = read_text(place.need("ask"), longest_question);
    if (!into.help.empty())
        into.help = read_text(place.need("help"), longest_help);
    else if (auto const help = place.find("help"))
        help->report("translates nothing of this guide. Remove it.");
    auto const options = into.options.empty() ? place.find("options") : place.need("options");
    read_labels(options, into);
}

/// A text for each id.
template <class Element>
void read_texts(std::optional<json_place> const& section, std::vector<Element>& into)
{
    each_of(section, ids_of(into), [&](std::string const& id, json_place const& place) {
        std::ranges::find(into, id, &Element::id)->text = read_text(place, longest_sentence);
    });
}

void read_path_texts(json_place const& place, path& into)
{
    if (!place.is_object_with({"name", "criteria"}))
        return;
    into.name = read_text(place.need("name"), longest_name);
    read_texts(place.need("criteria"), into.criteria);
}

/// As many texts as there are, in the same order.
template <std::invocable<std::size_t, json_place const&> Take>
void in_order(std::optional<json_place> const& section, std::size_t count, Take const& take)
{
    if (!section)
        return;
    auto const elements = section->elements();
    if (section->value().is_array() && elements.size() != count)
        section->report(
            "holds " + std::to_string(elements.size()) + " texts for " + std::to_string(count) +
            ". Write one for each, in the same order.");
    for (std::size_t at = 0; at < std::min(elements.size(), count); ++at)
        take(at, elements[at]);
}

void read_stage_texts(json_place const& place, stage& into)
{
    if (!place.is_object_with({"name", "means", "notes"}))
        return;
    into.name = read_text(place.need("name"), longest_name);
    if (!into.means.empty())
        into.means = read_text(place.need("means"), longest_sentence);
    auto const notes = into.notes.empty() ? place.find("notes") : place.need("notes");
    in_order(notes, into.notes.size(), [&](std::size_t at, json_place const& note) {
        into.notes[at].text = read_text(note, longest_sentence);
    });
}

/// A line of a plan that names the same fillings as the one it translates.
void read_line(std::optional<json_place> const& place, std::string& into)
{
    auto text = read_plan_text(place);
    for (std::string_view const each : plan_fillings)
        if (!text.empty() && (into.find(each) == into.npos) != (text.find(each) == text.npos))
            place->report(
                "and the line it translates do not agree on " + std::string{each} + ". Use it in both.");
    into = std::move(text);
}

void read_plan_texts(json_place const& place, plan_template& into)
{
    if (!place.is_object_with({"outcome", "now", "loop"}))
        return;
    read_line(place.need("outcome"), into.outcome);
    in_order(place.need("now"), into.now.size(), [&](std::size_t at, json_place const& line) {
        read_line(line, into.now[at].text);
    });
    in_order(place.need("loop"), into.loop.size(), [&](std::size_t at, json_place const& line) {
        read_line(line, into.loop[at]);
    });
}

void read_area_texts(std::optional<json_place> const& section, guide& into)
{
    std::vector<std::string> areas;
    for (auto const& rule : into.grades)
        areas.push_back(rule.area);
    each_of(section, areas, [&](std::string const& area, json_place const& place) {
        if (!place.is_object_with({"name", "until"}))
            return;
        auto& rule = *std::ranges::find(into.grades, area, &grade_rule::area);
        rule.name = read_text(place.need("name"), longest_name);
        rule.until = read_text(place.need("until"), longest_sentence);
    });
}

void read_all_plan_texts(std::optional<json_place> const& section, guide& into)
{
    std::vector<std::string> paths;
    for (auto const& [id, plan] : into.plans)
        paths.push_back(id);
    each_of(section, paths, [&](std::string const& id, json_place const& place) {
        read_plan_texts(place, into.plans.at(id));
    });
}

/// Gives the word lists of the language.
word_lists read_translation(json_place const& place, guide& into)
{
    if (!place.is_object_with(
            {"title", "sections", "questions", "grades", "facts", "paths", "stages", "scoping",
             "contradictions", "plans", "words"}))
        return {};
    into.title = read_text(place.need("title"), longest_title);
    read_sections(place.need("sections"), into);
    each_of(place.need("questions"), ids_of(into.questions), [&](auto const& id, auto const& asked) {
        read_asked(asked, *std::ranges::find(into.questions, id, &question::id));
    });
    read_area_texts(place.need("grades"), into);
    read_texts(place.need("facts"), into.facts);
    each_of(place.need("paths"), ids_of(into.paths), [&](auto const& id, auto const& way) {
        read_path_texts(way, *std::ranges::find(into.paths, id, &path::id));
    });
    each_of(place.need("stages"), ids_of(into.stages), [&](auto const& id, auto const& reached) {
        read_stage_texts(reached, *std::ranges::find(into.stages, id, &stage::id));
    });
    read_texts(place.need("scoping"), into.scoping);
    read_texts(place.need("contradictions"), into.contradictions);
    read_all_plan_texts(place.need("plans"), into);
    auto const words = place.need("words");
    return words ? read_word_lists(*words) : word_lists{};
}

language read_own_language(std::optional<json_place> const& place)
{
    if (!place)
        return language::english;
    for (auto const which : all_languages)
        if (place->value() == tag_of(which))
            return which;
    place->report("is none of the languages known here. Use one of: " + known_languages() + ".");
    return language::english;
}

}  // namespace

void read_translations(json_place const& file, guide& rules)
{
    rules.shown_in = read_own_language(file.find("language"));
    std::vector<guide> variants;
    for (auto const which : all_languages)
        if (which != rules.shown_in)
            variants.emplace_back(rules).shown_in = which;
    if (auto const section = file.find("translations"))
        for (auto const& [tag, place] : section->members()) {
            auto const variant = std::ranges::find(
                variants, std::string_view{tag}, [](guide const& one) { return tag_of(one.shown_in); });
            if (variant == variants.end())
                place.report(
                    "is no language to translate to. Use one of: " + known_languages() +
                    ", other than the guide's own.");
            else
                add_words(rules.words, read_translation(place, *variant));
        }
    for (auto& variant : variants)
        variant.words = rules.words;
    rules.translations = std::move(variants);
}

}  // namespace crossroads
