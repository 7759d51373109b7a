#include "export/markdown.hpp"

#include "assessment/progress.hpp"
#include "export/markdown_text.hpp"
#include "export/utc_time.hpp"
#include "words/phrases.hpp"
#include "words/text.hpp"

namespace crossroads {

namespace {

std::string ending(assessment const& run, document_words const& words)
{
    if (run.ended == 0)
        return {};
    return text_of(
        run.outcome.empty() ? words.cancelled_on : words.result_on, {{"day", utc_date(run.ended)}});
}

std::string people_line(assessment const& run, document_words const& words)
{
    auto const count = people_who_count(run).size();
    std::string people;
    for (auto const& user : users_of(run))
        people += (people.empty() ? "" : ", ") + markdown_text(user);
    return text_of(
        run.names_shown ? words.took_part.of(count) : words.took_part_hidden.of(count),
        {{"count", count}, {"people", people}});
}

std::string head(assessment const& run, std::string const& outcome, language in)
{
    auto const& words = words_in(in).document;
    return "# " + markdown_text(product_first(run, in)) + ": " + markdown_text(outcome) + "\n\n" +
           text_of(
               words.about, {{"number", std::to_string(run.number)},
                             {"started", utc_date(run.started)},
                             {"ended", ending(run, words)},
                             {"people", people_line(run, words)}}) +
           "\n\n" +
           text_of(
               words.guide, {{"guide", markdown_text(run.guide_id + " " + run.guide_version)},
                             {"hash", run.guide_sha256}}) +
           "\n\n";
}

}  // namespace

std::string write_markdown(assessment const& run, guide const& rules, int revision)
{
    auto const in = rules.shown_in;
    auto const answers =
        answers_in_markdown(run, rules, revision) + changes_in_markdown(run, rules, revision);
    if (run.outcome.empty())
        return head(run, words_in(in).document.cancelled.text(), in) + answers;
    auto const decided = decide(rules, sheet_of(run, revision));
    return head(run, outcome_name(rules, decided.outcome), in) + result_in_markdown(rules, decided) +
           differences_in_markdown(rules, decided) + plan_in_markdown(decided, in) + answers;
}

}  // namespace crossroads
