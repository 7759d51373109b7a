#include "guide/read_sections.hpp"
#include "guide/text_limits.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

namespace crossroads {
namespace {

constexpr std::size_t longest_trace = 150;
constexpr std::size_t most_options = 10;       // Slack's limit for radio buttons and checkboxes
constexpr std::size_t most_multi_options = 9;  // beside "do not know"
constexpr int longest_answer_seconds = 600;

std::optional<question_type> read_type(std::optional<json_place> const& place)
{
    auto const type = read_choice(place, {"single", "multi", "text"});
    if (type.empty())
        return std::nullopt;
    if (type == "multi")
        return question_type::multi;
    return type == "text" ? question_type::text : question_type::single;
}

option read_option(json_place const& place)
{
    option read;
    if (!place.is_object_with({"id", "label", "polarity", "exclusive", "area"}))
        return read;
    read.id = read_id(place.need("id"));
    read.label = read_text(place.need("label"), longest_label);
    auto const polarity_given = read_choice(place.find("polarity"), {"claim", "warning"});
    if (!polarity_given.empty())
        read.says = polarity_given == "claim" ? polarity::claim : polarity::warning;
    read.exclusive = read_flag(place.find("exclusive"), false);
    read.area = read_id(place.find("area"));
    return read;
}

void check_polarity(json_place const& place, question_type type, option const& given)
{
    bool const has_polarity = place.find("polarity").has_value();
    auto const where = place.where("polarity");
    if (given.exclusive && has_polarity)
        place.report_at(
            where, "is given to an exclusive option, which says nothing about the build. Remove it.");
    else if (type == question_type::single && has_polarity)
        place.report_at(
            where, "means nothing in a single choice. Remove it; order the options under caution.");
    else if (type == question_type::multi && !given.exclusive && !has_polarity)
        place.report_at(where, "is missing. Add \"claim\" or \"warning\".");
    if (type == question_type::single && given.exclusive)
        place.report_at(
            place.where("exclusive"), "means nothing in a single choice, where every option is. Remove it.");
}

// Without a type there is no telling what its options may be.
void read_options(json_place const& options, std::optional<question_type> type, question& into)
{
    unique_names ids;
    unique_names labels;
    for (json_place const& element : options.elements()) {
        option given = read_option(element);
        if (type && *type != question_type::text)
            check_polarity(element, *type, given);
        ids.add(element, element.where("id"), given.id, rename_one);
        labels.add(element, element.where("label"), given.label, change_one);
        into.options.push_back(std::move(given));
    }
}

void check_options(json_place const& place, question const& asked)
{
    bool const is_text = asked.type == question_type::text;
    auto const options = is_text ? place.find("options") : place.need("options");
    if (options && is_text)
        options->report("does not belong to a text question. Remove it, or change the type.");
    if (!options || is_text)
        return;
    auto const count = asked.options.size();
    auto const limit = asked.type == question_type::multi ? most_multi_options : most_options;
    if (count > limit)
        options->report(
            "holds " + std::to_string(count) + " options; at most " + std::to_string(limit) +
            " fit. Remove or merge some.");
    if (options->value().is_array() && options->value().size() < 2)
        options->report("holds fewer than 2 options. Add what else a person might answer.");
}

// The most cautious first: what counts when the team is split.
void read_caution(json_place const& place, question& into)
{
    auto const caution = place.find("caution");
    bool const has_own_rule = into.unscored || into.single_team_answer;
    if (into.type != question_type::single) {
        if (caution)
            caution->report("belongs to a single choice only. Remove it.");
        return;
    }
    if (!caution) {
        if (!has_own_rule)
            place.report_at(
                place.where("caution"), "is missing. List the option ids, the most cautious first.");
        return;
    }
    into.caution = read_ids(caution);
    for (option const& given : into.options)
        if (!given.id.empty() && std::ranges::find(into.caution, given.id) == into.caution.end())
            caution->report("leaves out the option " + in_quotes(given.id) + ". Put it where it belongs.");
    for (std::size_t index = 0; index < into.caution.size(); ++index)
        if (into.find(into.caution[index]) == nullptr)
            caution->report(
                "names " + in_quotes(into.caution[index]) +
                ", which is no option of this question. Remove or correct it.");
}

void read_text_rules(json_place const& place, question& into)
{
    auto const kind = place.find("concrete");
    into.concreteness = read_choice(kind, {"proof", "workflow", "defer"});
    if (into.type != question_type::text && kind)
        kind->report("belongs to a text question only. Remove it.");
    if (into.type != question_type::text)
        return;
    if (!into.budget.empty() && !kind)
        place.report_at(
            place.where("concrete"),
            "is missing, though the answer decides on scoping. Add \"proof\", \"workflow\" or \"defer\".");
    if (into.budget.empty() && kind)
        kind->report("has no effect without a budget question. Remove it, or add \"budget\".");
}

void read_tie(json_place const& place, question& into)
{
    auto const tie = place.find("tie");
    into.tie_counts_as_shown = read_choice(tie, {"shown"}) == "shown";
    if (tie && into.type != question_type::multi)
        tie->report("belongs to a multi-select only. Remove it.");
}

question read_question(json_place const& place, guide_draft& draft)
{
    question read;
    if (!place.is_object_with(
            {"id", "section", "type", "ask", "help", "trace", "area", "budget", "when", "hats", "seconds",
             "optional", "unscored", "single_team_answer", "tie", "concrete", "caution", "options",
             "allow_unknown"}))
        return read;
    read.id = read_id(place.need("id"));
    read.section = read_text(place.need("section"), longest_section_name);
    auto const type = read_type(place.need("type"));
    read.ask = read_text(place.need("ask"), longest_question);
    read.help = read_text(place.find("help"), longest_help);
    if (auto const trace = place.find("trace"))
        for (json_place const& element : trace->elements())
            read.trace.push_back(read_text(element, longest_trace));
    read.area = read_id(place.find("area"));
    read.budget = read_choice(place.find("budget"), {"B1", "B2", "B3", "B4", "B5", "B6", "B7"});
    read.when = read_optional_condition(place.find("when"), condition_scope::findings, draft);
    if (auto const hats = place.find("hats"))
        for (json_place const& element : hats->elements())
            read.hats.push_back(read_choice(element, {"product", "engineering", "commercial", "support"}));
    read.seconds = read_number(place.need("seconds"), 1, longest_answer_seconds);
    read.optional = read_flag(place.find("optional"), false);
    read.unscored = read_flag(place.find("unscored"), false);
    read.single_team_answer = read_flag(place.find("single_team_answer"), false);
    read.allow_unknown = read_flag(place.find("allow_unknown"), true);
    if (auto const options = place.find("options"))
        read_options(*options, type, read);
    if (!type)
        return read;  // what else belongs to it depends on the type
    read.type = *type;
    check_options(place, read);
    read_caution(place, read);
    read_text_rules(place, read);
    read_tie(place, read);
    return read;
}

}  // namespace

void read_questions(std::optional<json_place> const& section, guide_draft& draft)
{
    if (!section)
        return;
    unique_names ids;
    unique_names asks;
    for (json_place const& element : section->elements()) {
        question read = read_question(element, draft);
        ids.add(element, element.where("id"), read.id, rename_one);
        asks.add(element, element.where("ask"), read.ask, change_one);
        draft.rules.questions.push_back(std::move(read));
    }
    if (section->value().is_array() && section->value().empty())
        section->report("holds no question. Add at least one.");
}

}  // namespace crossroads
