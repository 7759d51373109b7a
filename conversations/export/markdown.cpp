#include "export/markdown.hpp"

#include "assessment/progress.hpp"
#include "export/markdown_text.hpp"
#include "export/utc_time.hpp"
#include "words/phrases.hpp"
#include "words/text.hpp"

namespace crossroads {

namespace {

std::string ending(assessment const& run)
{
    if (run.ended == 0)
        return {};
    return (run.outcome.empty() ? ", cancelled on " : ", result on ") + utc_date(run.ended);
}

std::string people_line(assessment const& run)
{
    auto line = count_of(run.people.size(), "person", "people") + " took part";
    if (!run.names_shown)
        return line + "; names are hidden.";
    line += ": ";
    for (auto const& user : users_of(run))
        line += (line.ends_with(": ") ? "" : ", ") + markdown_text(user);
    return line + ".";
}

std::string head(assessment const& run, std::string const& outcome)
{
    auto text = "# " + markdown_text(product_first(run)) + ": " + markdown_text(outcome) + "\n\n";
    text += "Assessment " + std::to_string(run.number) + ", started on " + utc_date(run.started) +
            ending(run) + ". " + people_line(run) + "\n\n";
    return text + "Guide: " + markdown_text(run.guide_id + " " + run.guide_version) + ", SHA-256 " +
           run.guide_sha256 + ". The rules are fixed and open; no AI decides.\n\n";
}

}  // namespace

std::string write_markdown(assessment const& run, guide const& rules, int revision)
{
    auto const answers =
        answers_in_markdown(run, rules, revision) + changes_in_markdown(run, rules, revision);
    if (run.outcome.empty())
        return head(run, "cancelled, without a result") + answers;
    auto const decided = decide(rules, sheet_of(run, revision));
    return head(run, outcome_name(rules, decided.outcome)) + result_in_markdown(rules, decided) +
           differences_in_markdown(rules, decided) + plan_in_markdown(decided) + answers;
}

}  // namespace crossroads
