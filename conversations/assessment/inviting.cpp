#include "assessment/inviting.hpp"

#include "assessment/posting.hpp"
#include "assessment/profiles.hpp"
#include "assessment/progress.hpp"
#include "assessment/showing.hpp"
#include "assessment/thread_view.hpp"
#include "assessment/token.hpp"
#include "words/lifecycle_cards.hpp"
#include "words/people_cards.hpp"
#include "words/phrases.hpp"
#include "words/refusals.hpp"

#include <algorithm>

namespace crossroads {

namespace {

constexpr std::size_t most_invited = 200;

/// Why somebody cannot be added, as far as that is known.
std::optional<card> cannot_be_added(step const& now, assessment const& run, std::string const& user)
{
    if (auto const known = profile_of(now.state, user); cannot_answer(known))
        return cannot_invite_card(user, known, reader_language(now));
    if (run.invited.size() >= most_invited)
        return list_is_full_card(most_invited, reader_language(now));
    return std::nullopt;
}

/// Adds somebody by name: from now on their answers count, those they gave before included.
void admit(step& now, assessment& run, std::string const& user)
{
    if (std::ranges::count(run.invited, user) == 0)
        run.invited.push_back(user);
    run.invited_by[user] = now.happened.user;
    run.left_out.erase(user);
    run.reminders[user].since = now.happened.at;
    std::erase(run.wants_to_join, user);
    record_change(now, run);
    ask_unless_known(now, user);
}

bool was_asked(assessment const& run, std::string const& question, std::string const& user)
{
    auto const asked = run.handed_to.find(question);
    return asked != run.handed_to.end() && std::ranges::count(asked->second, user) > 0;
}

/// What is wrong with handing a question to that person, or nothing.
std::optional<card>
problem_with_colleague(step const& now, pinned_run with, std::string const& user, question const& asked)
{
    auto const& run = with.run;
    if (user == now.happened.user)
        return asked_yourself_card(run, asked.id, reader_language(now));
    auto const* person = find_person(run, user);
    if (person != nullptr && answer_of(*person, asked.id) != nullptr && !is_left_out(run, user))
        return answered_already_card(user, theirs(now, with), asked.id);
    if (was_asked(run, asked.id, user))
        return asked_someone_card(user, theirs(now, with), asked.id, true);
    return cannot_be_added(now, run, user);
}

}  // namespace

std::optional<card> not_among(step const& now, assessment const& run)
{
    auto const& user = now.happened.user;
    if (!on_the_list(run, user))
        return outsider_card(run, reader_language(now));
    if (is_added_by_name(run, user))
        return std::nullopt;
    auto const is = membership_of_actor(now);
    if (is_outsider(is) || is_left_out(run, user))
        return left_out_card(
            run, is == membership::stranger ? is : membership::guest, false, reader_language(now));
    return std::nullopt;
}

reply invite(step& now, pinned_run with, std::string const& user)
{
    auto& run = with.run;
    bool const named = std::ranges::count(run.invited, user) > 0;
    bool const listed = named || (!run.open_to_all && on_the_list(run, user));
    if (listed && !is_left_out(run, user))
        return say_privately{invited_card(run, user, true, reader_language(now))};
    if (auto problem = cannot_be_added(now, run, user))
        return say_privately{std::move(*problem)};
    auto const before = look_at(run, with.rules, asked_now(run, with.rules));
    admit(now, run, user);
    tell_directly(
        now, user, slot_of(run, "invite/") + user + "/" + std::to_string(run.revision),
        invitation_card(run, now.happened.user, language_of(now, user)));
    refresh(now, run, with.rules, before);
    return say_privately{invited_card(run, user, false, reader_language(now))};
}

reply ask_to_join(step& now, pinned_run with)
{
    auto& run = with.run;
    if (run.state == run_state::cancelled)
        return say_privately{cancelled_already_card(run, reader_language(now))};
    if (run.state == run_state::finished)
        return say_privately{finished_already_card(run, now.around.command, reader_language(now))};
    if (!not_among(now, run))
        return show_next(now, with, asked_now(run, with.rules), {});
    constexpr std::size_t most_asking = 200;
    bool const known = std::ranges::count(run.wants_to_join, now.happened.user) > 0;
    if (!known && run.wants_to_join.size() < most_asking) {
        run.wants_to_join.push_back(now.happened.user);
        record_change(now, run);
        tell(
            now, run, run.owner, slot_of(run, "join/") + now.happened.user,
            wants_to_join_card(run, now.happened.user, language_of(now, run.owner)));
    }
    return say_privately{asked_to_join_card(run, reader_language(now))};
}

reply open_ask_someone_form(step& now, pinned_run with, question const& asked)
{
    if (now.looking_at == step::screen::chat)
        return say_privately{how_to_ask_someone_card(
            now.around.command, number_of(with.rules, asked.id), reader_language(now))};
    return open_form{ask_someone_form(with.run, theirs(now, with), asked)};
}

reply ask_someone(step& now, pinned_run with, std::string const& user, std::string const& question)
{
    auto& run = with.run;
    auto const* asked = theirs(now, with).find(question);
    if (asked == nullptr || asked->unscored)
        return say_privately{no_such_question_card(theirs(now, with))};
    if (user.empty())
        return open_ask_someone_form(now, with, *asked);
    if (std::ranges::count(asked_now(run, with.rules), question) == 0)
        return say_privately{question_not_asked_card(theirs(now, with), *asked)};
    if (auto problem = problem_with_colleague(now, with, user, *asked))
        return say_privately{std::move(*problem)};
    auto const before = look_at(run, with.rules, asked_now(run, with.rules));
    admit(now, run, user);
    run.handed_to[question].push_back(user);
    auto const& rules = rules_for(now, with.rules, user);
    tell_directly(
        now, user, slot_of(run, "asked/") + question + "/" + user,
        handed_question_card(run, rules, *rules.find(question), now.happened.user));
    refresh(now, run, with.rules, before);
    return say_privately{asked_someone_card(user, theirs(now, with), question, false)};
}

void take_off_the_list(step& now, pinned_run with, std::string const& user)
{
    auto& run = with.run;
    if (std::ranges::count(run.invited, user) == 0 || find_person(run, user) != nullptr)
        return;
    auto const before = look_at(run, with.rules, asked_now(run, with.rules));
    auto const by = run.invited_by.find(user);
    auto const told = by == run.invited_by.end() ? run.owner : by->second;
    std::erase(run.invited, user);
    run.invited_by.erase(user);
    run.reminders.erase(user);
    for (auto& [question, users] : run.handed_to)
        std::erase(users, user);
    record_change(now, run);
    tell(
        now, run, told, slot_of(run, "off_list/") + user + "/" + std::to_string(run.revision),
        cannot_invite_card(user, profile_of(now.state, user), language_of(now, told)));
    refresh(now, run, with.rules, before);
}

}  // namespace crossroads
