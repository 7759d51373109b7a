#include "decision/document.hpp"
#include "decision/grade_names.hpp"

#include <nlohmann/json.hpp>

#include <array>
#include <string>
#include <vector>

namespace crossroads {

namespace {

using json = nlohmann::ordered_json;

std::string in_words(criterion_state value)
{
    switch (value) {
    case criterion_state::met: return "met";
    case criterion_state::partly: return "partly";
    case criterion_state::not_met: return "not_met";
    case criterion_state::unknown: return "unknown";
    }
    return {};
}

json or_null(std::optional<std::string> const& value)
{
    return value ? json(*value) : json(nullptr);
}

json answer_json(question_type type, answer const& given)
{
    if (auto const* const chosen = std::get_if<selection>(&given)) {
        return type == question_type::single && chosen->options.size() == 1 ? json(chosen->options.front())
                                                                            : json(chosen->options);
    }
    if (auto const* const typed = std::get_if<free_text>(&given)) {
        return typed->text;
    }
    return {{"unknown", true}};
}

question_type type_of(guide const& rules, std::string const& question_id)
{
    auto const* const asked = rules.find(question_id);
    return asked == nullptr ? question_type::multi : asked->type;
}

json findings_json(std::vector<raised_finding> const& findings)
{
    auto list = json::array();
    for (auto const& each : findings) {
        list.push_back({{"id", each.id}, {"text", each.text}, {"questions", each.questions}});
    }
    return list;
}

json confidence_json(decision const& decided)
{
    auto because = json::array();
    for (auto const& each : decided.because) {
        because.push_back(
            {{"level", name_of(each.level)}, {"reason", each.reason}, {"questions", each.questions}});
    }
    return {{"level", name_of(decided.confidence)}, {"because", std::move(because)}};
}

json path_json(judged_path const& judged)
{
    auto criteria = json::array();
    for (auto const& each : judged.criteria) {
        auto answers = json::array();
        for (auto const& one : each.answers) {
            answers.push_back({{"question", one.question}, {"says", one.says}});
        }
        criteria.push_back(
            {{"id", each.id},
             {"state", in_words(each.state)},
             {"text", each.text},
             {"answers", std::move(answers)}});
    }
    return {
        {"fit", std::to_string(judged.met) + " of " + std::to_string(judged.criteria.size())},
        {"met", judged.met},
        {"partly", judged.partly},
        {"unknown", judged.unknown},
        {"defensible", judged.defensible},
        {"possible", judged.possible},
        {"criteria", std::move(criteria)}};
}

json areas_json(std::map<std::string, grade> const& areas)
{
    auto object = json::object();
    static constexpr std::array<char const*, 5> order{"data", "auth", "integrations", "releases", "qa"};
    for (auto const* const area : order) {
        if (auto const found = areas.find(area); found != areas.end()) {
            object[area] = name_of(found->second);
        }
    }
    for (auto const& [area, value] : areas) {
        object[area] = name_of(value);
    }
    return object;
}

json disagreements_json(std::vector<disagreement> const& disagreements)
{
    auto list = json::array();
    for (auto const& each : disagreements) {
        auto views = json::array();
        for (auto const& one : each.views) {
            views.push_back({{"says", one.says}, {"people", one.people}, {"outcome", one.outcome}});
        }
        json object = {{"question", each.question}, {"decisive", each.decisive}, {"settled", each.settled}};
        if (each.settled) {
            object["settled_by"] = each.settled_by;
            object["settled_reason"] = each.settled_reason;
        }
        object["views"] = std::move(views);
        list.push_back(std::move(object));
    }
    return list;
}

json flips_json(std::vector<flip> const& flips)
{
    auto list = json::array();
    for (auto const& each : flips) {
        auto const* const chosen = std::get_if<selection>(&each.value);
        bool const one = chosen != nullptr && !each.several;
        list.push_back(
            {{"change", each.change},
             {"question", each.question},
             {"answer", answer_json(one ? question_type::single : question_type::multi, each.value)},
             {"outcome", each.outcome}});
    }
    return list;
}

json plan_json(scope_plan const& plan)
{
    auto defer = json::array();
    for (auto const& each : plan.defer) {
        defer.push_back({{"what", each.what}, {"until", each.until}});
    }
    auto phases = json::array();
    for (auto const& each : plan.phases) {
        phases.push_back({{"weeks", each.weeks}, {"work", each.work}});
    }
    return {{"weeks", plan.weeks},       {"outcome_to_prove", plan.outcome_to_prove},
            {"workflow", plan.workflow}, {"keep", plan.keep},
            {"keep_ids", plan.keep_ids}, {"now", plan.now},
            {"defer", std::move(defer)}, {"phases", std::move(phases)},
            {"loop", plan.loop}};
}

// Text of any origin can be written: bytes that are not UTF-8 become U+FFFD instead of an exception.
std::string on_one_line(json const& document)
{
    return document.dump(-1, ' ', false, json::error_handler_t::replace);
}

}  // namespace

std::string write_sheet(guide const& rules, answer_sheet const& sheet)
{
    auto respondents = json::array();
    for (auto const& from : sheet.respondents) {
        auto answers = json::object();
        for (auto const& [question_id, given] : from.answers) {
            answers[question_id] = answer_json(type_of(rules, question_id), given);
        }
        json person = {{"id", from.id}};
        if (!from.hat.empty()) {
            person["hat"] = from.hat;
        }
        person["answers"] = std::move(answers);
        respondents.push_back(std::move(person));
    }
    json document = {
        {"guide", rules.id}, {"product", sheet.product}, {"respondents", std::move(respondents)}};
    for (auto const& [question_id, settled] : sheet.settled) {
        document["settled"][question_id] = {
            {"value", answer_json(type_of(rules, question_id), settled.value)},
            {"by", settled.by},
            {"reason", settled.reason}};
    }
    for (auto const& [budget, mark] : sheet.concrete) {
        document["concrete"][budget] = mark;
    }
    return on_one_line(document);
}

std::string write_decision(decision const& decided)
{
    auto paths = json::object();
    for (auto const& each : decided.paths) {
        paths[each.id] = path_json(each);
    }
    json const document = {
        {"guide",
         {{"id", decided.guide_id}, {"version", decided.guide_version}, {"sha256", decided.guide_sha256}}},
        {"stage", decided.stage},
        {"stage_note", decided.stage_note},
        {"outcome", decided.outcome},
        {"direction", or_null(decided.direction)},
        {"runner_up", or_null(decided.runner_up)},
        {"fallback", decided.fallback},
        {"confidence", confidence_json(decided)},
        {"scoping", findings_json(decided.scoping)},
        {"paths", std::move(paths)},
        {"areas", areas_json(decided.areas)},
        {"budget", decided.budget},
        {"contradictions", findings_json(decided.contradictions)},
        {"disagreements", disagreements_json(decided.disagreements)},
        {"flips", flips_json(decided.flips)},
        {"asked", decided.asked},
        {"plan", plan_json(decided.plan)}};
    return on_one_line(document);
}

}  // namespace crossroads
