#include "export/markdown.hpp"
#include "export/markdown_text.hpp"
#include "words/catalogue.hpp"

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

std::string deferrals(scope_plan const& plan, language in)
{
    std::string list;
    for (auto const& later : plan.defer)
        list += "- " +
                text_of(
                    words_in(in).plan.until,
                    {{"what", markdown_text(later.what)}, {"until", markdown_text(later.until)}}) +
                "\n";
    return list;
}

std::string weeks(scope_plan const& plan, document_words const& words)
{
    std::string list;
    for (auto const& phase : plan.phases) {
        bool const is_one = phase.weeks.find('-') == std::string::npos;
        list +=
            "- " + text_of(is_one ? words.week : words.weeks, {{"weeks", markdown_text(phase.weeks)}}) + ":";
        for (auto const& work : phase.work)
            list += (list.ends_with(':') ? " " : "; ") + markdown_text(work);
        list += "\n";
    }
    return list;
}

}  // namespace

std::string plan_in_markdown(decision const& decided, language in)
{
    auto const& words = words_in(in);
    auto const& plan = decided.plan;
    return "## " + text_of(words.document.plan, {{"weeks", std::to_string(plan.weeks)}}) + "\n\n" +
           part(words.plan.outcome, line(plan.outcome_to_prove)) +
           part(words.plan.workflow, line(plan.workflow)) + part(words.plan.keep, items(plan.keep)) +
           part(words.document.now, items(plan.now)) + part(words.plan.deferred, deferrals(plan, in)) +
           part(words.plan.week_by_week, weeks(plan, words.document)) +
           part(words.plan.loop, items(plan.loop));
}

}  // namespace crossroads
