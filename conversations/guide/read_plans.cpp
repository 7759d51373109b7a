#include "guide/read_sections.hpp"

#include <string_view>
#include <utility>

namespace crossroads {
namespace {

constexpr std::size_t longest_plan_text = 200;
constexpr int longest_plan_weeks = 12;

// A text with braces that stand for nothing would reach the team with the braces in it.
void check_fillings(json_place const& place, std::string_view text)
{
    while (!text.empty()) {
        auto const brace = text.find_first_of("{}");
        if (brace == text.npos)
            return;
        text.remove_prefix(brace);
        std::string_view known;
        for (std::string_view const filling : plan_fillings)
            if (text.starts_with(filling))
                known = filling;
        if (known.empty()) {
            place.report(
                "names " + in_quotes(text.substr(0, text.find('}') + 1)) +
                ", which stands for nothing. Use {workflow}, {weeks} or {parts}.");
            return;
        }
        text.remove_prefix(known.size());
    }
}

std::vector<plan_length> read_weeks(std::optional<json_place> const& section, guide_draft& draft)
{
    std::vector<plan_length> rows;
    if (!section)
        return rows;
    auto const elements = section->elements();
    for (json_place const& element : elements) {
        if (!element.is_object_with({"weeks", "when"}))
            continue;
        plan_length row;
        row.weeks = read_number(element.need("weeks"), 1, longest_plan_weeks);
        row.when = read_optional_condition(element.find("when"), condition_scope::verdicts, draft);
        bool const is_last = &element == &elements.back();
        if (is_last && row.when)
            element.report_at(
                element.where("when"), "may leave the plan without a length. Remove it from the last row.");
        else if (!is_last && element.value().is_object() && !row.when)
            element.report_at(element.where("when"), "is missing, so later rows never count. Add it.");
        rows.push_back(std::move(row));
    }
    if (section->value().is_array() && elements.empty())
        section->report("holds no length. Add a row such as {\"weeks\": 6}.");
    return rows;
}

std::vector<plan_item> read_items(
    std::optional<json_place> const& section, bool first_leads, guide_draft& draft, unique_names& texts)
{
    std::vector<plan_item> items;
    if (!section)
        return items;
    auto const elements = section->elements();
    for (json_place const& element : elements) {
        if (!element.is_object_with({"text", "when", "area"}))
            continue;
        plan_item item;
        item.text = read_plan_text(element.need("text"));
        texts.add(element, element.where("text"), item.text, change_one);
        item.when = read_optional_condition(element.find("when"), condition_scope::verdicts, draft);
        item.area = read_id(element.find("area"));
        if (first_leads && &element == &elements.front() && item.when)
            element.report_at(
                element.where("when"), "stands at the piece of work that leads the plan. Remove it.");
        items.push_back(std::move(item));
    }
    if (section->value().is_array() && elements.empty())
        section->report("holds no piece of work. Add at least one.");
    return items;
}

std::vector<std::string> read_loop(std::optional<json_place> const& section, unique_names& texts)
{
    std::vector<std::string> loop;
    if (!section)
        return loop;
    for (json_place const& element : section->elements()) {
        loop.push_back(read_plan_text(element));
        texts.add(element, element.where(), loop.back(), change_one);
    }
    if (section->value().is_array() && section->value().empty())
        section->report("holds nothing. Say how the team learns whether it works.");
    return loop;
}

std::vector<replaced_part> read_replaces(std::optional<json_place> const& section, guide_draft& draft)
{
    std::vector<replaced_part> parts;
    if (!section)
        return parts;
    unique_names options;
    for (json_place const& element : section->elements()) {
        if (!element.is_object_with({"option", "when"}))
            continue;
        replaced_part part;
        part.option = read_id(element.need("option"));
        options.add(element, element.where("option"), part.option, "Remove one of them.");
        part.when = read_optional_condition(element.find("when"), condition_scope::verdicts, draft);
        parts.push_back(std::move(part));
    }
    return parts;
}

}  // namespace

std::string read_plan_text(std::optional<json_place> const& place)
{
    auto text = read_text(place, longest_plan_text);
    if (place)
        check_fillings(*place, text);
    return text;
}

void read_plans(std::optional<json_place> const& section, guide_draft& draft)
{
    if (!section)
        return;
    for (auto const& [id, place] : section->members()) {
        plan_template read;
        if (!place.is_object_with({"outcome", "weeks", "now", "loop", "replaces"}))
            continue;
        unique_names texts;
        read.outcome = read_plan_text(place.need("outcome"));
        texts.add(place, place.where("outcome"), read.outcome, change_one);
        read.weeks = read_weeks(place.need("weeks"), draft);
        read.now = read_items(place.need("now"), id != "scoping", draft, texts);
        read.loop = read_loop(place.need("loop"), texts);
        read.replaces = read_replaces(place.need("replaces"), draft);
        draft.rules.plans.emplace(id, std::move(read));
    }
}

}  // namespace crossroads
