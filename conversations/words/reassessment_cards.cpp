#include "words/reassessment_cards.hpp"

#include "assessment/progress.hpp"
#include "words/dates.hpp"
#include "words/phrases.hpp"
#include "words/text.hpp"

#include <algorithm>
#include <array>

namespace crossroads {

namespace {

struct plan_vote {
    std::string_view name;
    wording reassessment_words::*label;
    wording reassessment_words::*within;
};

constexpr std::array plan_votes{
    plan_vote{"proved", &reassessment_words::proved, &reassessment_words::proved_within},
    plan_vote{"partly", &reassessment_words::partly_proved, &reassessment_words::partly_within},
    plan_vote{"not", &reassessment_words::not_proved, &reassessment_words::not_within},
};

reassessment_words const& words_of(guide const& rules)
{
    return words_in(rules.shown_in).reassessment;
}

/// "proved 3, partly proved 1", or nothing.
std::string counted_votes(assessment const& run, reassessment_words const& words)
{
    std::string line;
    for (auto const& one : plan_votes) {
        auto const votes = std::ranges::count_if(run.plan_votes, [&](auto const& vote) {
            return vote.second == one.name && !is_left_out(run, vote.first);
        });
        if (votes > 0)
            line += (line.empty() ? "" : ", ") + (words.*one.within).text() + " " + std::to_string(votes);
    }
    return line;
}

std::string arrow(std::string_view then, std::string_view now, reassessment_words const& words)
{
    if (then == now)
        return text_of(words.as_before, {{"now", now}});
    return std::string{then}.append(" → ").append(now);
}

void add_changes(card& content, std::string head, bullets list)
{
    if (list.items.empty())
        return;
    content.blocks.emplace_back(paragraph{{strong(std::move(head))}});
    content.blocks.emplace_back(std::move(list));
}

void add_options(
    card& content, std::string head, guide const& rules, std::vector<changed_option> const& options)
{
    bullets list;
    for (auto const& one : options)
        list.items.push_back({plain(one.label + " (" + question_marks(rules, {one.question}) + ")")});
    add_changes(content, std::move(head), std::move(list));
}

void add_areas(card& content, std::string head, guide const& rules, comparison const& changes, movement which)
{
    auto const in = rules.shown_in;
    bullets list;
    for (auto const& one : changes.areas)
        if (one.moved == which)
            list.items.push_back({plain(
                one.name + ": " + std::string{in_words(one.then, in)} + " → " +
                std::string{in_words(one.now, in)} + " (" + question_marks(rules, {one.question}) + ")")});
    add_changes(content, std::move(head), std::move(list));
}

std::string value_words(guide const& rules, question const& asked, std::optional<answer> const& value)
{
    return value ? in_words(asked, *value, rules.shown_in) : words_of(rules).no_known_answer.text();
}

void add_others(card& content, guide const& rules, std::vector<changed_value> const& others)
{
    bullets list;
    for (auto const& one : others)
        if (auto const* asked = rules.find(one.question))
            list.items.push_back(
                {strong(question_marks(rules, {one.question})),
                 plain(
                     " " + value_words(rules, *asked, one.then) + " → " +
                     value_words(rules, *asked, one.now))});
    add_changes(content, words_of(rules).other_answers.text(), std::move(list));
}

bool nothing_changed(comparison const& changes)
{
    return changes.newly_proved.empty() && changes.lost.empty() && changes.closed.empty() &&
           changes.opened.empty() && changes.areas.empty() && changes.others.empty();
}

/// Stage, path and confidence, then and now.
bullets where_it_stands(assessed const& then, assessed const& now)
{
    auto const in = now.rules.shown_in;
    auto const& words = words_of(now.rules);
    auto const level_of = [&](assessed const& one) { return in_words(one.decided.confidence, in); };
    return {{
        prose_of(words.stage, {{"change", arrow(then.decided.stage_name, now.decided.stage_name, words)}}),
        prose_of(
            words.path, {{"change", arrow(
                                        outcome_name(then.rules, then.decided.outcome),
                                        outcome_name(now.rules, now.decided.outcome), words)}}),
        prose_of(words.confidence, {{"change", arrow(level_of(then), level_of(now), words)}}),
    }};
}

void add_last_plan(card& content, assessment const& run, assessed const& then, language in)
{
    auto const& words = words_in(in).reassessment;
    auto const& outcome = then.decided.plan.outcome_to_prove;
    if (outcome.empty())
        return;
    auto const votes = counted_votes(run, words);
    auto text = prose_of(words.last_plan, {{"outcome", outcome}});
    text.push_back(
        plain(" " + (votes.empty() ? words.nobody_said.text() : text_of(words.you_say, {{"votes", votes}}))));
    content.blocks.emplace_back(paragraph{std::move(text)});
}

}  // namespace

card known_product_card(assessment const& last, guide const& rules, offered_start const& offer)
{
    auto const in = rules.shown_in;
    auto const& words = words_of(rules);
    auto const token = write_token({offer.key, token::subject::offer, {}});
    auto content = notice(
        prose_of(
            words.known_product, {{"product", product_first(last, in)},
                                  {"outcome", outcome_name(rules, last.outcome)},
                                  {"day", day_of(last.ended, in)}}),
        in);
    content.blocks.emplace_back(button_row{
        {make_button(action::update_answers, token, words.update_last, button::look::primary),
         make_button(action::start_fresh, token, words.start_fresh)}});
    return content;
}

card last_plan_card(assessment const& run, std::string_view outcome, language in)
{
    auto const& words = words_in(in).reassessment;
    card content;
    content.summary = text_of(words.last_plan_summary, {{"outcome", outcome}});
    content.blocks.emplace_back(paragraph{
        {strong(words.last_plan_head.text()),
         plain("\n" + std::string{outcome} + ".\n" + words.did_it.text())}});
    choice_list list;
    list.token = write_token({run.key, token::subject::last_plan, {}});
    list.label = words.vote_label.text();
    for (auto const& one : plan_votes)
        list.choices.push_back({std::string{one.name}, (words.*one.label).text()});
    content.blocks.emplace_back(std::move(list));
    auto const people = static_cast<std::size_t>(std::ranges::count_if(
        run.plan_votes, [&](auto const& vote) { return !is_left_out(run, vote.first); }));
    content.blocks.emplace_back(note{{plain(
        people == 0 ? words.vote_note.text() : count_of(words_in(in).question.people_answered, people))}});
    return content;
}

bool is_plan_vote(std::string_view vote)
{
    return std::ranges::find(plan_votes, vote, &plan_vote::name) != plan_votes.end();
}

card plan_vote_saved_card(std::string_view vote, language in)
{
    auto const& words = words_in(in).reassessment;
    auto const found = std::ranges::find(plan_votes, vote, &plan_vote::name);
    auto const said = found == plan_votes.end() ? std::string{} : (words.*found->within).text();
    return notice(prose_of(words.vote_saved, {{"vote", said}}), in);
}

card changes_card(
    assessment const& run, assessment const& last, assessed const& then, assessed const& now,
    comparison const& changes)
{
    auto const in = now.rules.shown_in;
    auto const& words = words_of(now.rules);
    auto const since = day_of(last.ended, in);
    auto const span = span_of(last.ended, run.ended, in);
    card content;
    content.summary = text_of(
        words.changes_summary, {{"product", product_of(run, in)},
                                {"since", since},
                                {"span", span},
                                {"stage", arrow(then.decided.stage_name, now.decided.stage_name, words)}});
    content.blocks.emplace_back(heading{text_of(words.changed_in, {{"span", span}})});
    content.blocks.emplace_back(note{prose_of(words.compared_with, {{"since", since}})});
    content.blocks.emplace_back(where_it_stands(then, now));
    // A stage further back is news, not a fault.
    if (stage_movement(now.rules, then.decided.stage, now.decided.stage) == movement::back)
        content.blocks.emplace_back(
            paragraph{prose_of(words.further_back, {{"stage", now.decided.stage_name}})});
    add_options(content, words.newly_proved.text(), now.rules, changes.newly_proved);
    add_options(content, words.not_shown.text(), now.rules, changes.lost);
    add_options(content, words.no_longer_open.text(), now.rules, changes.closed);
    add_options(content, words.newly_open.text(), now.rules, changes.opened);
    add_areas(content, words.areas_improved.text(), now.rules, changes, movement::forward);
    add_areas(content, words.areas_need_more.text(), now.rules, changes, movement::back);
    add_areas(content, words.areas_differ.text(), now.rules, changes, movement::sideways);
    add_others(content, now.rules, changes.others);
    if (nothing_changed(changes))
        content.blocks.emplace_back(paragraph{prose_of(words.nothing_changed)});
    if (!changes.not_comparable.empty())
        content.blocks.emplace_back(note{prose_of(
            words.not_compared, {{"questions", question_marks(now.rules, changes.not_comparable)}})});
    add_last_plan(content, run, then, in);
    return content;
}

namespace {

std::string outcome_of(past_run const& one, language in)
{
    auto const& words = words_in(in);
    if (one.decided)
        return text_of(
            words.reassessment.history_result, {{"stage", one.decided->stage_name},
                                                {"outcome", outcome_name(*one.rules, one.decided->outcome)},
                                                {"level", in_words(one.decided->confidence, in)},
                                                {"version", one.run.guide_version}});
    if (one.run.state == run_state::cancelled)
        return words.reassessment.history_cancelled.text();
    if (!one.run.outcome.empty())
        return text_of(words.reassessment.history_unknown, {{"version", one.run.guide_version}});
    return one.run.state == run_state::paused ? words.status.state_paused.text()
                                              : words.status.state_open.text();
}

}  // namespace

card history_card(
    std::vector<past_run> const& past, std::string_view product, std::string const& command, language in)
{
    auto const& words = words_in(in).reassessment;
    if (past.empty() && product.empty())
        return notice(prose_of(words.none_yet, {{"command", command + " start"}}), in);
    if (past.empty())
        return notice(
            prose_of(words.none_of_product, {{"product", product}, {"command", command + " history"}}), in);
    bullets lines;
    for (auto const& one : past)
        lines.items.push_back(prose_of(
            words.history_line,
            {{"run", "#" + std::to_string(one.run.number) + " " + product_first(one.run, in)},
             {"day", day_of(one.run.ended == 0 ? one.run.started : one.run.ended, in)},
             {"what", outcome_of(one, in)}}));
    card content;
    content.summary = words.history_summary.text();
    content.blocks.emplace_back(paragraph{prose_of(words.history_head)});
    content.blocks.emplace_back(std::move(lines));
    content.blocks.emplace_back(note{prose_of(
        words.see_again, {{"command", command + " results #" + std::to_string(past.front().run.number)}})});
    return content;
}

}  // namespace crossroads
