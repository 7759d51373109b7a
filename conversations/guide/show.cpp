#include "guide/show.hpp"

#include "guide/describe_condition.hpp"

#include <numeric>
#include <string>
#include <string_view>

namespace crossroads {
namespace {

// Text of the guide as it reads, not as Markdown would take it.
std::string escaped(std::string_view text)
{
    static constexpr std::string_view special = "\\`*_[]<>|#";
    std::string plain;
    for (char const byte : text) {
        if (special.find(byte) != special.npos)
            plain += '\\';
        plain += byte;
    }
    return plain;
}

std::string code(std::string_view id)
{
    return "`" + std::string(id) + "`";
}

std::string_view in_words(question_type type)
{
    switch (type) {
    case question_type::single: return "One answer";
    case question_type::multi: return "Any number of answers";
    case question_type::text: return "One sentence";
    }
    return {};
}

std::string_view in_words(polarity says)
{
    switch (says) {
    case polarity::neutral: return "";
    case polarity::claim: return ", speaks for the build";
    case polarity::warning: return ", a warning";
    }
    return {};
}

std::string list_of(std::vector<std::string> const& words, std::string_view between)
{
    std::string list;
    for (std::string const& word : words)
        list.append(list.empty() ? "" : between).append(word);
    return list;
}

class guide_page {
public:
    explicit guide_page(guide const& rules) : rules_(rules) {}

    std::string write()
    {
        write_head();
        write_questions();
        write_areas();
        write_facts();
        write_paths();
        write_stages();
        write_findings("When better scoping comes first", "Any of these is enough.", rules_.scoping);
        write_findings(
            "Contradictions", "Shown with the result; each lowers its confidence.", rules_.contradictions);
        write_plans();
        write_scenarios();
        return std::move(page_);
    }

private:
    std::string says(condition const& when) const { return escaped(describe_condition(rules_, when)); }

    void line(std::string const& text) { page_.append(text).append("\n"); }

    void paragraph(std::string const& text) { line(text + "\n"); }

    void write_head()
    {
        auto const seconds = std::accumulate(
            rules_.questions.begin(), rules_.questions.end(), 0,
            [](int sum, question const& asked) { return sum + asked.seconds; });
        paragraph("# " + escaped(rules_.title));
        paragraph(
            "Guide " + code(rules_.id) + ", version " + escaped(rules_.version) + ". " +
            std::to_string(rules_.questions.size()) + " questions, about " +
            std::to_string((seconds + 59) / 60) + " minutes if all are asked. " +
            (rules_.strict_budget
                 ? "Any open budget question leads to better scoping."
                 : "One open secondary budget question (B3, B4 or B7) caps the confidence only."));
    }

    void write_questions()
    {
        paragraph("## Questions");
        std::string section;
        for (std::size_t index = 0; index < rules_.questions.size(); ++index) {
            question const& asked = rules_.questions[index];
            if (asked.section != section)
                paragraph("### " + escaped(asked.section));
            section = asked.section;
            paragraph("**" + std::to_string(index + 1) + ". " + escaped(asked.ask) + "** " + code(asked.id));
            if (!asked.help.empty())
                paragraph(escaped(asked.help));
            write_options(asked);
            paragraph("*" + rules_of(asked) + "*");
        }
    }

    void write_options(question const& asked)
    {
        for (option const& given : asked.options)
            line(
                "- " + escaped(given.label) + " (" + code(given.id) + std::string(in_words(given.says)) +
                (given.exclusive ? ", stands alone" : "") + ")");
        if (!asked.options.empty())
            line("");
    }

    std::string rules_of(question const& asked) const
    {
        std::string text =
            std::string(in_words(asked.type)) + ", about " + std::to_string(asked.seconds) + " s.";
        text += asked.when ? " Asked if " + says(*asked.when) + "." : " Always asked.";
        if (asked.optional)
            text += " May be left out.";
        if (!asked.allow_unknown)
            text += " No “do not know”.";
        if (asked.unscored)
            text += " Does not change the result.";
        if (!asked.budget.empty())
            text += " Budget question " + asked.budget + ".";
        if (!asked.concreteness.empty())
            text += " Has to be concrete.";
        if (!asked.hats.empty())
            text += " Counts first from: " + list_of(asked.hats, ", ") + ".";
        if (asked.single_team_answer)
            text += " The team has to agree on one answer.";
        else if (!asked.caution.empty())
            text += " Without a majority the more cautious answer counts, in this order: " +
                    code(list_of(asked.caution, "`, `")) + ".";
        if (asked.tie_counts_as_shown)
            text += " Ticked by exactly half: counts as shown.";
        if (!asked.trace.empty())
            text += " From the guide: " + escaped(list_of(asked.trace, "; ")) + ".";
        return text;
    }

