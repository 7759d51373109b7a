#include "assessment/progress.hpp"
#include "export/answer_words.hpp"
#include "export/markdown.hpp"
#include "export/markdown_text.hpp"
#include "words/catalogue.hpp"
#include "words/phrases.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

namespace crossroads {

namespace {

std::string question_title(guide const& rules, question const& asked)
{
    auto const number = asked.unscored ? words_in(rules.shown_in).phrases.closing_vote_title.text()
                                       : std::to_string(number_of(rules, asked.id));
    return number + ". " + markdown_text(asked.ask);
}

/// "ana, 2026-06-12T17:00:00Z"; when names are hidden, "2026-06-12".
std::string who_and_when(assessment const& run, participant const& person, given_answer const& given)
{
    return (run.names_shown ? markdown_text(person.user) + ", " : "") + when_given(run, given);
}

std::string said(question const& asked, given_answer const& given, language in)
{
    return given.value ? markdown_text(answer_words(asked, *given.value, in))
                       : words_in(in).document.withdrawn.text();
}

std::string lines_of(assessment const& run, question const& asked, int revision, language in)
{
    std::string text;
    for (auto const* person : people_who_count(run, revision)) {
        auto const* given = given_as_of(*person, asked.id, revision);
        if (given != nullptr && given->value)
            text += "- " + said(asked, *given, in) + " _(" + who_and_when(run, *person, *given) + ")_\n";
    }
    return text;
}

std::string settled_line(assessment const& run, question const& asked, int revision, language in)
{
    auto const& words = words_in(in).document;
    std::string line;
    for (auto const& settled : run.settled)
        if (settled.question == asked.id && settled.revision <= revision)
            line = "- **" + words.settled_head.text() + "** " +
                   text_of(
                       settled.value.reason.empty() ? words.settled_line : words.settled_line_because,
                       {{"owner",
                         settled.value.by == team_vote ? words.vote.text() : markdown_text(settled.value.by)},
                        {"answer", markdown_text(answer_words(asked, settled.value.value, in))},
                        {"reason", markdown_text(settled.value.reason)}}) +
                   "\n";
    return line;
}

std::string marked_line(assessment const& run, question const& asked, int revision, language in)
{
    bool const marked = !asked.budget.empty() && std::ranges::any_of(run.concrete, [&](auto const& mark) {
        return mark.budget == asked.budget && mark.revision <= revision;
    });
    return marked ? "- " + words_in(in).document.marked.text() + "\n" : "";
}

/// One person's answers to one question, the oldest first: "with help → on their own".
std::string way_of(
    assessment const& run, question const& asked, std::vector<given_answer> const& steps, int revision,
    language in)
{
    std::string way;
    for (auto const& given : steps)
        way += (way.empty() ? "" : " → ") + said(asked, given, in) + " _(" + when_given(run, given) +
               (given.revision > revision ? words_in(in).document.after_result.text() : "") + ")_";
    return way;
}

std::string changes_to(assessment const& run, guide const& rules, question const& asked, int revision)
{
    std::string text;
    for (auto const* person : people_who_count(run)) {
        auto const found = person->answers.find(asked.id);
        if (found == person->answers.end() || found->second.empty())
            continue;
        bool const changed = found->second.size() > 1 || found->second.back().revision > revision;
        if (changed)
            text += "- " + question_title(rules, asked) +
                    (run.names_shown ? " " + markdown_text(person->user) : std::string{}) + ": " +
                    way_of(run, asked, found->second, revision, rules.shown_in) + "\n";
    }
    return text;
}

}  // namespace

std::string answers_in_markdown(assessment const& run, guide const& rules, int revision)
{
    auto const asked_then = asked_questions(rules, sheet_of(run, revision));
    auto const in = rules.shown_in;
    auto const& words = words_in(in).document;
    auto text = "## " + words.all_answers.text() + "\n\n";
    for (auto const& asked : rules.questions) {
        auto const lines = lines_of(run, asked, revision, in);
        bool const applies = std::ranges::count(asked_then, asked.id) > 0;
        if (!applies && lines.empty())
            continue;
        text += "### " + question_title(rules, asked) + "\n\n";
        if (!applies)
            text += words.ruled_out.text() + "\n\n";
        text += (lines.empty() ? words.no_answer.text() + "\n\n" : lines) +
                settled_line(run, asked, revision, in) + marked_line(run, asked, revision, in) + "\n";
    }
    return text;
}

std::string changes_in_markdown(assessment const& run, guide const& rules, int revision)
{
    std::string text;
    for (auto const& asked : rules.questions)
        text += changes_to(run, rules, asked, revision);
    return text.empty() ? text : "## " + words_in(rules.shown_in).document.how_changed.text() + "\n\n" + text;
}

}  // namespace crossroads
