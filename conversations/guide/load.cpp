#include "guide/load.hpp"

#include "guide/check_guide.hpp"
#include "guide/json_place.hpp"
#include "guide/json_syntax.hpp"
#include "guide/read_sections.hpp"
#include "guide/text_limits.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace crossroads {
namespace {

constexpr std::string_view known_schema = "assess.guide/1";
constexpr std::size_t longest_version = 20;

guide_draft read_draft(json_place const& file)
{
    guide_draft draft;
    if (!file.is_object_with(
            {"schema", "id", "version", "title", "strict_budget", "questions", "grades", "facts", "paths",
             "stages", "scoping", "contradictions", "presets", "plans", "words", "scenarios", "language",
             "translations"}))
        return draft;
    guide& rules = draft.rules;
    read_choice(file.need("schema"), {known_schema});
    rules.id = read_id(file.need("id"));
    rules.version = read_text(file.need("version"), longest_version);
    rules.title = read_text(file.need("title"), longest_title);
    rules.strict_budget = read_flag(file.need("strict_budget"), false);
    read_questions(file.need("questions"), draft);
    read_grades(file.need("grades"), draft);
    read_facts(file.need("facts"), draft);
    read_paths(file.need("paths"), draft);
    read_stages(file.need("stages"), draft);
    rules.scoping = read_findings(file.need("scoping"), draft);
    rules.contradictions = read_findings(file.need("contradictions"), draft);
    read_presets(file.need("presets"), draft);
    read_plans(file.need("plans"), draft);
    read_words(file.need("words"), draft);
    read_scenarios(file.need("scenarios"), draft);
    return draft;
}

using place_order = std::map<std::string, std::size_t, std::less<>>;

void number_places(json_place const& place, place_order& order)
{
    order.emplace(place.where(), order.size());
    if (place.value().is_object())
        for (auto const& [key, member] : place.members())
            number_places(member, order);
    if (place.value().is_array())
        for (json_place const& element : place.elements())
            number_places(element, order);
}

// A key that is missing stands where its object does.
std::size_t number_of(std::string_view where, place_order const& order)
{
    while (!where.empty()) {
        if (auto const known = order.find(where); known != order.end())
            return known->second;
        auto const cut = where.find_last_of(".[");
        where = where.substr(0, cut == where.npos ? 0 : cut);
    }
    return 0;
}

void sort_in_file_order(json_place const& file, std::vector<guide_defect>& defects)
{
    place_order order;
    number_places(file, order);
    std::ranges::stable_sort(
        defects, {}, [&order](guide_defect const& defect) { return number_of(defect.where, order); });
}

}  // namespace

std::variant<guide, std::vector<guide_defect>> load_guide(std::string_view json, std::string sha256)
{
    auto parsed = parse_guide_json(json);
    if (auto* const defect = std::get_if<guide_defect>(&parsed))
        return std::vector{std::move(*defect)};
    std::vector<guide_defect> defects;
    json_place const file(std::get<guide_json>(parsed), "", defects);
    guide_draft draft = read_draft(file);
    if (file.value().is_object()) {
        check_references(draft, defects);
        check_questions(draft.rules, defects);
        check_stages(draft.rules, defects);
        check_outcomes(draft.rules, defects);
        order_facts(draft.rules, defects);
        draft.rules.sha256 = std::move(sha256);
        if (defects.empty())
            read_translations(file, draft.rules);
    }
    if (!defects.empty()) {
        sort_in_file_order(file, defects);
        return defects;
    }
    return std::move(draft.rules);
}

}  // namespace crossroads
