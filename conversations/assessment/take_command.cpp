#include "assessment/answering.hpp"
#include "assessment/away.hpp"
#include "assessment/command.hpp"
#include "assessment/events.hpp"
#include "assessment/exporting.hpp"
#include "assessment/finishing.hpp"
#include "assessment/permission.hpp"
#include "assessment/posting.hpp"
#include "assessment/progress.hpp"
#include "assessment/reassessment.hpp"
#include "assessment/recognizer.hpp"
#include "assessment/settling.hpp"
#include "assessment/showing.hpp"
#include "assessment/starting.hpp"
#include "assessment/typed_replies.hpp"
#include "words/help_words.hpp"
#include "words/refusals.hpp"
#include "words/status_card.hpp"
#include "words/text.hpp"

#include <algorithm>

namespace crossroads {

namespace {

using runs = std::vector<assessment*>;

bool is_open(assessment const& run)
{
    return run.state == run_state::open || run.state == run_state::paused;
}

runs all_runs(channel_state& state)
{
    runs all;
    for (auto& run : state.assessments)
        all.push_back(&run);
    return all;
}

/// The assessments a command without a number can mean: those that are open, else the newest.
runs candidates(step& now, command_name name)
{
    auto const all = all_runs(now.state);
    runs found;
    if (name == command_name::results)
        std::ranges::copy_if(all, std::back_inserter(found), [](auto* run) { return !run->outcome.empty(); });
    if (name == command_name::export_it)
        std::ranges::copy_if(all, std::back_inserter(found), [](auto* run) { return !is_open(*run); });
    if (!found.empty())
        return {found.back()};
    std::ranges::copy_if(all, std::back_inserter(found), [](auto* run) { return is_open(*run); });
    if (found.empty() && !all.empty())
        found.push_back(all.back());
    return found;
}

std::vector<assessment const*> read_only(runs const& from)
{
    return {from.begin(), from.end()};
}

/// The assessment a command is about, or what to say instead.
std::variant<assessment*, card> select(step& now, command const& typed)
{
    auto const& command = now.around.command;
    auto const all = all_runs(now.state);
    if (all.empty())
        return no_assessment_card(command, reader_language(now));
    if (typed.run) {
        auto const found = std::ranges::find(all, *typed.run, [](auto* run) { return run->number; });
        if (found == all.end())
            return no_such_run_card(read_only(all), *typed.run, reader_language(now));
        return *found;
    }
    if (auto* of_thread = run_of_thread(now))
        return of_thread;
    auto const found = candidates(now, typed.name);
    if (found.size() > 1)
        return which_run_card(
            read_only(found), command + " " + std::string{name_of(typed.name)}, reader_language(now));
    return found.front();
}

reply answer_command(step& now, pinned_run with, command const& typed)
{
    auto& run = with.run;
    if (auto refusal = obstacle(now, run))
        return say_privately{std::move(*refusal)};
    auto const asked = asked_now(run, with.rules);
    if (!typed.number && typed.text.empty())
        return show_next(now, with, asked, {});
    auto const* person = find_person(run, now.happened.user);
    auto const* which = typed.number ? question_numbered(theirs(now, with), *typed.number)
                                     : next_open(person, theirs(now, with), asked, {});
    if (which == nullptr)
        return typed.number ? reply{say_privately{no_such_question_card(theirs(now, with))}}
                            : show_next(now, with, asked, {});
    if (!typed.text.empty())
        return take_addressed_text(now, with, *which, clean(typed.text));
    if (std::ranges::count(asked, which->id) == 0)
        return say_privately{question_not_asked_card(theirs(now, with), *which)};
    return show_question(now, with, asked, *which);
}

reply skip_command(step& now, pinned_run with, command const& typed)
{
    auto const asked = asked_now(with.run, with.rules);
    auto const* person = find_person(with.run, now.happened.user);
    auto const* which = typed.number ? question_numbered(theirs(now, with), *typed.number)
                                     : next_open(person, theirs(now, with), asked, {});
    if (which == nullptr)
        return typed.number ? reply{say_privately{no_such_question_card(theirs(now, with))}}
                            : show_next(now, with, asked, {});
    return take_skip(now, with, *which, {});
}

reply back_command(step& now, pinned_run with)
{
    if (auto refusal = obstacle(now, with.run))
        return say_privately{std::move(*refusal)};
    return show_previous(now, with, asked_now(with.run, with.rules));
}

reply status_command(step& now, pinned_run with, command const& typed)
{
    auto const asked = asked_now(with.run, with.rules);
    if (!typed.share)
        return say_privately{status_card(with.run, theirs(now, with), asked, now.happened.user)};
    auto const slot = slot_of(with.run, "status/") + std::to_string(record_change(now, with.run));
    post_in_thread(now, with.run, slot, status_card(with.run, with.rules, asked, {}));
    return nothing_to_say{};
}

reply settle_command(step& now, pinned_run with, command const& typed)
{
    auto const* which = question_numbered(theirs(now, with), *typed.number);
    if (which == nullptr || which->unscored)
        return say_privately{no_such_question_card(theirs(now, with))};
    if (typed.text.empty())
        return open_settle_form(now, with, *which);
    if (auto refusal = unless_owner(now, with.run, deed::settle))
        return say_privately{std::move(*refusal)};
    auto const what = understand(now, with, *which, clean(typed.text), attention::addressed);
    if (auto const* value = std::get_if<answer>(&what))
        return settle(now, with, *which, *value, {});
    auto const* puzzle = std::get_if<unclear>(&what);
    return refuse_answer(
        now, with.run, *which,
        not_recognized(
            *which, puzzle == nullptr ? unclear{unclear::why::no_such_option, typed.text} : *puzzle,
            reader_language(now)));
}

reply mark_command(step& now, pinned_run with, command const& typed)
{
    auto const* which = question_numbered(theirs(now, with), *typed.number);
    if (which == nullptr)
        return say_privately{no_such_question_card(theirs(now, with))};
    return mark_concrete(now, with, *which);
}

/// What is posted and edited from now on is in the channel's new language.
reply language_command(step& now, command const& typed)
{
    if (!typed.spoken)
        return say_privately{
            channel_language_card(channel_language(now), now.around.command, reader_language(now))};
    bool const already = channel_language(now) == *typed.spoken;
    if (now.state.spoken != typed.spoken) {
        now.state.spoken = typed.spoken;
        now.changed = true;
    }
    return say_privately{language_set_card(*typed.spoken, already, reader_language(now))};
}

/// Of somebody who is away it is a word about themselves; the owner of what is paused means both.
reply resume_command(step& now, pinned_run with)
{
    auto const& run = with.run;
    bool const of_the_run = run.state != run_state::open && run.owner == now.happened.user;
    if (!is_away(run, now.happened.user) || of_the_run)
        return take_request(now, with, {deed::resume});
    return say_back(now, with);
}

reply finish_command(step& now, pinned_run with, command const& typed)
{
    wanted_deed wanted{deed::finish};
    wanted.insists = static_cast<int>(typed.anyway ? finish_anyway::undecided : finish_anyway::no);
    return take_request(now, with, std::move(wanted));
}

reply invite_command(step& now, pinned_run with, command const& typed)
{
    if (!typed.number)
        return take_request(now, with, {deed::invite, typed.user});
    auto const* which = question_numbered(with.rules, *typed.number);
    if (which == nullptr || which->unscored)
        return say_privately{no_such_question_card(theirs(now, with))};
    return take_request(now, with, {deed::ask_someone, typed.user, which->id});
}

reply help(step const& now, std::string_view topic)
{
    return say_privately{
        help_card(now.around.command, topic, now.around.second_opinion, reader_language(now))};
}

reply run_command(step& now, pinned_run with, command const& typed)
{
    switch (typed.name) {
    case command_name::status: return status_command(now, with, typed);
    case command_name::give_answer: return answer_command(now, with, typed);
    case command_name::back: return back_command(now, with);
    case command_name::skip: return skip_command(now, with, typed);
    case command_name::pause: return take_request(now, with, {deed::pause});
    case command_name::resume: return resume_command(now, with);
    case command_name::cancel: return take_request(now, with, {deed::cancel});
    case command_name::finish: return finish_command(now, with, typed);
    case command_name::results: return show_result_again(now, with, typed.share);
    case command_name::export_it: return export_assessment(now, with, typed.format);
    case command_name::answers:
        return say_privately{my_answers_card(
            with.run, theirs(now, with), asked_now(with.run, theirs(now, with)), now.happened.user,
            now.around.command)};
    case command_name::settle: return settle_command(now, with, typed);
    case command_name::concrete: return mark_command(now, with, typed);
    case command_name::invite: return invite_command(now, with, typed);
    case command_name::owner: return take_request(now, with, {deed::hand_over, typed.user});
    case command_name::extend: return take_request(now, with, {deed::extend, {}, {}, typed.window});
    case command_name::away: return go_away(now, with, typed.until);
    case command_name::remove: return take_request(now, with, {deed::remove});
    case command_name::language: return language_command(now, typed);
    case command_name::start: return start(now, typed.start);
    case command_name::history: return show_history(now, typed.text);
    case command_name::help: return help(now, typed.text);
    }
    return nothing_to_say{};
}

reply take(step& now, command const& typed)
{
    if (typed.name == command_name::start)
        return start(now, typed.start);
    if (typed.name == command_name::help)
        return help(now, typed.text);
    if (typed.name == command_name::history)
        return show_history(now, typed.text);
    if (typed.name == command_name::language)
        return language_command(now, typed);
    bool const several = typed.name == command_name::status && !typed.run && !typed.share &&
                         run_of_thread(now) == nullptr && candidates(now, typed.name).size() > 1;
    if (several)
        return say_privately{several_status_card(
            read_only(candidates(now, typed.name)), now.around.command, reader_language(now))};
    auto const selected = select(now, typed);
    if (auto const* refusal = std::get_if<card>(&selected))
        return say_privately{*refusal};
    auto& run = *std::get<assessment*>(selected);
    auto const* rules = rules_of(now, run);
    if (rules == nullptr)
        return say_privately{unknown_guide_card(run, reader_language(now))};
    return run_command(now, {run, *rules}, typed);
}

reply take(step& now, no_command const& typed)
{
    bool const any_open = std::ranges::any_of(now.state.assessments, is_open);
    if (!any_open && !typed.run)
        return help(now, {});
    command next;
    next.name = command_name::give_answer;
    next.run = typed.run;
    return take(now, next);
}

reply take(step& now, unknown_command const& typed)
{
    return say_privately{unknown_command_card(typed, now.around.command, reader_language(now))};
}

reply take(step& now, ambiguous_command const& typed)
{
    return say_privately{ambiguous_command_card(typed, now.around.command, reader_language(now))};
}

reply take(step& now, wrong_usage const& problem)
{
    return say_privately{usage_card(problem, now.around.command, reader_language(now))};
}

/// In a thread a mention may be an answer: "@assess 1, 4". The full name of a command wins.
bool is_an_answer(step& now, std::string_view text)
{
    if (starts_with_command(text))
        return false;
    auto* run = run_of_thread(now);
    auto const* rules = run == nullptr || !is_open(*run) ? nullptr : rules_of(now, *run);
    auto const* newest = rules == nullptr ? nullptr : newest_open(*run, *rules, asked_now(*run, *rules));
    if (read_quoted_number(text))
        return newest != nullptr;
    if (newest == nullptr || trimmed(text).empty())
        return false;
    return !std::holds_alternative<small_talk>(
        understand(now, {*run, *rules}, *newest, text, attention::overheard));
}

}  // namespace

reply take_command(step& now, typed_command const& typed)
{
    auto const text = clean(typed.text);
    if (!typed.slash && is_an_answer(now, text))
        return take_typed_reply(now, {{}, text});
    return std::visit([&](auto const& parsed) { return take(now, parsed); }, parse_command(text));
}

}  // namespace crossroads
