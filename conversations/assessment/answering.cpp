#include "assessment/answering.hpp"

#include "assessment/away.hpp"
#include "assessment/inviting.hpp"
#include "assessment/late_result.hpp"
#include "assessment/progress.hpp"
#include "assessment/showing.hpp"
#include "assessment/thread_view.hpp"
#include "decision/concreteness.hpp"
#include "decision/decision.hpp"
#include "words/phrases.hpp"
#include "words/question_card.hpp"
#include "words/refusals.hpp"
#include "words/saved_card.hpp"
#include "words/text.hpp"

#include <algorithm>

namespace crossroads {

namespace {

constexpr std::size_t history_limit = 20;  // answers kept of one person to one question

/// Drops the oldest answers beyond the limit, but never the one a shown result rests on.
void trim(std::vector<given_answer>& history, int result_revision)
{
    while (history.size() > history_limit) {
        bool const second_is_later = history[1].revision > result_revision;
        bool const result_needs_first = result_revision > 0 && second_is_later;
        history.erase(history.begin() + (result_needs_first ? 1 : 0));
    }
}

participant& joined(step& now, assessment& run)
{
    come_back(now, run);
    if (auto* known = find_person(run, now.happened.user))
        return *known;
    auto& person = run.people.emplace_back();
    person.user = now.happened.user;
    person.joined = now.happened.at;
    return person;
}

bool wants_detail(participant const& person, guide const& rules, question const& asked, answer const& value)
{
    auto const* typed = std::get_if<free_text>(&value);
    return typed != nullptr && !asked.concreteness.empty() && !is_concrete(rules, asked, typed->text) &&
           std::ranges::count(person.asked_for_detail, asked.id) == 0;
}

reply ask_for_detail(step& now, pinned_run with, question const& asked, participant& person)
{
    person.asked_for_detail.push_back(asked.id);
    now.changed = true;
    auto const* given = answer_of(person, asked.id);
    if (now.looking_at == step::screen::submitted) {
        question_form_content shown;
        shown.given = given;
        shown.wants_detail = true;
        return show_next_form{question_form(with.run, theirs(now, with), asked, shown)};
    }
    return say_privately{
        wants_detail_card(with.run, asked, std::get<free_text>(*given).text, reader_language(now))};
}

/// A second tap on the same option is an impatient one, or the platform delivers the first again under
/// another id: it was acknowledged.
bool was_said_just_now(step const& now, participant const& person, question const& asked)
{
    constexpr unix_seconds just_now = 60;
    auto const& history = person.answers.at(asked.id);
    return std::holds_alternative<pressed>(now.happened.what) && !history.empty() &&
           now.happened.at - history.back().at < just_now;
}

}  // namespace

std::optional<card> obstacle(step const& now, assessment const& run)
{
    if (run.state == run_state::cancelled)
        return cancelled_already_card(run, reader_language(now));
    if (run.state == run_state::paused)
        return paused_card(run, reader_language(now));
    return not_among(now, run);
}

std::string fault_in(question const& asked, answer const& value, language in)
{
    if (auto const* typed = std::get_if<free_text>(&value)) {
        if (typed->text.empty())
            return empty_text(asked, in);
        if (auto const size = length(typed->text); size > text_limit)
            return too_long(size, in);
    }
    if (auto const* ticked = std::get_if<selection>(&value)) {
        if (ticked->options.empty())
            return empty_choice(asked, in);
        if (ticked->options.size() > 1)
            for (auto const& id : ticked->options)
                if (auto const* one = asked.find(id); one != nullptr && one->exclusive)
                    return goes_alone(*one, in);
    }
    return check_answer(asked, value, in).value_or(std::string{});
}

bool record(
    step& now, assessment& run, question const& asked, std::optional<answer> const& value, came_by const& how)
{
    return record_for(now, run, joined(now, run), asked, value, how);
}

bool record_for(
    step& now, assessment& run, participant& person, question const& asked,
    std::optional<answer> const& value, came_by const& how)
{
    auto& history = person.answers[asked.id];
    auto const* standing = history.empty() ? nullptr : &history.back();
    bool const same = standing == nullptr ? !value : standing->value == value;
    if (same)
        return false;
    history.push_back({value, now.happened.at, record_change(now, run), how.typed_in, how.edited, false});
    trim(history, run.result_revision);
    std::erase(person.skipped, asked.id);
    person.position = asked.id;
    if (!how.typed_in.empty())
        person.last_typed = how.typed_in;
    run.stumbles.erase(person.user);
    return true;
}

aftermath follow_up(step& now, pinned_run with, question const& asked, thread_view const& before)
{
    aftermath after;
    after.asked = refresh(now, with.run, with.rules, before);
    if (with.run.state == run_state::finished)
        after.result_in_doubt = weigh_late_answer(now, with, asked);
    return after;
}

bool set_hat(step& now, pinned_run with, std::string_view hat)
{
    auto* person = find_person(with.run, now.happened.user);
    auto const offered = hat_choices(with.run, reader_language(now)).choices;
    // After the end it would change how the shown result came about.
    bool const known = std::ranges::count(offered, hat, &choice::id) > 0;
    if (person == nullptr || !known || with.run.state != run_state::open)
        return false;
    if (person->hat == hat)
        return true;
    person->hat = hat;
    record_change(now, with.run);
    return true;
}

int count_stumble(step& now, assessment& run, std::string_view question)
{
    auto& met = run.stumbles[now.happened.user];
    if (met.question != question)
        met = {std::string{question}, 0};
    constexpr int enough = 3;
    if (met.times < enough) {
        ++met.times;
        now.changed = true;
    }
    return met.times;
}

reply refuse_answer(step& now, assessment& run, question const& asked, std::string const& defect)
{
    int const tries = count_stumble(now, run, asked.id);
    auto sentence = invalid_answer(asked, defect, tries, reader_language(now));
    if (now.looking_at == step::screen::submitted)
        return refuse_form{{{question_token(run, asked.id), std::move(sentence)}}};
    return say_privately{refused_answer_card(run, asked, std::move(sentence), tries, reader_language(now))};
}

reply take_answer(step& now, pinned_run with, question const& asked, answer value, came_by const& how)
{
    auto& run = with.run;
    if (auto refusal = obstacle(now, run))
        return say_privately{std::move(*refusal)};
    if (auto const defect = fault_in(asked, value, reader_language(now)); !defect.empty())
        return refuse_answer(now, run, asked, defect);

    auto const* known = find_person(run, now.happened.user);
    auto const* standing = known == nullptr ? nullptr : answer_of(*known, asked.id);
    saved_answer told;
    if (standing != nullptr)
        told.before = *standing;
    auto asked_before = asked_now(run, with.rules);
    auto const before = look_at(run, with.rules, asked_before);
    told.same = !record(now, run, asked, value, how);
    aftermath after{std::move(asked_before), false};
    if (!told.same)
        after = follow_up(now, with, asked, before);

    auto& person = *find_person(run, now.happened.user);
    bool const in_window =
        now.looking_at == step::screen::submitted || now.looking_at == step::screen::window;
    if (run.state != run_state::finished && wants_detail(person, with.rules, asked, value))
        return ask_for_detail(now, with, asked, person);
    told.offer_hat = !person.hat_offered && !in_window && run.state == run_state::open;
    if (!person.hat_offered) {
        person.hat_offered = true;
        now.changed = true;
    }
    if (in_window)
        return show_next(now, with, after.asked, asked.id);
    if (told.same && was_said_just_now(now, person, asked))
        return nothing_to_say{};
    told.typed = !how.typed_in.empty();
    told.applies = std::ranges::count(after.asked, asked.id) > 0;
    told.late = run.state == run_state::finished;
    told.result_in_doubt = after.result_in_doubt;
    return say_privately{saved_card(
        run, theirs(now, with), asked, value, told, progress_of(&person, theirs(now, with), after.asked))};
}

reply take_skip(step& now, pinned_run with, question const& asked, came_by const& how)
{
    auto& run = with.run;
    if (auto refusal = obstacle(now, run))
        return say_privately{std::move(*refusal)};
    auto asked_then = asked_now(run, with.rules);
    auto const before = look_at(run, with.rules, asked_then);
    auto& person = joined(now, run);
    if (!passed(person, asked.id)) {
        person.skipped.push_back(asked.id);
        record_change(now, run);
        if (!how.typed_in.empty())
            person.last_typed = how.typed_in;
        asked_then = refresh(now, run, with.rules, before);
    }
    if (now.looking_at == step::screen::window || now.looking_at == step::screen::submitted)
        return show_next(now, with, asked_then, asked.id);
    auto const& same_person = *find_person(run, now.happened.user);
    return say_privately{set_aside_card(
        run, theirs(now, with), asked, progress_of(&same_person, theirs(now, with), asked_then))};
}

reply take_keep_as_said(step& now, pinned_run with, question const& asked)
{
    auto& run = with.run;
    if (auto refusal = obstacle(now, run))
        return say_privately{std::move(*refusal)};
    auto* person = find_person(run, now.happened.user);
    if (person == nullptr || answer_of(*person, asked.id) == nullptr)
        return show_question(now, with, asked_now(run, with.rules), asked);
    auto& newest = person->answers[asked.id].back();
    if (!newest.kept_as_said) {
        newest.kept_as_said = true;
        now.changed = true;
    }
    if (now.looking_at == step::screen::window)
        return show_next(now, with, asked_now(run, with.rules), asked.id);
    return say_privately{kept_as_said_card(run, theirs(now, with), asked)};
}

}  // namespace crossroads
