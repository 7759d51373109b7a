#include "words/result_card.hpp"

#include "assessment/progress.hpp"
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

result_words const& words_of(guide const& rules)
{
    return words_in(rules.shown_in).result;
}

/// "Not met."
std::string name_of(criterion_state state, language in)
{
    return std::string{in_words(state, in)} + ".";
}

std::string fit(judged_path const& path, language in)
{
    auto const number = [](int of) { return static_cast<std::size_t>(of); };
    return fit_in_words(
        number(path.met), path.criteria.size(), number(path.partly), number(path.unknown), in);
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
    return marks.empty() ? line : text_of(words_of(rules).also, {{"answers", line}, {"questions", marks}});
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

std::string stage_name(guide const& rules, decision const& decided)
{
    if (decided.stage_note.empty())
        return decided.stage_name;
    return text_of(words_of(rules).stage_note, {{"stage", decided.stage_name}, {"note", decided.stage_note}});
}

std::string meaning_of_stage(guide const& rules, decision const& decided)
{
    auto const reached = std::ranges::find(rules.stages, decided.stage, &stage::id);
    return reached == rules.stages.end() || reached->means.empty() ? "" : ": " + reached->means;
}

/// The reasons that set the level first.
std::string confidence_reasons(guide const& rules, decision const& decided)
{
    std::string text;
    for (bool const deciding : {true, false})
        for (auto const& one : decided.because)
            if ((one.level == decided.confidence) == deciding)
                text += (text.empty() ? " " : "; ") + one.reason;
    return text.empty() ? " " + words_of(rules).nothing_against.text() : text + ".";
}

std::string verdict(guide const& rules, decision const& decided, std::string const& name)
{
    auto const& words = words_of(rules);
    if (decided.outcome == "scoping")
        return words.not_more_build.text();
    return text_of(decided.fallback ? words.fits_best : words.cheapest, {{"path", name}});
}

void add_verdict(
    card& content, assessment const& run, guide const& rules, decision const& decided,
    std::string const& name)
{
    auto const& words = words_of(rules);
    auto text = prose_of(
        words.at_stage, {{"product", product_first(run, rules.shown_in)},
                         {"stage", stage_name(rules, decided)},
                         {"means", meaning_of_stage(rules, decided)}});
    text.push_back(plain("\n" + verdict(rules, decided, name) + "\n"));
    for (auto& piece : prose_of(words.confidence, {{"level", in_words(decided.confidence, rules.shown_in)}}))
        text.push_back(std::move(piece));
    text.push_back(plain(confidence_reasons(rules, decided)));
    content.blocks.emplace_back(paragraph{std::move(text)});
}

void add_open_questions(card& content, guide const& rules, decision const& decided)
{
    auto const& words = words_of(rules);
    bullets list{{}, true};
    for (auto const& gate : decided.scoping) {
        auto const marks = question_marks(rules, gate.questions);
        list.items.push_back({plain(gate.text + (marks.empty() ? "" : " (" + marks + ")"))});
    }
    add_list(content, words.what_is_open.text(), std::move(list));
    if (decided.direction && *decided.direction != "scoping")
        content.blocks.emplace_back(
            paragraph{prose_of(words.points_to, {{"path", outcome_name(rules, *decided.direction)}})});
    else
        content.blocks.emplace_back(paragraph{prose_of(words.points_nowhere)});
}

void add_reasons(card& content, guide const& rules, judged_path const& path, bool scoping)
{
    bullets list;
    for (auto const& one : path.criteria) {
        prose item{strong(name_of(one.state, rules.shown_in)), plain(" " + one.text + ".")};
        if (item.back().text.ends_with(".."))
            item.back().text.pop_back();
        if (auto const line = evidence_line(rules, one.answers); !line.empty())
            item.push_back(emphasis(" " + line));
        list.items.push_back(std::move(item));
    }
    auto const& words = words_of(rules);
    add_list(
        content,
        text_of(
            scoping ? words.why_they_point : words.why,
            {{"path", path.name}, {"fit", fit(path, rules.shown_in)}}),
        std::move(list));
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
                name_of(state, rules.shown_in) + " " + one.text + (marks.empty() ? "" : " (" + marks + ")"));
        }
    std::string text;
    for (auto const& line : lines)
        text += (text.empty() ? "" : ". ") + line;
    return text.empty() ? words_of(rules).rule_does_not_hold.text() : text;
}

void add_cheaper(card& content, guide const& rules, decision const& decided)
{
    bullets list;
    for (auto const& path : decided.paths) {
        if (path.id == decided.outcome)
            break;
        list.items.push_back(
            {strong(path.name),
             plain(": " + fit(path, rules.shown_in) + ". " + what_is_missing(rules, path) + ".")});
    }
    if (decided.outcome != "scoping")
        add_list(content, words_of(rules).not_cheaper.text(), std::move(list));
}

