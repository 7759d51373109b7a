#include "words/result_card.hpp"

#include "assessment/progress.hpp"
#include "decision/grade_names.hpp"
#include "words/phrases.hpp"
#include "words/text.hpp"

#include <algorithm>

namespace crossroads {

namespace {

constexpr std::size_t quote_limit =
    200;  // the decision quotes shorter already; its marks must not be cut off
constexpr std::size_t evidence_in_words = 3;
constexpr std::size_t hash_shown = 12;
constexpr std::size_t most_marks = 5;  // a longer list of question numbers tells a reader nothing

std::string_view name_of(criterion_state state)
{
    switch (state) {
    case criterion_state::met: return "Met.";
    case criterion_state::partly: return "Partly.";
    case criterion_state::not_met: return "Not met.";
    case criterion_state::unknown: return "Unknown.";
    }
    return {};
}

std::string fit(judged_path const& path)
{
    auto line = std::to_string(path.met) + " of " + std::to_string(path.criteria.size()) + " met";
    if (path.partly > 0)
        line += ", " + std::to_string(path.partly) + " partly";
    if (path.unknown > 0)
        line += ", " + std::to_string(path.unknown) + " unknown";
    return line;
}

/// The first few answers in words, the rest by their question numbers: a reason must stay readable.
std::string evidence_line(guide const& rules, std::vector<evidence> const& answers)
{
    std::string line;
    std::vector<std::string> rest;
    for (auto const& one : answers) {
        if (static_cast<std::size_t>(&one - answers.data()) >= evidence_in_words) {
            if (std::ranges::count(rest, one.question) == 0)
                rest.push_back(one.question);
            continue;
        }
        auto const marks = question_marks(rules, {one.question});
        line += (line.empty() ? "" : "; ") + shorten(one.says, quote_limit) +
                (marks.empty() ? "" : " (" + marks + ")");
    }
    auto const marks = question_marks(rules, rest);
    return marks.empty() ? line : line + "; also " + marks;
}

judged_path const* find_path(decision const& decided, std::string_view id)
{
    auto const found = std::ranges::find(decided.paths, id, &judged_path::id);
    return found == decided.paths.end() ? nullptr : &*found;
}

void add_head(card& content, std::string text)
{
    content.blocks.emplace_back(paragraph{{strong(std::move(text))}});
}

void add_list(card& content, std::string head, bullets list)
{
    if (list.items.empty())
        return;
    add_head(content, std::move(head));
    content.blocks.emplace_back(std::move(list));
}

std::string stage_words(decision const& decided)
{
    return decided.stage_name + (decided.stage_note.empty() ? "" : " (" + decided.stage_note + ")");
}

std::string meaning_of_stage(guide const& rules, decision const& decided)
{
    auto const reached = std::ranges::find(rules.stages, decided.stage, &stage::id);
    return reached == rules.stages.end() || reached->means.empty() ? "" : ": " + reached->means;
}

/// The reasons that set the level first.
std::string confidence_reasons(decision const& decided)
{
    std::string text;
    for (bool const deciding : {true, false})
        for (auto const& one : decided.because)
            if ((one.level == decided.confidence) == deciding)
                text += (text.empty() ? " " : "; ") + one.reason;
    return text.empty() ? " Nothing speaks against it." : text + ".";
}

void add_verdict(
    card& content, assessment const& run, guide const& rules, decision const& decided,
    std::string const& name)
{
    prose text{
        strong(product_first(run)), plain(" is at stage "), strong(stage_words(decided)),
        plain(meaning_of_stage(rules, decided) + ".\n")};
    if (decided.outcome == "scoping")
        text.push_back(plain("The next step is not more build."));
    else if (decided.fallback)
        text.push_back(
            plain("No path is fully backed by your answers. The one that fits best is: " + name + "."));
    else
        text.push_back(plain("The cheapest path you can defend is: " + name + "."));
    text.push_back(plain("\n"));
    text.push_back(strong("Confidence: " + std::string{name_of(decided.confidence)} + "."));
    text.push_back(plain(confidence_reasons(decided)));
    content.blocks.emplace_back(paragraph{std::move(text)});
}

void add_open_questions(card& content, guide const& rules, decision const& decided)
{
    bullets list{{}, true};
    for (auto const& gate : decided.scoping) {
        auto const marks = question_marks(rules, gate.questions);
        list.items.push_back({plain(gate.text + (marks.empty() ? "" : " (" + marks + ")"))});
    }
    add_list(content, "What is open", std::move(list));
    auto const points_to =
        decided.direction && *decided.direction != "scoping"
            ? outcome_name(rules, *decided.direction) + ". Treat it as a direction, not a decision."
            : std::string{"no path yet. Nothing is backed well enough."};
    content.blocks.emplace_back(
        paragraph{{strong("What your answers point to so far"), plain(": " + points_to)}});
}

void add_reasons(card& content, guide const& rules, judged_path const& path, bool scoping)
{
    bullets list;
    for (auto const& one : path.criteria) {
        prose item{strong(std::string{name_of(one.state)}), plain(" " + one.text + ".")};
        if (item.back().text.ends_with(".."))
            item.back().text.pop_back();
        if (auto const line = evidence_line(rules, one.answers); !line.empty())
            item.push_back(emphasis(" " + line));
        list.items.push_back(std::move(item));
    }
    add_list(
        content, (scoping ? "Why they point to " : "Why ") + path.name + ": " + fit(path), std::move(list));
}

/// The conditions a cheaper path lacks, the plainly missing ones first.
std::string what_is_missing(guide const& rules, judged_path const& path)
{
    std::vector<std::string> lines;
    for (auto const state : {criterion_state::not_met, criterion_state::unknown, criterion_state::partly})
        for (auto const& one : path.criteria) {
            if (one.state != state || lines.size() >= 2)
                continue;
            std::vector<std::string> questions;
            for (auto const& answer : one.answers)
                if (std::ranges::count(questions, answer.question) == 0)
                    questions.push_back(answer.question);
            auto const marks = questions.size() <= most_marks ? question_marks(rules, questions) : "";
            lines.push_back(
                std::string{name_of(state)} + " " + one.text + (marks.empty() ? "" : " (" + marks + ")"));
        }
    std::string text;
    for (auto const& line : lines)
        text += (text.empty() ? "" : ". ") + line;
    return text.empty() ? "Its rule does not hold" : text;
}

void add_cheaper(card& content, guide const& rules, decision const& decided)
{
    bullets list;
    for (auto const& path : decided.paths) {
        if (path.id == decided.outcome)
            break;
        list.items.push_back(
            {strong(path.name), plain(": " + fit(path) + ". " + what_is_missing(rules, path) + ".")});
    }
    if (decided.outcome != "scoping")
        add_list(content, "Why not something cheaper", std::move(list));
}

void add_flips(card& content, guide const& rules, decision const& decided)
{
    bullets list;
    for (auto const& flip : decided.flips) {
        auto const marks = question_marks(rules, {flip.question});
        list.items.push_back(
            {plain(shorten(flip.change, quote_limit) + (marks.empty() ? "" : " (" + marks + ")") + ": "),
             strong(outcome_name(rules, flip.outcome))});
    }
    if (list.items.empty())
        list.items.push_back({plain("No single answer changes this.")});
    add_list(content, "What would change this", std::move(list));
}

void add_contradictions(card& content, guide const& rules, decision const& decided)
{
    bullets list;
    for (auto const& one : decided.contradictions) {
        auto const marks = question_marks(rules, one.questions);
        list.items.push_back({plain(one.text + (marks.empty() ? "" : " (" + marks + ")"))});
    }
    add_list(content, "Answers that do not go together", std::move(list));
}

prose differing_line(guide const& rules, disagreement const& one)
{
    prose text{strong(question_marks(rules, {one.question}))};
    if (one.settled) {
        text.push_back(plain(" settled"));
        if (one.settled_by == team_vote) {
            text.push_back(plain(" by vote"));
        } else if (!one.settled_by.empty()) {
            text.push_back(plain(" by "));
            text.push_back(person(one.settled_by));
        }
        text.push_back(
            plain(one.settled_reason.empty() ? "." : ": " + shorten(one.settled_reason, quote_limit) + "."));
        return text;
    }
    std::string views;
    for (auto const& view : one.views)
        views += (views.empty() ? " " : "; ") +
                 count_of(static_cast<std::size_t>(view.people), "person", "people") + ": " +
                 shorten(view.says, quote_limit) +
                 (one.decisive ? " (then " + outcome_name(rules, view.outcome) + ")" : "");
    text.push_back(plain(views + (one.decisive ? ". This decides the result." : ".")));
    return text;
}

void add_differences(card& content, guide const& rules, decision const& decided)
{
    bullets list;
    std::vector<std::string> harmless;
    for (auto const& one : decided.disagreements) {
        if (one.decisive || one.settled)
            list.items.push_back(differing_line(rules, one));
        else
            harmless.push_back(one.question);
    }
    if (auto const marks = question_marks(rules, harmless); !marks.empty())
        list.items.push_back({strong(marks), plain(". It does not change the result.")});
    add_list(content, "Where you differed", std::move(list));
}

/// What people would have picked, now that it can influence nobody.
void add_own_views(card& content, guide const& rules, answer_sheet const& sheet)
{
    for (auto const& asked : rules.questions) {
        std::vector<std::string> picks;
        for (auto const& option : asked.options) {
            auto const people =
                static_cast<std::size_t>(std::ranges::count_if(sheet.respondents, [&](auto const& one) {
                    auto const given = one.answers.find(asked.id);
                    return given != one.answers.end() && given->second == answer{selection{{option.id}}};
                }));
            if (asked.unscored && people > 0)
                picks.push_back(option.label + " (" + std::to_string(people) + ")");
        }
        if (!picks.empty())
            content.blocks.emplace_back(
                paragraph{{strong("Your own picks before the result"), plain(": " + listed(picks) + ".")}});
    }
}

prose small_print(assessment const& run, guide const& rules, decision const& decided)
{
    std::size_t with_answer = 0;
    std::size_t scored = 0;
    for (auto const& id : decided.asked) {
        auto const* question = rules.find(id);
        if (question == nullptr || question->unscored)
            continue;
        ++scored;
        with_answer += people_who_answered(run, id) > 0 ? 1U : 0U;
    }
    prose text{plain(
        count_of(run.people.size(), "person", "people") + " · " + std::to_string(with_answer) + " of " +
        std::to_string(scored) + " questions answered · guide " + decided.guide_id + " " +
        decided.guide_version + " (" + decided.guide_sha256.substr(0, hash_shown) +
        ") · the rules are fixed and open, no AI decides")};
    if (!run.names_shown || run.people.empty())
        return text;
    add_people(text, "\nTook part: ", users_of(run));
    return text;
}

/// The first question a scoping gate waits for that a person can answer.
std::string first_open_question(decision const& decided)
{
    for (auto const& gate : decided.scoping)
        if (!gate.questions.empty())
            return gate.questions.front();
    return {};
}

button_row buttons(assessment const& run, guide const& rules, decision const& decided)
{
    button_row row;
    if (auto const open = first_open_question(decided); decided.outcome == "scoping" && !open.empty())
        row.buttons.push_back(make_button(
            action::give_answer, question_token(run, open), "Answer " + question_name(rules, open),
            button::look::primary));
    auto basis = make_button(action::basis, run_token(run), "Answers it rests on");
    basis.spoken = "See the answers this result rests on and change one";
    row.buttons.push_back(std::move(basis));
    row.buttons.push_back(make_button(action::my_answers, run_token(run), "My answers"));
    auto whole = make_button(action::export_it, run_token(run), "Export");
    whole.spoken = "Post result, plan and all answers as a file in the thread";
    row.buttons.push_back(std::move(whole));
    return row;
}

std::string sentence(assessment const& run, decision const& decided, std::string const& name)
{
    return "Result for " + product_of(run) + ": " + decided.stage_name + ". " +
           (decided.outcome == "scoping" ? name : "Recommended path: " + name) + ", confidence " +
           std::string{name_of(decided.confidence)} + ". The plan follows in the thread.";
}

}  // namespace

card result_card(assessment const& run, guide const& rules, decision const& decided)
{
    auto const name = outcome_name(rules, decided.outcome);
    card content;
    content.summary = sentence(run, decided, name);
    content.blocks.emplace_back(heading{name});
    add_verdict(content, run, rules, decided, name);
    bool const scoping = decided.outcome == "scoping";
    if (scoping)
        add_open_questions(content, rules, decided);
    content.blocks.emplace_back(divider{});
    if (auto const* path = find_path(decided, scoping ? decided.direction.value_or("") : decided.outcome))
        add_reasons(content, rules, *path, scoping);
    add_cheaper(content, rules, decided);
    add_flips(content, rules, decided);
    add_contradictions(content, rules, decided);
    add_differences(content, rules, decided);
    add_own_views(content, rules, sheet_of(run, run.result_revision));
    content.blocks.emplace_back(note{small_print(run, rules, decided)});
    content.blocks.emplace_back(buttons(run, rules, decided));
    return content;
}

}  // namespace crossroads
