#include "guide/read_sections.hpp"
#include "guide/text_limits.hpp"

#include <algorithm>
#include <utility>

namespace crossroads {
namespace {

constexpr std::size_t most_facts = 100;  // facts are followed one into the next; this bounds how deep

// "order": which grade is tried first.
bool read_failing_first(std::optional<json_place> const& place)
{
    if (!place)
        return true;
    auto const order = read_ids(place);
    bool const failing_first = order == std::vector<std::string>{"failing", "sound"};
    if (!failing_first && order != std::vector<std::string>{"sound", "failing"})
        place->report(
            "does not say which grade is tried first. Write [\"failing\", \"sound\"] or the other way.");
    return failing_first;
}

criterion read_criterion(json_place const& place, guide_draft& draft)
{
    criterion read;
    if (!place.is_object_with({"id", "text", "when", "partly"}))
        return read;
    read.id = read_id(place.need("id"));
    read.text = read_text(place.need("text"), longest_sentence);
    read.when = read_condition(place.need("when"), condition_scope::findings, draft.references);
    read.partly = read_optional_condition(place.find("partly"), condition_scope::findings, draft);
    return read;
}

struct names_of_paths {
    unique_names paths;
    unique_names criteria;
    unique_names sentences;
};

path read_path(std::string const& id, json_place const& place, guide_draft& draft, names_of_paths& names)
{
    path read;
    read.id = id;
    if (!place.is_object_with({"name", "cost_rank", "criteria", "required", "never_without"}))
        return read;
    read.name = read_text(place.need("name"), longest_name);
    names.paths.add(place, place.where("name"), read.name, rename_one);
    read.cost_rank = read_number(place.need("cost_rank"), 1, 100);
    if (auto const criteria = place.need("criteria")) {
        for (json_place const& element : criteria->elements()) {
            criterion judged = read_criterion(element, draft);
            names.criteria.add(element, element.where("id"), judged.id, rename_one);
            names.sentences.add(element, element.where("text"), judged.text, change_one);
            read.criteria.push_back(std::move(judged));
        }
        if (criteria->value().is_array() && criteria->value().empty())
            criteria->report("holds no criterion, so nothing could speak for this path. Add at least one.");
    }
    read.required = read_condition(place.need("required"), condition_scope::verdicts, draft.references);
    read.never_without =
        read_condition(place.need("never_without"), condition_scope::verdicts, draft.references);
    return read;
}

// Each way once, from the cheapest on: 1, 2, 3 …
void check_cost_ranks(json_place const& section, std::vector<path> const& paths)
{
    unique_names ranks;
    for (path const& way : paths) {
        auto const place = section.find(way.id);
        auto const rank = place ? place->find("cost_rank") : std::nullopt;
        if (!rank || way.cost_rank == 0)
            continue;
        ranks.add(
            *rank, rank->where(), std::to_string(way.cost_rank), "Rank the paths from the cheapest on.");
        if (way.cost_rank > std::ssize(paths))
            rank->report(
                "is " + std::to_string(way.cost_rank) + ", but there are " + std::to_string(paths.size()) +
                " paths. Rank them from 1 to " + std::to_string(paths.size()) + ".");
    }
}

stage read_stage(json_place const& place, guide_draft& draft)
{
    stage read;
    if (!place.is_object_with({"id", "name", "means", "when", "notes"}))
        return read;
    read.id = read_id(place.need("id"));
    read.name = read_text(place.need("name"), longest_name);
    if (auto const means = place.find("means"))
        read.means = read_text(means, longest_sentence);
    read.when = read_condition(place.need("when"), condition_scope::verdicts, draft.references);
    if (auto const notes = place.find("notes")) {
        for (json_place const& note : notes->elements()) {
            if (!note.is_object_with({"text", "when"}))
                continue;
            auto text = read_text(note.need("text"), longest_sentence);
            auto when = read_condition(note.need("when"), condition_scope::verdicts, draft.references);
            read.notes.push_back({std::move(text), std::move(when)});
        }
    }
    return read;
}

}  // namespace

std::optional<condition>
read_optional_condition(std::optional<json_place> const& place, condition_scope scope, guide_draft& draft)
{
    if (!place)
        return std::nullopt;
    return read_condition(place, scope, draft.references);
}

void read_grades(std::optional<json_place> const& section, guide_draft& draft)
{
    if (!section)
        return;
    unique_names names;
    for (auto const& [area, place] : section->members()) {
        grade_rule read;
        if (!is_id(place, area) ||
            !place.is_object_with({"name", "until", "question", "failing", "sound", "order"}))
            continue;
        read.area = area;
        read.name = read_text(place.need("name"), longest_name);
        names.add(place, place.where("name"), read.name, rename_one);
        read.until = read_text(place.need("until"), longest_sentence);
        read.question = read_id(place.need("question"));
        read.failing = read_condition(place.need("failing"), condition_scope::answers, draft.references);
        read.sound = read_condition(place.need("sound"), condition_scope::answers, draft.references);
        read.failing_first = read_failing_first(place.find("order"));
        draft.rules.grades.push_back(std::move(read));
    }
}

void read_facts(std::optional<json_place> const& section, guide_draft& draft)
{
    if (!section)
        return;
    auto const members = section->members();
    if (members.size() > most_facts)
        return section->report(
            "hold " + std::to_string(members.size()) + " facts; at most " + std::to_string(most_facts) +
            " fit. Remove some.");
    unique_names sentences;
    for (auto const& [id, place] : members) {
        if (!is_id(place, id) || !place.is_object_with({"text", "when"}))
            continue;
        auto text = read_text(place.need("text"), longest_sentence);
        sentences.add(place, place.where("text"), text, change_one);
        auto when = read_condition(place.need("when"), condition_scope::findings, draft.references);
        draft.rules.facts.push_back({id, std::move(text), std::move(when)});
    }
}

void read_paths(std::optional<json_place> const& section, guide_draft& draft)
{
    if (!section)
        return;
    auto& paths = draft.rules.paths;
    names_of_paths names;
    for (auto const& [id, place] : section->members()) {
        if (id == "scoping")
            place.report("cannot be a path: it is what comes out when no path can be defended. Rename it.");
        else if (is_id(place, id))
            paths.push_back(read_path(id, place, draft, names));
    }
    if (section->value().is_object() && section->value().empty())
        section->report("holds no path. Add at least one.");
    check_cost_ranks(*section, paths);
    std::ranges::stable_sort(paths, {}, &path::cost_rank);
}

void read_stages(std::optional<json_place> const& section, guide_draft& draft)
{
    if (!section)
        return;
    unique_names ids;
    unique_names names;
    for (json_place const& element : section->elements()) {
        stage read = read_stage(element, draft);
        ids.add(element, element.where("id"), read.id, rename_one);
        names.add(element, element.where("name"), read.name, rename_one);
        draft.rules.stages.push_back(std::move(read));
    }
    if (section->value().is_array() && section->value().empty())
        section->report("holds no stage. Add at least one.");
}

std::vector<finding> read_findings(std::optional<json_place> const& section, guide_draft& draft)
{
    std::vector<finding> findings;
    if (!section)
        return findings;
    unique_names ids;
    unique_names sentences;
    for (json_place const& element : section->elements()) {
        finding read;
        if (!element.is_object_with({"id", "text", "when"}))
            continue;
        read.id = read_id(element.need("id"));
        ids.add(element, element.where("id"), read.id, rename_one);
        read.text = read_text(element.need("text"), longest_sentence);
        sentences.add(element, element.where("text"), read.text, change_one);
        read.when = read_condition(element.need("when"), condition_scope::verdicts, draft.references);
        findings.push_back(std::move(read));
    }
    return findings;
}

void read_presets(std::optional<json_place> const& section, guide_draft& draft)
{
    if (!section)
        return;
    for (auto const& [question_id, place] : section->members()) {
        if (!place.is_object_with({"sound", "failing"}))
            continue;
        for (std::string const grade : {"sound", "failing"})
            draft.rules.presets[question_id][grade] = read_ids(place.need(grade));
    }
}

}  // namespace crossroads
