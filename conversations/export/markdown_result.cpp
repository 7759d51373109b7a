#include "assessment/assessment.hpp"
#include "export/markdown.hpp"
#include "export/markdown_text.hpp"
#include "words/catalogue.hpp"
#include "words/phrases.hpp"
#include "words/text.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

namespace crossroads {

namespace {

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
    auto const& words = words_in(rules.shown_in);
    auto text = words.document.stage.text() + ": **" + markdown_text(decided.stage_name) + "**" +
                (decided.stage_note.empty() ? "" : " (" + markdown_text(decided.stage_note) + ")");
    auto const reached = std::ranges::find(rules.stages, decided.stage, &stage::id);
    if (reached != rules.stages.end() && !reached->means.empty())
        text += ": " + markdown_text(reached->means);
    text += ".\n\n";
    if (decided.outcome == "scoping")
        return text + words.result.not_more_build.text() + "\n\n";
    auto const& lead = decided.fallback ? words.document.fits_best : words.document.cheapest;
    return text + lead.text() + ": **" + markdown_text(outcome_name(rules, decided.outcome)) + "**.\n\n";
}

std::string confidence(guide const& rules, decision const& decided)
{
    auto const in = rules.shown_in;
    auto const& words = words_in(in);
    auto text =
        words.document.confidence.text().append(": **").append(in_words(decided.confidence, in)) + "**.\n\n";
    for (auto const& one : decided.because)
        text += item(text_of(
            words.document.at_most,
            {{"level", in_words(one.level, in)}, {"reason", with_marks(rules, one.reason, one.questions)}}));
    return text + (decided.because.empty() ? words.result.nothing_against.text() + "\n\n" : "\n");
}

std::string open_questions(guide const& rules, decision const& decided)
{
    if (decided.scoping.empty())
        return {};
    auto const& words = words_in(rules.shown_in);
    auto text = title(words.result.what_is_open);
    for (auto const& gate : decided.scoping)
        text += item(with_marks(rules, gate.text, gate.questions));
    auto const direction = decided.direction.value_or("scoping");
    auto const path = direction == "scoping" ? words.document.no_path_yet.text()
                                             : markdown_text(outcome_name(rules, direction));
    return text + "\n" + text_of(words.document.point_to, {{"path", path}}) + "\n\n";
}

std::string criterion_line(guide const& rules, judged_criterion const& one)
{
    auto line =
        "**" + std::string{in_words(one.state, rules.shown_in)}.append(".** ") + markdown_text(one.text);
    std::string rests_on;
    for (auto const& answer : one.answers)
        rests_on += (rests_on.empty() ? "" : "; ") + with_marks(rules, answer.says, {answer.question});
    return item(line + (rests_on.empty() ? "" : ": " + rests_on));
}

std::string paths(guide const& rules, decision const& decided)
{
    auto const& words = words_in(rules.shown_in).document;
    auto text = title(words.conditions);
    for (auto const& path : decided.paths) {
        text += "### " +
                text_of(
                    path.defensible ? words.path_defensible : words.path_indefensible,
                    {{"path", markdown_text(path.name)},
                     {"met", std::to_string(path.met)},
                     {"count", path.criteria.size()}}) +
                "\n\n";
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
    auto text = title(words_in(rules.shown_in).document.areas);
    for (auto const& rule : rules.grades)
        if (auto const graded = decided.areas.find(rule.area); graded != decided.areas.end())
            text += item((markdown_text(rule.name) + ": ").append(in_words(graded->second, rules.shown_in)));
    return text + "\n";
}

std::string flips(guide const& rules, decision const& decided)
{
    auto text = title(words_in(rules.shown_in).result.would_change);
    for (auto const& one : decided.flips)
        text += item(
            with_marks(rules, one.change, {one.question}) + ": " +
            markdown_text(outcome_name(rules, one.outcome)));
    return text +
           (decided.flips.empty() ? words_in(rules.shown_in).result.nothing_changes.text() + "\n\n" : "\n");
}

std::string contradictions(guide const& rules, decision const& decided)
{
    if (decided.contradictions.empty())
        return {};
    auto text = title(words_in(rules.shown_in).result.contradictions);
    for (auto const& one : decided.contradictions)
        text += item(with_marks(rules, one.text, one.questions));
    return text + "\n";
}

std::string settled_words(disagreement const& one, document_words const& words)
{
    bool const reason = !one.settled_reason.empty();
    std::string_view said = reason ? words.settled_by_because : words.settled_by;
    if (one.settled_by == team_vote)
        said = reason ? words.settled_by_vote_because : words.settled_by_vote;
    else if (one.settled_by.empty())
        said = reason ? words.settled_because : words.settled;
    return text_of(
        said, {{"owner", markdown_text(one.settled_by)}, {"reason", markdown_text(one.settled_reason)}});
}

}  // namespace

std::string result_in_markdown(guide const& rules, decision const& decided)
{
    return title(words_in(rules.shown_in).document.result) + verdict(rules, decided) +
           confidence(rules, decided) + open_questions(rules, decided) + paths(rules, decided) +
           areas(rules, decided) + flips(rules, decided) + contradictions(rules, decided);
}

std::string differences_in_markdown(guide const& rules, decision const& decided)
{
    if (decided.disagreements.empty())
        return {};
    auto const& words = words_in(rules.shown_in);
    auto text = title(words.document.differed);
    for (auto const& one : decided.disagreements) {
        auto const* asked = rules.find(one.question);
        text += item(
            question_marks(rules, {one.question}) + " " + markdown_text(asked == nullptr ? "" : asked->ask) +
            " " +
            (one.settled ? settled_words(one, words.document)
                         : (one.decisive ? words.result.decides : words.document.does_not_change).text()));
        for (auto const& view : one.views)
            text +=
                "  " + item(text_of(
                           one.decisive ? words.result.view_leads : words.result.view,
                           {{"people", count_of(words.phrases.people, static_cast<std::size_t>(view.people))},
                            {"says", markdown_text(view.says)},
                            {"outcome", markdown_text(outcome_name(rules, view.outcome))}}));
    }
    return text + "\n";
}

}  // namespace crossroads
