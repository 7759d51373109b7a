#include "assessment/assessment.hpp"
#include "decision/grade_names.hpp"
#include "export/markdown.hpp"
#include "export/markdown_text.hpp"
#include "words/phrases.hpp"
#include "words/text.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

namespace crossroads {

namespace {

std::string_view name_of(criterion_state state)
{
    switch (state) {
    case criterion_state::met: return "Met";
    case criterion_state::partly: return "Partly";
    case criterion_state::not_met: return "Not met";
    case criterion_state::unknown: return "Unknown";
    }
    return {};
}

std::string title(std::string_view text)
{
    return "## " + markdown_text(text) + "\n\n";
}

std::string item(std::string const& text)
{
    return "- " + text + "\n";
}

std::string with_marks(guide const& rules, std::string const& text, std::vector<std::string> const& questions)
{
    auto const marks = question_marks(rules, questions);
    return markdown_text(text) + (marks.empty() ? "" : " (" + marks + ")");
}

std::string verdict(guide const& rules, decision const& decided)
{
    auto text = "Stage: **" + markdown_text(decided.stage_name) + "**" +
                (decided.stage_note.empty() ? "" : " (" + markdown_text(decided.stage_note) + ")");
    auto const reached = std::ranges::find(rules.stages, decided.stage, &stage::id);
    if (reached != rules.stages.end() && !reached->means.empty())
        text += ": " + markdown_text(reached->means);
    text += ".\n\n";
    auto const name = markdown_text(outcome_name(rules, decided.outcome));
    if (decided.outcome == "scoping")
        return text + "The next step is not more build.\n\n";
    if (decided.fallback)
        return text + "No path is fully backed by the answers. The one that fits best: **" + name + "**.\n\n";
    return text + "The cheapest path that can be defended: **" + name + "**.\n\n";
}

std::string confidence(guide const& rules, decision const& decided)
{
    auto text = "Confidence: **" + std::string{name_of(decided.confidence)} + "**.\n\n";
    for (auto const& one : decided.because)
        text += item(
            std::string{name_of(one.level)} + " at most: " + with_marks(rules, one.reason, one.questions));
    return text + (decided.because.empty() ? "Nothing speaks against it.\n\n" : "\n");
}

std::string open_questions(guide const& rules, decision const& decided)
{
    if (decided.scoping.empty())
        return {};
    auto text = title("What is open");
    for (auto const& gate : decided.scoping)
        text += item(with_marks(rules, gate.text, gate.questions));
    auto const direction = decided.direction.value_or("scoping");
    return text + "\nThe answers point to: " +
           (direction == "scoping" ? "no path yet" : markdown_text(outcome_name(rules, direction))) + ".\n\n";
}

std::string criterion_line(guide const& rules, judged_criterion const& one)
{
    auto line = "**" + std::string{name_of(one.state)}.append(".** ") + markdown_text(one.text);
    std::string rests_on;
    for (auto const& answer : one.answers)
        rests_on += (rests_on.empty() ? "" : "; ") + with_marks(rules, answer.says, {answer.question});
    return item(line + (rests_on.empty() ? "" : ": " + rests_on));
}

std::string paths(guide const& rules, decision const& decided)
{
    auto text = title("The conditions of each path, the cheapest first");
    for (auto const& path : decided.paths) {
        text += "### " + markdown_text(path.name) + ": " + std::to_string(path.met) + " of " +
                std::to_string(path.criteria.size()) + " met" +
                (path.defensible ? ", can be defended" : ", cannot be defended") + "\n\n";
        for (auto const& one : path.criteria)
            text += criterion_line(rules, one);
        text += "\n";
    }
    return text;
}

std::string areas(guide const& rules, decision const& decided)
{
    if (decided.areas.empty())
        return {};
    auto text = title("Technical areas");
    for (auto const& rule : rules.grades)
        if (auto const graded = decided.areas.find(rule.area); graded != decided.areas.end())
            text += item(markdown_text(rule.name) + ": " + std::string{name_of(graded->second)});
    return text + "\n";
}

std::string flips(guide const& rules, decision const& decided)
{
    auto text = title("What would change this");
    for (auto const& one : decided.flips)
        text += item(
            with_marks(rules, one.change, {one.question}) + ": " +
            markdown_text(outcome_name(rules, one.outcome)));
    return text + (decided.flips.empty() ? "No single answer changes this.\n\n" : "\n");
}

std::string contradictions(guide const& rules, decision const& decided)
{
    if (decided.contradictions.empty())
        return {};
    auto text = title("Answers that do not go together");
    for (auto const& one : decided.contradictions)
        text += item(with_marks(rules, one.text, one.questions));
    return text + "\n";
}

std::string settled_words(disagreement const& one)
{
    auto text = std::string{" Settled"};
    if (one.settled_by == team_vote)
        text += " by vote";
    else if (!one.settled_by.empty())
        text += " by " + markdown_text(one.settled_by);
    return text + (one.settled_reason.empty() ? "." : ": " + markdown_text(one.settled_reason) + ".");
}

}  // namespace

std::string result_in_markdown(guide const& rules, decision const& decided)
{
    return title("Result") + verdict(rules, decided) + confidence(rules, decided) +
           open_questions(rules, decided) + paths(rules, decided) + areas(rules, decided) +
           flips(rules, decided) + contradictions(rules, decided);
}

std::string differences_in_markdown(guide const& rules, decision const& decided)
{
    if (decided.disagreements.empty())
        return {};
    auto text = title("Where the team differed");
    for (auto const& one : decided.disagreements) {
        auto const* asked = rules.find(one.question);
        text += item(
            question_marks(rules, {one.question}) + " " + markdown_text(asked == nullptr ? "" : asked->ask) +
            (one.settled    ? settled_words(one)
             : one.decisive ? " This decides the result."
                            : " It does not change the result."));
        for (auto const& view : one.views)
            text +=
                "  " +
                item(
                    count_of(static_cast<std::size_t>(view.people), "person", "people") + ": " +
                    markdown_text(view.says) +
                    (one.decisive ? " (then " + markdown_text(outcome_name(rules, view.outcome)) + ")" : ""));
    }
    return text + "\n";
}

}  // namespace crossroads
