#include "words/plan_card.hpp"

#include "words/phrases.hpp"
#include "words/text.hpp"

namespace crossroads {

namespace {

std::string title(scope_plan const& plan, std::string const& outcome)
{
    return std::to_string(plan.weeks) + " week " + (outcome == "scoping" ? "scoping plan" : "scope plan");
}

std::string joined(std::vector<std::string> const& parts)
{
    std::string line;
    for (auto const& part : parts)
        line += (line.empty() ? "" : "; ") + part;
    return line;
}

void add_line(card& content, std::string const& head, std::string const& text)
{
    if (!text.empty())
        content.blocks.emplace_back(paragraph{{strong(head), plain("\n" + text)}});
}

void add_outcome(card& content, scope_plan const& plan)
{
    add_line(content, "The one outcome to prove", plan.outcome_to_prove);
    if (plan.outcome_to_prove.find('[') != std::string::npos)
        content.blocks.emplace_back(
            note{{plain("Agree the numbers in square brackets once, before the first week.")}});
}

void add_now(card& content, scope_plan const& plan)
{
    if (plan.now.empty())
        return;
    content.blocks.emplace_back(paragraph{{strong("Now (" + std::to_string(plan.now.size()) + ")")}});
    bullets list{{}, true};
    for (auto const& work : plan.now)
        list.items.push_back({plain(work)});
    content.blocks.emplace_back(std::move(list));
}

void add_deferred(card& content, scope_plan const& plan)
{
    if (plan.defer.empty())
        return;
    content.blocks.emplace_back(paragraph{{strong("Deliberately deferred")}});
    bullets list;
    for (auto const& later : plan.defer)
        list.items.push_back({plain(shorten(later.what, 150) + ": until " + later.until)});
    content.blocks.emplace_back(std::move(list));
}

void add_weeks(card& content, scope_plan const& plan)
{
    bullets list;
    for (auto const& phase : plan.phases)
        list.items.push_back(
            {strong((phase.weeks.find('-') == std::string::npos ? "Week " : "Weeks ") + phase.weeks),
             plain(": " + joined(phase.work))});
    if (list.items.empty())
        return;
    content.blocks.emplace_back(paragraph{{strong("Week by week")}});
    content.blocks.emplace_back(std::move(list));
}

std::string sentence(assessment const& run, scope_plan const& plan, std::string const& outcome)
{
    return title(plan, outcome) + " for " + product_of(run) + ": one outcome, " +
           count_of(plan.now.size(), "piece of work", "pieces of work") + ", " +
           count_of(plan.defer.size(), "thing", "things") + " deferred.";
}

}  // namespace

card plan_card(assessment const& run, decision const& decided)
{
    auto const& plan = decided.plan;
    card content;
    content.summary = sentence(run, plan, decided.outcome);
    content.blocks.emplace_back(heading{title(plan, decided.outcome)});
    add_outcome(content, plan);
    add_line(
        content, "The workflow",
        plan.workflow.empty() ? "" : in_quotation_marks(shorten(plan.workflow, 150)));
    add_line(content, "Keep as it is", joined(plan.keep));
    add_now(content, plan);
    add_deferred(content, plan);
    add_weeks(content, plan);
    add_line(content, "Release and feedback loop", joined(plan.loop));
    content.blocks.emplace_back(note{
        {plain("This is a stage plan, not a backlog. New ideas wait for the review in the last week.")}});
    return content;
}

}  // namespace crossroads
