#include "guide/read_condition.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace crossroads {
namespace {

struct operator_name {
    std::string_view key;
    condition::op what;
    condition_scope from;  // the narrowest scope that may use it
};

constexpr std::array operators{
    operator_name{"ticked", condition::op::ticked, condition_scope::answers},
    operator_name{"is", condition::op::is, condition_scope::answers},
    operator_name{"grade", condition::op::grade, condition_scope::findings},
    operator_name{"fact", condition::op::fact, condition_scope::findings},
    operator_name{"concrete", condition::op::concrete, condition_scope::findings},
    operator_name{"criterion", condition::op::criterion, condition_scope::verdicts},
    operator_name{"all", condition::op::all, condition_scope::answers},
    operator_name{"any", condition::op::any, condition_scope::answers},
    operator_name{"not", condition::op::negate, condition_scope::answers},
    operator_name{"at_least", condition::op::at_least, condition_scope::answers},
};

std::string operators_in(condition_scope scope)
{
    std::string names;
    for (operator_name const& known : operators)
        if (known.from <= scope)
            names += (names.empty() ? "" : ", ") + std::string(known.key);
    return names;
}

class condition_reader {
public:
    condition_reader(condition_scope scope, std::vector<condition_reference>& references)
        : scope_(scope), references_(references)
    {}

    condition read(json_place const& place)
    {
        if (place.value().is_boolean() && place.value().get<bool>())
            return {};
        operator_name const* const known = find_operator(place);
        if (known == nullptr)
            return {};
        condition read;
        read.what = known->what;
        read_operand(read, place, *place.need(known->key));
        return read;
    }

private:
    operator_name const* find_operator(json_place const& place) const
    {
        if (!place.value().is_object()) {
            place.report("is not a condition. Write true or an object such as {\"fact\": \"…\"}.");
            return nullptr;
        }
        auto const is_used = [&place](operator_name const& known) {
            return place.find(known.key).has_value();
        };
        auto const used = std::ranges::find_if(operators, is_used);
        if (used == operators.end()) {
            place.report("holds no condition. Use one of " + operators_in(scope_) + ".");
            return nullptr;
        }
        if (used->from > scope_) {
            place.report(
                "uses " + in_quotes(used->key) + ", which is worked out later. Use one of " +
                operators_in(scope_) + " here.");
            return nullptr;
        }
        return has_only_keys_of(place, *used) ? &*used : nullptr;
    }

    static bool has_only_keys_of(json_place const& place, operator_name const& used)
    {
        auto const belongs = [&used](std::string_view key) {
            return key == used.key || (used.what == condition::op::at_least && key == "of") ||
                   (used.what == condition::op::criterion && key == "min");
        };
        bool fine = true;
        for (auto const& [key, member] : place.members()) {
            if (belongs(key))
                continue;
            member.report(
                "does not belong beside " + in_quotes(used.key) +
                ". Put conditions together with \"all\" or \"any\".");
            fine = false;
        }
        return fine;
    }

    void read_operand(condition& into, json_place const& place, json_place const& operand)
    {
        switch (into.what) {
        case condition::op::always: return;
        case condition::op::ticked:
        case condition::op::is: read_choice_of(into, operand); return;
        case condition::op::grade: read_grade(into, operand); return;
        case condition::op::fact:
        case condition::op::concrete: read_subject(into, operand); return;
        case condition::op::criterion:
            read_subject(into, operand);
            into.partly_is_enough = read_choice(place.find("min"), {"partly"}) == "partly";
            return;
        case condition::op::all:
        case condition::op::any: read_parts(into, operand); return;
        case condition::op::negate: into.of.push_back(read(operand)); return;
        case condition::op::at_least:
            if (auto const parts = place.need("of")) {
                read_parts(into, *parts);
                into.count = read_number(operand, 1, std::max(1, static_cast<int>(into.of.size())));
            }
            return;
        }
    }

    // ["question", "option"]
    void read_choice_of(condition& into, json_place const& operand)
    {
        if (!is_pair(operand, "[\"question\", \"option\"]"))
            return;
        auto const pair = operand.elements();
        into.subject = read_id(pair[0]);
        auto option = read_id(pair[1]);
        references_.push_back({into.what, into.subject, pair[0].where(), option, pair[1].where()});
        into.values.push_back(std::move(option));
    }

    // ["area", ["weak", "failing"]]
    void read_grade(condition& into, json_place const& operand)
    {
        if (!is_pair(operand, "[\"area\", [\"weak\", \"failing\"]]"))
            return;
        auto const pair = operand.elements();
        into.subject = read_id(pair[0]);
        references_.push_back({into.what, into.subject, pair[0].where(), {}, {}});
        unique_names names;
        for (json_place const& element : pair[1].elements()) {
            auto grade = read_choice(element, {"sound", "weak", "failing", "unknown"});
            names.add(element, element.where(), grade, "Remove one of them.");
            into.values.push_back(std::move(grade));
        }
        if (pair[1].value().is_array() && pair[1].value().empty())
            pair[1].report("names no grade. Name at least one of sound, weak, failing, unknown.");
    }

    static bool is_pair(json_place const& operand, std::string_view form)
    {
        if (operand.value().is_array() && operand.value().size() == 2)
            return true;
        operand.report("is not a pair. Write it as " + std::string(form) + ".");
        return false;
    }

    void read_subject(condition& into, json_place const& operand)
    {
        into.subject = read_id(operand);
        references_.push_back({into.what, into.subject, operand.where(), {}, {}});
    }

    void read_parts(condition& into, json_place const& operand)
    {
        for (json_place const& part : operand.elements())
            into.of.push_back(read(part));
        if (operand.value().is_array() && operand.value().empty())
            operand.report("holds no condition. Add at least one.");
    }

    condition_scope scope_;
    std::vector<condition_reference>& references_;
};

}  // namespace

condition read_condition(
    std::optional<json_place> const& place, condition_scope scope,
    std::vector<condition_reference>& references)
{
    if (!place)
        return {};
    return condition_reader(scope, references).read(*place);
}

}  // namespace crossroads