    void write_areas()
    {
        paragraph("## Technical areas");
        paragraph("An area that is neither failing nor sound is weak; unknown if nobody could answer.");
        for (grade_rule const& rule : rules_.grades) {
            line(
                "- **" + escaped(rule.name) + "** (" + code(rule.area) + ", from " + code(rule.question) +
                ")");
            line("  - Failing: " + says(rule.failing));
            line("  - Sound: " + says(rule.sound));
            if (!rule.failing_first)
                line("  - Sound is tried first.");
            line("  - A weakness that does not bind can wait until " + escaped(rule.until) + ".");
        }
        line("");
    }

    void write_facts()
    {
        paragraph("## What follows from the answers");
        for (fact const& named : rules_.facts)
            line("- **" + escaped(named.text) + "** (" + code(named.id) + "): " + says(named.when));
        line("");
    }

    void write_paths()
    {
        paragraph("## Paths, the cheapest first");
        paragraph("The cheapest path that can be defended is recommended.");
        for (path const& way : rules_.paths) {
            paragraph("### " + std::to_string(way.cost_rank) + ". " + escaped(way.name) + " " + code(way.id));
            for (criterion const& judged : way.criteria) {
                line("- **" + judged.id + "** " + escaped(judged.text));
                line("  - Met: " + says(judged.when));
                if (judged.partly)
                    line("  - Partly: " + says(*judged.partly));
            }
            line("");
            paragraph("Can be defended if " + says(way.required) + ".");
            paragraph("Not even the best fit unless " + says(way.never_without) + ".");
        }
    }

    void write_stages()
    {
        paragraph("## Stages");
        paragraph("The first that holds.");
        for (stage const& reached : rules_.stages) {
            line("- **" + escaped(reached.name) + "** (" + code(reached.id) + "): " + says(reached.when));
            if (!reached.means.empty())
                line("  - Means: " + escaped(reached.means) + ".");
            for (stage_note const& note : reached.notes)
                line("  - “" + escaped(note.text) + "” if " + says(note.when));
        }
        line("");
    }

    void
    write_findings(std::string const& title, std::string const& lead, std::vector<finding> const& findings)
    {
        paragraph("## " + title);
        paragraph(lead);
        for (finding const& found : findings)
            line("- **" + found.id + "** " + escaped(found.text) + ": " + says(found.when));
        line("");
    }

    void write_plans()
    {
        paragraph("## Scope plans");
        for (path const& way : rules_.paths)
            if (auto const plan = rules_.plans.find(way.id); plan != rules_.plans.end())
                write_plan(way.name, plan->second);
        if (auto const plan = rules_.plans.find("scoping"); plan != rules_.plans.end())
            write_plan("Better scoping", plan->second);
    }

    void write_plan(std::string const& name, plan_template const& plan)
    {
        paragraph("### Plan: " + escaped(name));
        line("- Outcome: " + escaped(plan.outcome));
        for (plan_length const& length : plan.weeks)
            line("- " + std::to_string(length.weeks) + " weeks" + if_any(length.when));
        for (plan_item const& item : plan.now)
            line("- Now: " + escaped(item.text) + if_any(item.when));
        for (replaced_part const& part : plan.replaces)
            line("- Not kept: " + keep_label(part.option) + if_any(part.when));
        for (std::string const& step : plan.loop)
            line("- Loop: " + escaped(step));
        line("");
    }

    std::string if_any(std::optional<condition> const& when) const
    {
        return when ? ", if " + says(*when) : "";
    }

    std::string keep_label(std::string const& option_id) const
    {
        for (question const& asked : rules_.questions)
            if (asked.budget == "B3" && asked.find(option_id) != nullptr)
                return escaped(asked.find(option_id)->label);
        return code(option_id);
    }

    void write_scenarios()
    {
        if (rules_.scenarios.empty())
            return;
        paragraph("## Examples that must come out as they say");
        for (guide_scenario const& example : rules_.scenarios)
            line("- " + escaped(example.title) + " (" + code(example.id) + "): " + code(example.outcome));
        line("");
    }

    guide const& rules_;
    std::string page_;
};

}  // namespace

std::string show_guide(guide const& rules)
{
    auto page = guide_page(rules).write();
    page.resize(page.find_last_not_of('\n') + 2);
    return page;
}

}  // namespace crossroads