void add_flips(card& content, guide const& rules, decision const& decided)
{
    bullets list;
    for (auto const& flip : decided.flips) {
        auto const marks = question_marks(rules, {flip.question});
        list.items.push_back(
            {plain(flip.change + (marks.empty() ? "" : " (" + marks + ")") + ": "),
             strong(outcome_name(rules, flip.outcome))});
    }
    if (list.items.empty())
        list.items.push_back(prose_of(words_of(rules).nothing_changes));
    add_list(content, words_of(rules).would_change.text(), std::move(list));
}

void add_contradictions(card& content, guide const& rules, decision const& decided)
{
    bullets list;
    for (auto const& one : decided.contradictions) {
        auto const marks = question_marks(rules, one.questions);
        list.items.push_back({plain(one.text + (marks.empty() ? "" : " (" + marks + ")"))});
    }
    add_list(content, words_of(rules).contradictions.text(), std::move(list));
}

std::string_view wording_of(result_words const& words, disagreement const& settled)
{
    bool const reason = !settled.settled_reason.empty();
    if (settled.settled_by == team_vote)
        return reason ? words.settled_by_vote_because : words.settled_by_vote;
    if (settled.settled_by.empty())
        return reason ? words.settled_because : words.settled;
    return reason ? words.settled_by_because : words.settled_by;
}

prose differing_line(guide const& rules, disagreement const& one)
{
    auto const& words = words_in(rules.shown_in);
    auto const mark = question_marks(rules, {one.question});
    if (one.settled)
        return prose_of(
            wording_of(words.result, one), {{"question", mark},
                                            {"owner", person(one.settled_by)},
                                            {"reason", shorten(one.settled_reason, quote_limit)}});
    std::string views;
    for (auto const& view : one.views)
        views += (views.empty() ? " " : "; ") +
                 text_of(
                     one.decisive ? words.result.view_leads : words.result.view,
                     {{"people", count_of(words.phrases.people, static_cast<std::size_t>(view.people))},
                      {"says", shorten(view.says, quote_limit)},
                      {"outcome", outcome_name(rules, view.outcome)}});
    views += one.decisive ? ". " + words.result.decides.text() : ".";
    return {strong(mark), plain(std::move(views))};
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
        list.items.push_back(prose_of(words_of(rules).does_not_change, {{"questions", marks}}));
    add_list(content, words_of(rules).differed.text(), std::move(list));
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
                paragraph{prose_of(words_of(rules).own_picks, {{"picks", listed(picks, rules.shown_in)}})});
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
    auto const in = rules.shown_in;
    auto const& words = words_in(in);
    auto text = prose_of(
        words.result.small_print, {{"people", count_of(words.phrases.people, people_who_count(run).size())},
                                   {"answered", with_answer},
                                   {"count", scored},
                                   {"guide", decided.guide_id + " " + decided.guide_version},
                                   {"hash", decided.guide_sha256.substr(0, hash_shown)}});
    if (!run.names_shown || people_who_count(run).empty())
        return text;
    text.push_back(plain("\n"));
    for (auto& piece : prose_of(words.result.took_part, {{"people", people_by_name(users_of(run), in)}}))
        text.push_back(std::move(piece));
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
    auto const& words = words_of(rules);
    auto const& common = words_in(rules.shown_in).buttons;
    button_row row;
    if (auto const open = first_open_question(decided); decided.outcome == "scoping" && !open.empty())
        row.buttons.push_back(make_button(
            action::give_answer, question_token(run, open),
            text_of(words.answer_open, {{"question", question_name(rules, open)}}), button::look::primary));
    auto basis = make_button(action::basis, run_token(run), common.basis);
    basis.spoken = words.basis_spoken.text();
    row.buttons.push_back(std::move(basis));
    row.buttons.push_back(make_button(action::my_answers, run_token(run), common.my_answers));
    auto whole = make_button(action::export_it, run_token(run), words.export_it);
    whole.spoken = words.export_spoken.text();
    row.buttons.push_back(std::move(whole));
    return row;
}

std::string
sentence(assessment const& run, guide const& rules, decision const& decided, std::string const& name)
{
    auto const& words = words_of(rules);
    return text_of(
        decided.outcome == "scoping" ? words.summary_scoping : words.summary,
        {{"product", product_of(run, rules.shown_in)},
         {"stage", decided.stage_name},
         {"outcome", name},
         {"level", in_words(decided.confidence, rules.shown_in)}});
}

}  // namespace

card result_card(assessment const& run, guide const& rules, decision const& decided)
{
    auto const name = outcome_name(rules, decided.outcome);
    card content;
    content.summary = sentence(run, rules, decided, name);
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
