#include "decision/evidence.hpp"

#include "words/catalogue.hpp"
#include "words/spoken.hpp"

#include <algorithm>

namespace crossroads {

namespace {

decision_words const& words_of(situation const& answers)
{
    return words_in(answers.rules().source->shown_in).decision;
}

constexpr std::size_t longest_quote = 160;
constexpr int deepest_rule = 64;  // the loader refuses rules that go in a circle; this ends them anyway

// What of one question bears on a condition.
struct bearing {
    bool named = false;
    option_set held = 0;     // options the team ticked
    option_set missing = 0;  // options it did not tick
    std::optional<grade> graded;
};

class search {
public:
    explicit search(situation& answers) : answers_(answers), found_(answers.rules().questions.size()) {}

    void explain(node_position at, truth came_out);

    std::vector<bearing> const& found() const { return found_; }

private:
    void explain_children(compiled_node const& node, truth came_out, bool all_count);
    void explain_counted(compiled_node const& node, truth came_out);
    void explain_option(compiled_node const& node, truth came_out);
    void name_question(std::size_t question);

    situation& answers_;
    std::vector<bearing> found_;
    int depth_ = 0;
};

truth opposite(truth value)
{
    return value == truth::unknown ? value : value == truth::yes ? truth::no : truth::yes;
}

void search::name_question(std::size_t question)
{
    if (answers_.asked(question)) {
        found_[question].named = true;
    } else if (auto const& when = answers_.rules().questions[question].when) {
        explain(*when, truth::no);
    }
}

void search::explain_option(compiled_node const& node, truth came_out)
{
    auto const question = node.subject;
    name_question(question);
    if (answers_.known(question)) {
        auto& bears = found_[question];
        (came_out == truth::yes ? bears.held : bears.missing) |= node.values;
    }
}

void search::explain_children(compiled_node const& node, truth came_out, bool all_count)
{
    for (auto child = node.first; child < node.first + node.count; ++child) {
        auto const held = answers_.holds(child);
        if (all_count || held == came_out) {
            explain(child, held);
        }
    }
}

// Enough hold, or might: name those that do or might. Too few hold: name those that do not.
void search::explain_counted(compiled_node const& node, truth came_out)
{
    for (auto child = node.first; child < node.first + node.count; ++child) {
        auto const held = answers_.holds(child);
        if ((held == truth::no) == (came_out == truth::no)) {
            explain(child, held);
        }
    }
}

void search::explain(node_position at, truth came_out)
{
    if (++depth_ > deepest_rule) {
        --depth_;
        return;
    }
    auto const& rules = answers_.rules();
    auto const& node = rules.nodes[at];
    switch (node.what) {
    case compiled_node::op::always:
    case compiled_node::op::unresolvable: break;
    case compiled_node::op::ticked: explain_option(node, came_out); break;
    case compiled_node::op::grade: {
        auto const question = rules.grades[node.subject].question;
        name_question(question);
        found_[question].graded = answers_.area(node.subject);
        break;
    }
    case compiled_node::op::fact: explain(rules.facts[node.subject], came_out); break;
    case compiled_node::op::concrete:
        if (auto const question = rules.budget.at(node.subject)) {
            name_question(*question);
        }
        break;
    case compiled_node::op::criterion: {
        auto const& judged = rules.criteria[node.subject];
        bool const by_partly =
            node.partly_is_enough && judged.partly && answers_.holds(judged.when) != came_out;
        explain(by_partly ? *judged.partly : judged.when, came_out);
        break;
    }
    case compiled_node::op::all: explain_children(node, came_out, came_out == truth::yes); break;
    case compiled_node::op::any: explain_children(node, came_out, came_out == truth::no); break;
    case compiled_node::op::negate: explain(node.first, opposite(came_out)); break;
    case compiled_node::op::at_least: explain_counted(node, came_out); break;
    }
    --depth_;
}

option_set with_polarity(question const& asked, polarity wanted)
{
    option_set found = 0;
    for (std::size_t position = 0; position < asked.options.size(); ++position) {
        if (asked.options[position].says == wanted) {
            found |= option_bit(position);
        }
    }
    return found;
}

/// Of a multi-select only what speaks for the grade: the good signs of a sound area, the warnings of another,
/// or what it cannot show.
std::string
grade_says(situation const& answers, team_record const& record, std::size_t question, grade graded)
{
    auto const& asked = *answers.rules().questions[question].source;
    auto const claims = with_polarity(asked, polarity::claim);
    auto const ticked = answers.ticked(question);
    if (asked.type != question_type::multi || graded == grade::unknown) {
        return spoken(answers, record, question);
    }
    if (graded == grade::sound) {
        return (ticked & claims) != 0 ? labels_of(asked, ticked & claims) : spoken(answers, record, question);
    }
    if (auto const warnings = ticked & with_polarity(asked, polarity::warning); warnings != 0) {
        return labels_of(asked, warnings);
    }
    return text_of(words_of(answers).not_shown, {{"options", labels_of(asked, claims & ~ticked)}});
}

std::string area_name(situation const& answers, std::size_t question)
{
    auto const& rules = answers.rules();
    auto const& area = rules.questions[question].source->area;
    auto const position = rules.area_position(area);
    return position ? rules.grades[*position].source->name : area;
}

std::string
says(situation const& answers, team_record const& record, std::size_t question, bearing const& bears)
{
    auto said = spoken(answers, record, question);
    if (!answers.known(question)) {
        return said;
    }
    if (bears.graded) {
        return text_of(
            words_of(answers).area_graded,
            {{"area", area_name(answers, question)},
             {"grade", in_words(*bears.graded, answers.rules().source->shown_in)},
             {"says", grade_says(answers, record, question, *bears.graded)}});
    }
    auto const& asked = *answers.rules().questions[question].source;
    if (asked.type != question_type::multi) {
        return said;
    }
    if (bears.held != 0) {
        return labels_of(asked, bears.held);
    }
    return bears.missing == 0
               ? said
               : text_of(words_of(answers).not_ticked, {{"options", labels_of(asked, bears.missing)}});
}

std::vector<evidence>
in_words(situation const& answers, team_record const& record, std::vector<bearing> const& found)
{
    std::vector<evidence> spoken_for;
    for (std::size_t question = 0; question < found.size(); ++question) {
        if (found[question].named) {
            auto const& id = answers.rules().questions[question].source->id;
            spoken_for.push_back({id, says(answers, record, question, found[question])});
        }
    }
    return spoken_for;
}

}  // namespace

std::vector<evidence> evidence_for(situation& answers, team_record const& record, node_position at)
{
    search reasons(answers);
    reasons.explain(at, answers.holds(at));
    return in_words(answers, record, reasons.found());
}

std::vector<evidence>
evidence_for_criterion(situation& answers, team_record const& record, std::size_t criterion)
{
    auto const& judged = answers.rules().criteria[criterion];
    auto const met = answers.holds(judged.when);
    bool const by_partly = met != truth::yes && judged.partly && answers.holds(*judged.partly) == truth::yes;
    return evidence_for(answers, record, by_partly ? *judged.partly : judged.when);
}

std::string spoken(situation const& answers, team_record const& record, std::size_t question)
{
    auto const& asked = *answers.rules().questions[question].source;
    auto const& words = words_of(answers);
    if (!answers.known(question)) {
        return answers.asked(question) ? words.nobody_knows.text() : words.not_asked.text();
    }
    if (asked.type == question_type::text) {
        return quoted(record.questions[question].text, answers.rules().source->shown_in);
    }
    auto const ticked = answers.ticked(question);
    return ticked == 0 ? words.nothing_by_most.text() : labels_of(asked, ticked);
}

std::string labels_of(question const& asked, option_set options)
{
    std::string joined;
    for (std::size_t position = 0; position < asked.options.size(); ++position) {
        if ((options & option_bit(position)) != 0) {
            joined += (joined.empty() ? "" : "; ") + asked.options[position].label;
        }
    }
    return joined;
}

std::string quoted(std::string_view text, language in)
{
    if (text.size() <= longest_quote) {
        return in_quotation_marks(text, in);
    }
    auto end = longest_quote;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) {
        --end;
    }
    return in_quotation_marks(std::string(text.substr(0, end)) + "…", in);
}

}  // namespace crossroads
