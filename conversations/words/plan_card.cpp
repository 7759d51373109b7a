#include "words/plan_card.hpp"

#include "words/phrases.hpp"
#include "words/text.hpp"

namespace crossroads {

namespace {

std::string title(scope_plan const& plan, std::string const& outcome, language in)
{
    auto const& words = words_in(in).plan;
    return text_of(
        outcome == "scoping" ? words.title_scoping : words.title, {{"weeks", std::to_string(plan.weeks)}});
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

void add_outcome(card& content, scope_plan const& plan, plan_words const& words)
{
    add_line(content, words.outcome.text(), plan.outcome_to_prove);
    if (plan.outcome_to_prove.find('[') != std::string::npos)
        content.blocks.emplace_back(note{prose_of(words.agree_numbers)});
}

void add_now(card& content, scope_plan const& plan, plan_words const& words)
{
    if (plan.now.empty())
        return;
    content.blocks.emplace_back(paragraph{{strong(text_of(words.now, {{"count", plan.now.size()}}))}});
    bullets list{{}, true};
    for (auto const& work : plan.now)
        list.items.push_back({plain(work)});
    content.blocks.emplace_back(std::move(list));
}

void add_deferred(card& content, scope_plan const& plan, plan_words const& words)
{
    if (plan.defer.empty())
        return;
    content.blocks.emplace_back(paragraph{{strong(words.deferred.text())}});
    bullets list;
    for (auto const& later : plan.defer)
        list.items.push_back(
            prose_of(words.until, {{"what", shorten(later.what, 150)}, {"until", later.until}}));
    content.blocks.emplace_back(std::move(list));
}

void add_weeks(card& content, scope_plan const& plan, plan_words const& words)
{
    bullets list;
    for (auto const& phase : plan.phases)
        list.items.push_back(prose_of(
            phase.weeks.find('-') == std::string::npos ? words.week : words.weeks,
            {{"weeks", phase.weeks}, {"work", joined(phase.work)}}));
    if (list.items.empty())
        return;
    content.blocks.emplace_back(paragraph{{strong(words.week_by_week.text())}});
    content.blocks.emplace_back(std::move(list));
}

std::string sentence(assessment const& run, decision const& decided, language in)
{
    auto const& words = words_in(in).plan;
    auto const& plan = decided.plan;
    return text_of(
        words.summary, {{"title", title(plan, decided.outcome, in)},
                        {"product", product_of(run, in)},
                        {"work", count_of(words.work, plan.now.size())},
                        {"deferred", count_of(words.things, plan.defer.size())}});
}

}  // namespace

card plan_card(assessment const& run, decision const& decided, language in)
{
    auto const& words = words_in(in).plan;
    auto const& plan = decided.plan;
    card content;
    content.summary = sentence(run, decided, in);
    content.blocks.emplace_back(heading{title(plan, decided.outcome, in)});
    add_outcome(content, plan, words);
    add_line(
        content, words.workflow.text(),
        plan.workflow.empty() ? "" : in_quotation_marks(shorten(plan.workflow, 150), in));
    add_line(content, words.keep.text(), joined(plan.keep));
    add_now(content, plan, words);
    add_deferred(content, plan, words);
    add_weeks(content, plan, words);
    add_line(content, words.loop.text(), joined(plan.loop));
    content.blocks.emplace_back(note{prose_of(words.not_a_backlog)});
    return content;
}

}  // namespace crossroads
