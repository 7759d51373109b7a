#include "export/markdown.hpp"
#include "export/markdown_text.hpp"

#include <string_view>
#include <vector>

namespace crossroads {

namespace {

std::string part(std::string_view title, std::string const& text)
{
    return text.empty() ? std::string{} : "### " + std::string{title} + "\n\n" + text + "\n";
}

std::string items(std::vector<std::string> const& texts)
{
    std::string list;
    for (auto const& text : texts)
        list += "- " + markdown_text(text) + "\n";
    return list;
}

std::string line(std::string const& text)
{
    return text.empty() ? std::string{} : markdown_text(text) + "\n";
}

std::string deferrals(scope_plan const& plan)
{
    std::string list;
    for (auto const& later : plan.defer)
        list += "- " + markdown_text(later.what) + ": until " + markdown_text(later.until) + "\n";
    return list;
}

std::string weeks(scope_plan const& plan)
{
    std::string list;
    for (auto const& phase : plan.phases) {
        list += (phase.weeks.find('-') == std::string::npos ? "- Week " : "- Weeks ") +
                markdown_text(phase.weeks) + ":";
        for (auto const& work : phase.work)
            list += (list.ends_with(':') ? " " : "; ") + markdown_text(work);
        list += "\n";
    }
    return list;
}

}  // namespace

std::string plan_in_markdown(decision const& decided)
{
    auto const& plan = decided.plan;
    return "## " + std::to_string(plan.weeks) + " week plan\n\n" +
           part("The one outcome to prove", line(plan.outcome_to_prove)) +
           part("The workflow", line(plan.workflow)) + part("Keep as it is", items(plan.keep)) +
           part("Now", items(plan.now)) + part("Deliberately deferred", deferrals(plan)) +
           part("Week by week", weeks(plan)) + part("Release and feedback loop", items(plan.loop));
}

}  // namespace crossroads
