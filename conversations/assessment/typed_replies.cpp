#include "assessment/typed_replies.hpp"

#include "assessment/answering.hpp"
#include "assessment/inviting.hpp"
#include "assessment/posting.hpp"
#include "assessment/progress.hpp"
#include "assessment/reassessment.hpp"
#include "assessment/recognizer.hpp"
#include "assessment/thread_view.hpp"
#include "words/refusals.hpp"
#include "words/saved_card.hpp"
#include "words/text.hpp"

#include <algorithm>

namespace crossroads {

namespace {

/// Where a chat message became an answer.
struct typed_answer {
    assessment* run = nullptr;
    participant* person = nullptr;
    std::string question;
    bool newest = false;  // no other answer came after it
};

typed_answer find_typed(channel_state& state, std::string_view message)
{
    if (message.empty())
        return {};
    for (auto& run : state.assessments)
        for (auto& person : run.people)
            for (auto& [question, history] : person.answers)
                for (auto const& given : history)
                    if (given.message == message)
                        return {&run, &person, question, history.back().message == message};
    return {};
}

bool was_taken_already(step& now, std::string_view message)
{
    if (find_typed(now.state, message).run != nullptr)
        return true;
    return std::ranges::any_of(now.state.assessments, [&](auto const& run) {
        auto const* person = find_person(run, now.happened.user);
        return person != nullptr && !message.empty() && person->last_typed == message;
    });
}

reply take_recognized(
    step& now, pinned_run with, question const& asked, recognized const& what, came_by const& how)
{
    if (auto const* value = std::get_if<answer>(&what)) {
        if (std::holds_alternative<do_not_know>(*value) && !asked.allow_unknown)
            return take_skip(now, with, asked, how);
        return take_answer(now, with, asked, *value, how);
    }
    if (std::holds_alternative<set_aside>(what))
        return take_skip(now, with, asked, how);
    if (auto const* puzzle = std::get_if<unclear>(&what)) {
        if (auto refusal = obstacle(now, with.run))
            return say_privately{std::move(*refusal)};
        return refuse_answer(now, with.run, asked, not_recognized(asked, *puzzle, reader_language(now)));
    }
    return nothing_to_say{};
}

/// "Still true" where last time's answers are shown, else what the words say.
reply take_words(
    step& now, pinned_run with, question const& asked, std::string_view text, attention paid,
    came_by const& how)
{
    if (says_still_true(text) && last_answer(now, with, asked, now.happened.user))
        return take_still_true(now, with, asked, how);
    return take_recognized(now, with, asked, understand(now, with, asked, text, paid), how);
}

/// A text question answered by this person already: what they type next is talk.
bool has_said_theirs(assessment const& run, std::string_view user, question const& asked)
{
    auto const* person = find_person(run, user);
    return asked.type == question_type::text && person != nullptr && answer_of(*person, asked.id) != nullptr;
}

}  // namespace

recognized
understand(step const& now, pinned_run with, question const& asked, std::string_view text, attention paid)
{
    auto heard = recognize(asked, text, paid);
    if (asked.type == question_type::text)
        return heard;
    for (auto const spoken : all_languages) {
        if (std::holds_alternative<answer>(heard) || std::holds_alternative<set_aside>(heard))
            return heard;
        auto other = recognize(*rules_in(now, with.rules, spoken).find(asked.id), text, paid);
        bool const understood =
            std::holds_alternative<answer>(other) || std::holds_alternative<set_aside>(other);
        if (understood || std::holds_alternative<small_talk>(heard))
            heard = std::move(other);
    }
    return heard;
}

reply take_addressed_text(step& now, pinned_run with, question const& asked, std::string_view text)
{
    return take_words(now, with, asked, text, attention::addressed, {});
}

reply take_typed_reply(step& now, typed_reply const& said)
{
    auto* run = run_of_thread(now);
    if (run == nullptr || run->state == run_state::cancelled)
        return nothing_to_say{};
    auto const* rules = rules_of(now, *run);
    if (rules == nullptr || was_taken_already(now, said.message))
        return nothing_to_say{};
    auto const text = clean(said.text);
    came_by const how{clean(said.message), false};
    if (auto const quoted = read_quoted_number(text)) {
        auto const& shown = theirs(now, {*run, *rules});
        auto const* asked = question_numbered(shown, quoted->number);
        if (asked == nullptr)
            return say_privately{no_such_question_card(shown)};
        return take_words(now, {*run, *rules}, *asked, quoted->rest, attention::addressed, how);
    }
    // After the end people discuss the result; only what quotes a question is an answer then.
    if (run->state == run_state::finished)
        return nothing_to_say{};
    auto const* newest = newest_open(*run, *rules, asked_now(*run, *rules));
    if (newest == nullptr || has_said_theirs(*run, now.happened.user, *newest))
        return nothing_to_say{};
    // Any sentence would do for a text question: from somebody not on the list it is talk.
    if (newest->type == question_type::text && not_among(now, *run))
        return nothing_to_say{};
    auto const& asked = *theirs(now, {*run, *rules}).find(newest->id);
    return take_words(now, {*run, *rules}, asked, text, attention::overheard, how);
}

reply take_edit(step& now, reply_edited const& edited)
{
    auto const found = find_typed(now.state, edited.message);
    if (found.run == nullptr || found.person->user != now.happened.user || !found.newest)
        return nothing_to_say{};
    auto const* rules = rules_of(now, *found.run);
    auto const* shown = rules == nullptr ? nullptr : &theirs(now, {*found.run, *rules});
    auto const* asked = shown == nullptr ? nullptr : shown->find(found.question);
    auto const* standing = answer_of(*found.person, found.question);
    if (asked == nullptr || standing == nullptr)
        return nothing_to_say{};
    if (auto refusal = obstacle(now, *found.run))
        return say_privately{std::move(*refusal)};
    auto text = clean(edited.text);
    if (auto const quoted = read_quoted_number(text);
        quoted && question_numbered(*shown, quoted->number) == asked)
        text = std::string{quoted->rest};
    auto const what = understand(now, {*found.run, *rules}, *asked, text, attention::addressed);
    auto const* value = std::get_if<answer>(&what);
    if (value == nullptr || !fault_in(*asked, *value, reader_language(now)).empty())
        return say_privately{edit_not_understood_card(*shown, *asked, *standing)};
    auto const before = look_at(*found.run, *rules, asked_now(*found.run, *rules));
    if (!record(now, *found.run, *asked, *value, {clean(edited.message), true}))
        return nothing_to_say{};
    follow_up(now, {*found.run, *rules}, *asked, before);
    return say_privately{updated_card(*found.run, *shown, *asked, *value)};
}

reply take_deletion(step& now, reply_deleted const& deleted)
{
    auto const found = find_typed(now.state, deleted.message);
    if (found.run == nullptr || !found.newest || answer_of(*found.person, found.question) == nullptr)
        return nothing_to_say{};
    auto const* rules = rules_of(now, *found.run);
    auto const* shown = rules == nullptr ? nullptr : &theirs(now, {*found.run, *rules});
    auto const* asked = shown == nullptr ? nullptr : shown->find(found.question);
    if (asked == nullptr || found.run->state == run_state::cancelled)
        return nothing_to_say{};
    auto const before = look_at(*found.run, *rules, asked_now(*found.run, *rules));
    record_for(now, *found.run, *found.person, *asked, std::nullopt, {clean(deleted.message), true});
    follow_up(now, {*found.run, *rules}, *asked, before);
    return say_privately{withdrawn_card(*found.run, *shown, *asked)};
}

reply undo_edit(step& now, pinned_run with, question const& asked)
{
    auto& run = with.run;
    if (auto refusal = obstacle(now, run))
        return say_privately{std::move(*refusal)};
    auto* person = find_person(run, now.happened.user);
    auto const given = person == nullptr ? 0 : person->answers.count(asked.id);
    auto const history = given == 0 ? std::vector<given_answer>{} : person->answers.at(asked.id);
    if (history.size() < 2 || !history.back().edited)
        return say_privately{nothing_to_undo_card(theirs(now, with), asked)};
    auto const& earlier = history[history.size() - 2];
    auto const before = look_at(run, with.rules, asked_now(run, with.rules));
    record_for(now, run, *person, asked, earlier.value, {earlier.message, false});
    follow_up(now, with, asked, before);
    return say_privately{undone_card(theirs(now, with), asked, earlier.value)};
}

}  // namespace crossroads
