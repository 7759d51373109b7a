#include "products.hpp"

#include "decision/document.hpp"
#include "the_guide.hpp"

#include <cstdlib>
#include <iostream>
#include <variant>

namespace crossroads {

namespace {

product_answers parsed(char const* text)
{
    return product_answers::parse(text);
}

answer_sheet read(nlohmann::json const& document)
{
    auto sheet = read_sheet(the_guide(), document.dump());
    if (auto const* const why = std::get_if<std::string>(&sheet)) {
        std::cerr << *why << '\n';
        std::abort();
    }
    return std::get<answer_sheet>(std::move(sheet));
}

}  // namespace

product_answers polish_product()
{
    return parsed(R"({
        "traction": ["pilot_done", "came_back"],
        "proved": ["value_understood", "workflow_solves", "users_return", "features_known"],
        "unproved": ["release_rhythm", "onboard_scale"],
        "proof": "14 bakeries placed 230 orders in March and 11 ordered again",
        "main_job": "on_own",
        "workflow": "Bakery staff reorder flour in two taps",
        "surface": ["onboarding", "delivery"],
        "manual": ["setup"],
        "requests": "Order for two shops at once",
        "data_model": ["g_entities", "g_relations", "g_extend"],
        "auth": "ready",
        "integrations": ["core_known", "failure_known", "no_gaps", "recoverable"],
        "releases": ["path", "rollback", "config"],
        "qa": ["coverage", "regression", "visibility"],
        "change": ["easy"],
        "hurting": ["none"],
        "usage": ["none"],
        "keep": ["flow", "ui", "data", "backend", "auth"],
        "next": "repeat",
        "defer": "The recipe planner"})");
}

product_answers hardening_product()
{
    auto answers = polish_product();
    answers.merge_patch(parsed(R"({
        "auth": "basic",
        "unproved": ["auth_ready", "release_rhythm", "onboard_scale"],
        "releases": ["path"],
        "qa": ["reproduce", "customers_first"],
        "hurting": ["releases", "qa"],
        "usage": ["growing", "onboarding", "depend"],
        "keep": ["flow", "ui", "data", "backend"],
        "next": "reliable"})"));
    return answers;
}

product_answers partial_product()
{
    auto answers = polish_product();
    answers.merge_patch(parsed(R"({
        "unproved": ["data_future", "auth_ready", "integrations_reliable", "release_rhythm", "onboard_scale"],
        "data_model": ["g_entities", "w_dup", "w_special", "w_breaks"],
        "auth": "demo",
        "integrations": ["core_known"],
        "releases": ["config"],
        "qa": ["reproduce", "customers_first"],
        "change": ["slow", "speed"],
        "hurting": ["data", "auth"],
        "usage": ["onboarding"],
        "keep": ["flow", "ui"],
        "next": "change"})"));
    return answers;
}

product_answers full_product()
{
    auto answers = partial_product();
    answers.merge_patch(parsed(R"({
        "traction": ["demo_interest", "manual_delivery"],
        "proved": ["value_understood", "segment_responds", "features_known"],
        "unproved": ["repeated_use", "data_future", "auth_ready", "integrations_reliable", "release_rhythm"],
        "proof": "9 bakeries paid for 40 deliveries that we did by hand",
        "main_job": "demo_only",
        "surface": ["sales"],
        "manual": ["delivery"],
        "requests": null,
        "change": ["speed", "brittle", "heavy", "dead_end"],
        "hurting": ["data"],
        "usage": ["none"],
        "keep": ["learning_only"]})"));
    return answers;
}

product_answers unproved_product()
{
    auto answers = polish_product();
    answers.merge_patch(parsed(R"({
        "traction": ["demo_interest"],
        "proved": ["value_understood", "demo_believable"],
        "unproved": ["repeated_use", "onboard_scale"],
        "proof": "11 bakers saw the demo in June and 4 agreed to a pilot",
        "main_job": "demo_only",
        "surface": ["sales"],
        "manual": null,
        "requests": null,
        "usage": null,
        "next": "demos"})"));
    return answers;
}

std::vector<product_answers> all_products()
{
    return {polish_product(), hardening_product(), partial_product(), full_product(), unproved_product()};
}

answer_sheet solo(product_answers const& answers, std::string const& patch)
{
    return team(answers, {{"", patch}});
}

answer_sheet team(product_answers const& answers, std::vector<voice> const& voices)
{
    auto people = nlohmann::json::array();
    for (auto const& each : voices) {
        auto own = answers;
        own.merge_patch(nlohmann::json::parse(each.patch));
        people.push_back({{"id", "p" + std::to_string(people.size())}, {"hat", each.hat}, {"answers", own}});
    }
    return read({{"product", "Flour Run"}, {"respondents", people}});
}

}  // namespace crossroads
