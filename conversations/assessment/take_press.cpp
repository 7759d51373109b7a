#include "assessment/action.hpp"
#include "assessment/answering.hpp"
#include "assessment/away.hpp"
#include "assessment/events.hpp"
#include "assessment/exporting.hpp"
#include "assessment/finishing.hpp"
#include "assessment/inviting.hpp"
#include "assessment/late_result.hpp"
#include "assessment/permission.hpp"
#include "assessment/progress.hpp"
#include "assessment/reassessment.hpp"
#include "assessment/reminders.hpp"
#include "assessment/second_opinion.hpp"
#include "assessment/settling.hpp"
#include "assessment/showing.hpp"
#include "assessment/starting.hpp"
#include "assessment/token.hpp"
#include "assessment/typed_replies.hpp"
#include "words/finish_cards.hpp"
#include "words/help_words.hpp"
#include "words/lifecycle_cards.hpp"
#include "words/refusals.hpp"
#include "words/removal_cards.hpp"
#include "words/saved_card.hpp"
#include "words/second_opinion_cards.hpp"
#include "words/status_card.hpp"

#include <algorithm>

namespace crossroads {

namespace {

/// Options in the guide's order, each once; unknown ones stay, for check_answer() to refuse.
selection ticked(question const& asked, std::vector<std::string> const& chosen)
{
    selection picked;
    for (auto const& option : asked.options)
        if (std::ranges::count(chosen, option.id) > 0)
            picked.options.push_back(option.id);
    for (auto const& id : chosen)
        if (asked.find(id) == nullptr)
            picked.options.push_back(id);
    return picked;
}

reply skip_or_not_know(step& now, pinned_run with, question const& asked)
{
    if (!asked.allow_unknown)
        return take_skip(now, with, asked, {});
    return take_answer(now, with, asked, do_not_know{}, {});
}

reply open_question(step& now, pinned_run with, question const& asked)
{
    if (auto refusal = obstacle(now, with.run))
        return say_privately{std::move(*refusal)};
    return show_question(now, with, asked_now(with.run, with.rules), asked);
}

reply go_back(step& now, pinned_run with, question const& asked)
{
    if (auto refusal = obstacle(now, with.run))
        return say_privately{std::move(*refusal)};
    auto const asked_ids = asked_now(with.run, with.rules);
    auto const* previous = before(theirs(now, with), asked_ids, asked.id);
    return show_question(now, with, asked_ids, previous == nullptr ? asked : *previous);
}

reply press_on_question(step& now, pinned_run with, question const& asked, action what, pressed const& press)
{
    switch (what) {
    case action::choose:
        if (asked.type != question_type::single)
            return nothing_to_say{};  // a tick of a checkbox; Save will tell
        return take_answer(now, with, asked, ticked(asked, press.chosen), {});
    case action::save: return take_answer(now, with, asked, ticked(asked, press.chosen), {});
    case action::give_answer: return open_question(now, with, asked);
    case action::back: return go_back(now, with, asked);
    case action::skip: return take_skip(now, with, asked, {});
    case action::do_not_know: return skip_or_not_know(now, with, asked);
    case action::keep_as_said: return take_keep_as_said(now, with, asked);
    case action::still_true: return take_still_true(now, with, asked, {});
    case action::undo: return undo_edit(now, with, asked);
    case action::settle: return open_settle_form(now, with, asked);
    case action::mark_concrete: return mark_concrete(now, with, asked);
    case action::ask_someone: return take_request(now, with, {deed::ask_someone, {}, asked.id});
    case action::change_settlement: return change_settlement(now, with, asked);
    case action::keep_settlement: return keep_settlement(now, with, asked);
    default: return say_privately{stale_card(now.around.command, reader_language(now))};
    }
}

reply next_question(step& now, pinned_run with)
{
    if (auto refusal = obstacle(now, with.run))
        return say_privately{std::move(*refusal)};
    return show_next(now, with, asked_now(with.run, with.rules), {});
}

reply own_answers(step& now, pinned_run with)
{
    return say_privately{my_answers_card(
        with.run, theirs(now, with), asked_now(with.run, theirs(now, with)), now.happened.user,
        now.around.command)};
}

reply basis(step& now, pinned_run with)
{
    if (with.run.outcome.empty())
        return say_privately{stale_card(now.around.command, reader_language(now))};
    return say_privately{basis_card(
        with.run, theirs(now, with), asked_now(with.run, theirs(now, with)), with.run.result_revision)};
}

wanted_deed confirmed(deed what)
{
    wanted_deed wanted{what};
    wanted.confirmed = true;
    return wanted;
}

wanted_deed finishing(finish_anyway how)
{
    wanted_deed wanted{deed::finish};
    wanted.insists = static_cast<int>(how);
    return wanted;
}

reply press_on_person(step& now, pinned_run with, std::string const& user, action what)
{
    if (what == action::admit)
        return take_request(now, with, {deed::invite, user});
    if (what == action::hand_over)
        return take_request(now, with, {deed::hand_over, user});
    return say_privately{stale_card(now.around.command, reader_language(now))};
}

reply press_on_run(step& now, pinned_run with, action what)
{
    switch (what) {
    case action::next: return next_question(now, with);
    case action::my_answers: return own_answers(now, with);
    case action::change_one: return open_form{change_one_form(with.run, theirs(now, with))};
    case action::basis: return basis(now, with);
    case action::how_it_works:
        return say_privately{how_it_works_card(with.run, now.around.command, reader_language(now))};
    case action::resume: return take_request(now, with, {deed::resume});
    case action::pause: return take_request(now, with, {deed::pause});
    case action::keep_open: return say_privately{kept_open_card(reader_language(now))};
    case action::cancel_confirmed: return take_request(now, with, confirmed(deed::cancel));
    case action::show_result: return take_request(now, with, finishing(finish_anyway::no));
    case action::finish_with_gaps: return take_request(now, with, finishing(finish_anyway::with_gaps));
    case action::finish_undecided: return take_request(now, with, finishing(finish_anyway::undecided));
    case action::remove_asked: return take_request(now, with, {deed::remove});
    case action::remove_confirmed: return take_request(now, with, confirmed(deed::remove));
    case action::keep_it: return say_privately{kept_card(reader_language(now))};
    case action::take_over: return take_request(now, with, {deed::hand_over, now.happened.user});
    case action::not_yet: return say_privately{not_yet_card(now.around.command, reader_language(now))};
    case action::ask_to_join: return ask_to_join(now, with);
    case action::give_more_time: return take_request(now, with, {deed::extend});
    case action::remind_tomorrow: return remind_tomorrow(now, with);
    case action::away: return go_away(now, with, std::nullopt);
    case action::stop_reminders: return stop_reminders(now, with);
    case action::second_opinion: return ask_for_second_opinion(now, with);
    case action::share_result: return share_result(now, with);
    case action::share_nothing: return say_privately{nothing_shared_card(reader_language(now))};
    case action::export_it: return export_assessment(now, with, export_format::markdown);
    default: return say_privately{stale_card(now.around.command, reader_language(now))};
    }
}

reply press_on_offer(step& now, std::string_view key, action what)
{
    switch (what) {
    case action::start_offered: return start_offered(now, key, start_choice::although_open);
    case action::start_shown: return start_offered(now, key, start_choice::names_shown);
    case action::start_hidden: return start_offered(now, key, start_choice::names_hidden);
    case action::update_answers: return start_offered(now, key, start_choice::last_answers);
    case action::start_fresh: return start_offered(now, key, start_choice::fresh);
    case action::start_other: return ask_for_other_product(now, key);
    default: return say_privately{stale_card(now.around.command, reader_language(now))};
    }
}

reply choose_hat(step& now, pinned_run with, std::vector<std::string> const& chosen)
{
    if (auto refusal = obstacle(now, with.run))
        return say_privately{std::move(*refusal)};
    if (chosen.size() != 1 || !set_hat(now, with, chosen.front()))
        return nothing_to_say{};
    return say_privately{hat_saved_card(chosen.front(), reader_language(now))};
}

reply press_on(step& now, pinned_run with, token const& what, action does, pressed const& press)
{
    switch (what.about) {
    case token::subject::assessment: return press_on_run(now, with, does);
    case token::subject::hat: return choose_hat(now, with, press.chosen);
    case token::subject::last_plan: return vote_on_the_last_plan(now, with, press.chosen);
    case token::subject::person: return press_on_person(now, with, what.name, does);
    case token::subject::late:
        return does == action::adopt ? adopt_late_result(now, with, what.name)
                                     : keep_result(now, with, what.name);
    case token::subject::question:
    case token::subject::vote:
    case token::subject::reason:
    case token::subject::number:
    case token::subject::colleague:
    case token::subject::offer: break;
    }
    auto const* asked = theirs(now, with).find(what.name);
    if (asked == nullptr || what.about == token::subject::reason)
        return say_privately{stale_card(now.around.command, reader_language(now))};
    if (what.about == token::subject::question)
        return press_on_question(now, with, *asked, does, press);
    if (what.about == token::subject::vote && does == action::choose && press.chosen.size() == 1)
        return take_vote(now, with, *asked, press.chosen.front());
    return say_privately{stale_card(now.around.command, reader_language(now))};
}

}  // namespace

reply take_press(step& now, pressed const& press)
{
    bool const in_window = press.action.starts_with(in_form_prefix);
    now.looking_at = in_window ? step::screen::window : step::screen::can_open;
    auto const name = std::string_view{press.action}.substr(in_window ? in_form_prefix.size() : 0);
    auto const does = action_named(name);
    auto const what = read_token(press.token);
    if (!does || !what)
        return say_privately{stale_card(now.around.command, reader_language(now))};
    if (what->about == token::subject::offer)
        return press_on_offer(now, what->key, *does);
    auto const run = std::ranges::find(now.state.assessments, what->key, &assessment::key);
    if (run == now.state.assessments.end())
        return say_privately{stale_card(now.around.command, reader_language(now))};
    auto const* rules = rules_of(now, *run);
    if (rules == nullptr)
        return say_privately{unknown_guide_card(*run, reader_language(now))};
    return press_on(now, {*run, *rules}, *what, *does, press);
}

}  // namespace crossroads
