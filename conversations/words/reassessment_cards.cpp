#include "words/reassessment_cards.hpp"

#include "decision/grade_names.hpp"
#include "words/dates.hpp"
#include "words/phrases.hpp"
#include "words/text.hpp"

#include <algorithm>
#include <array>

namespace crossroads {

namespace {

struct plan_vote {
    std::string_view name;
    std::string_view words;
};

constexpr std::array plan_votes{
    plan_vote{"proved", "Proved"},
    plan_vote{"partly", "Partly proved"},
    plan_vote{"not", "Not proved"},
};

/// "proved 3, partly proved 1", or nothing.
std::string counted_votes(assessment const& run)
{
    std::string line;
    for (auto const& one : plan_votes) {
        auto const votes =
            std::ranges::count_if(run.plan_votes, [&](auto const& vote) { return vote.second == one.name; });
        if (votes > 0)
            line += (line.empty() ? "" : ", ") + lower(one.words) + " " + std::to_string(votes);
    }
    return line;
}

std::string arrow(std::string const& then, std::string const& now)
{
    return then == now ? now + ", as before" : then + " → " + now;
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
    bullets list;
    for (auto const& one : changes.areas)
        if (one.moved == which)
            list.items.push_back({plain(
                one.name + ": " + std::string{name_of(one.then)} + " → " + std::string{name_of(one.now)} +
                " (" + question_marks(rules, {one.question}) + ")")});
    add_changes(content, std::move(head), std::move(list));
}

std::string value_words(question const& asked, std::optional<answer> const& value)
{
    return value ? in_words(asked, *value) : "no known answer";
}

void add_others(card& content, guide const& rules, std::vector<changed_value> const& others)
{
    bullets list;
    for (auto const& one : others)
        if (auto const* asked = rules.find(one.question))
            list.items.push_back(
                {strong(question_marks(rules, {one.question})),
                 plain(" " + value_words(*asked, one.then) + " → " + value_words(*asked, one.now))});
    add_changes(content, "Other answers that changed", std::move(list));
}

bool nothing_changed(comparison const& changes)
{
    return changes.newly_proved.empty() && changes.lost.empty() && changes.closed.empty() &&
           changes.opened.empty() && changes.areas.empty() && changes.others.empty();
}

/// Stage, path and confidence, then and now.
bullets where_it_stands(assessed const& then, assessed const& now)
{
    auto const stage_of = [](assessed const& one) { return one.decided.stage_name; };
    return {{
        {strong("Stage: "), plain(arrow(stage_of(then), stage_of(now)))},
        {strong("Path: "),
         plain(arrow(
             outcome_name(then.rules, then.decided.outcome), outcome_name(now.rules, now.decided.outcome)))},
        {strong("Confidence: "),
         plain(arrow(
             std::string{name_of(then.decided.confidence)}, std::string{name_of(now.decided.confidence)}))},
    }};
}

/// A stage further back is news, not a fault.
std::string stage_sentence(assessed const& then, assessed const& now)
{
    if (stage_movement(now.rules, then.decided.stage, now.decided.stage) != movement::back)
        return {};
    return "Your answers now place it at " + now.decided.stage_name +
           ". That is where the next plan starts from.";
}

void add_last_plan(card& content, assessment const& run, assessed const& then)
{
    auto const& outcome = then.decided.plan.outcome_to_prove;
    if (outcome.empty())
        return;
    auto const votes = counted_votes(run);
    content.blocks.emplace_back(paragraph{
        {strong("The last plan set out to prove: "), plain(outcome + ". "),
         plain(votes.empty() ? "Nobody said whether it did." : "You say: " + votes + ".")}});
}

}  // namespace

card known_product_card(assessment const& last, guide const& rules, offered_start const& offer)
{
    auto const token = write_token({offer.key, token::subject::offer, {}});
    auto content = notice(
        {strong(product_first(last)),
         plain(
             " was assessed here before: " + outcome_name(rules, last.outcome) + ", on " +
             day_of(last.ended) +
             ". Update those answers, or start from nothing? Either way the result says what changed.")});
    content.blocks.emplace_back(button_row{
        {make_button(action::update_answers, token, "Update last answers", button::look::primary),
         make_button(action::start_fresh, token, "Start fresh")}});
    return content;
}

card last_plan_card(assessment const& run, std::string_view outcome)
{
    card content;
    content.summary =
        "The last plan set out to prove: " + std::string{outcome} + ". Did it? One tap answers.";
    content.blocks.emplace_back(paragraph{
        {strong("The last plan set out to prove:"), plain("\n" + std::string{outcome} + ".\nDid it?")}});
    choice_list list;
    list.token = write_token({run.key, token::subject::last_plan, {}});
    list.label = "Did the last plan prove it?";
    for (auto const& one : plan_votes)
        list.choices.push_back({std::string{one.name}, std::string{one.words}});
    content.blocks.emplace_back(std::move(list));
    auto const people = run.plan_votes.size();
    content.blocks.emplace_back(note{{plain(
        people == 0 ? "It does not change the recommendation; the result shows it beside what changed."
                    : count_of(people, "person", "people") + " answered.")}});
    return content;
}

std::string plan_vote_words(std::string_view vote)
{
    auto const found = std::ranges::find(plan_votes, vote, &plan_vote::name);
    return found == plan_votes.end() ? std::string{} : std::string{found->words};
}

card plan_vote_saved_card(std::string_view vote)
{
    return notice(
        {plain("Saved: " + lower(plan_vote_words(vote)) + ". You can change it with another tap.")});
}

card changes_card(
    assessment const& run, assessment const& last, assessed const& then, assessed const& now,
    comparison const& changes)
{
    auto const since = day_of(last.ended);
    auto const later = span_of(last.ended, run.ended);
    card content;
    content.summary = "What changed for " + product_of(run) + " since " + since + ", " + later +
                      " ago: stage " + arrow(then.decided.stage_name, now.decided.stage_name) + ".";
    content.blocks.emplace_back(heading{"What changed in " + later});
    content.blocks.emplace_back(note{{plain("Compared with the assessment of " + since + ".")}});
    content.blocks.emplace_back(where_it_stands(then, now));
    if (auto sentence = stage_sentence(then, now); !sentence.empty())
        content.blocks.emplace_back(paragraph{{plain(std::move(sentence))}});
    add_options(content, "Newly proved", now.rules, changes.newly_proved);
    add_options(content, "Not shown any more", now.rules, changes.lost);
    add_options(content, "No longer open", now.rules, changes.closed);
    add_options(content, "Newly open", now.rules, changes.opened);
    add_areas(content, "Areas that improved", now.rules, changes, movement::forward);
    add_areas(content, "Areas that need more than before", now.rules, changes, movement::back);
    add_areas(content, "Areas seen differently", now.rules, changes, movement::sideways);
    add_others(content, now.rules, changes.others);
    if (nothing_changed(changes))
        content.blocks.emplace_back(paragraph{{plain("Every answer that can be compared is as it was.")}});
    if (!changes.not_comparable.empty())
        content.blocks.emplace_back(note{{plain(
            "Asked differently since then, so not compared: " +
            question_marks(now.rules, changes.not_comparable) + ".")}});
    add_last_plan(content, run, then);
    return content;
}

card history_card(std::vector<past_run> const& past, std::string_view product, std::string const& command)
{
    if (past.empty())
        return notice(
            {plain(
                 product.empty()
                     ? std::string{"There has been no assessment in this channel yet. Start one with "}
                     : "There is no assessment of " + std::string{product} +
                           " in this channel. See all of them with "),
             code(command + (product.empty() ? " start" : " history")), plain(".")});
    bullets lines;
    for (auto const& one : past) {
        prose line{
            strong("#" + std::to_string(one.run.number) + " " + product_first(one.run)),
            plain(" · " + day_of(one.run.ended == 0 ? one.run.started : one.run.ended) + " · ")};
        if (one.decided)
            line.push_back(plain(
                one.decided->stage_name + " · " + outcome_name(*one.rules, one.decided->outcome) +
                ", confidence " + std::string{name_of(one.decided->confidence)} + " · guide " +
                one.run.guide_version));
        else if (one.run.state == run_state::cancelled)
            line.push_back(plain("cancelled, without a result"));
        else if (!one.run.outcome.empty())
            line.push_back(
                plain("finished with guide " + one.run.guide_version + ", which is not here any more"));
        else
            line.push_back(plain(one.run.state == run_state::paused ? "paused" : "open"));
        lines.items.push_back(std::move(line));
    }
    card content;
    content.summary = "Assessments in this channel, the newest first.";
    content.blocks.emplace_back(
        paragraph{{strong("Assessments in this channel"), plain(", the newest first:")}});
    content.blocks.emplace_back(std::move(lines));
    content.blocks.emplace_back(note{
        {plain("See a result again with "),
         code(command + " results #" + std::to_string(past.front().run.number)), plain(".")}});
    return content;
}

}  // namespace crossroads
