#include "conversations/assessment/script.hpp"

#include "assessment/action.hpp"
#include "assessment/progress.hpp"
#include "guide/load.hpp"
#include "words/phrases.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <utility>

namespace crossroads {

namespace {

std::optional<choice_list> choices_in(card const& content)
{
    for (auto const& one : content.blocks)
        if (auto const* list = std::get_if<choice_list>(&one))
            return *list;
    return std::nullopt;
}

}  // namespace

std::shared_ptr<guide const> shipped_guide()
{
    static auto const loaded = [] {
        std::ifstream file{CROSSROADS_SOURCE_DIR "/config/guide.json"};
        std::stringstream text;
        text << file.rdbuf();
        auto read = load_guide(text.str(), std::string(64, 'a'));
        if (!std::holds_alternative<guide>(read))
            throw std::runtime_error{"config/guide.json does not load"};
        return std::make_shared<guide const>(std::move(std::get<guide>(read)));
    }();
    return loaded;
}

std::shared_ptr<guide const> next_version_of(guide const& rules)
{
    auto next = rules;
    next.version = "99.1";
    next.sha256 = std::string(64, 'b');
    return std::make_shared<guide const>(std::move(next));
}

script::script() : rules{shipped_guide()} {}

event script::by(std::string const& user, happening what)
{
    char random[33];
    std::snprintf(random, sizeof random, "%032d", ++events_);
    return {user, {}, clock += 60, random, std::move(what)};
}

reply const& script::command(std::string const& user, std::string const& text)
{
    return apply(by(user, typed_command{text, true}));
}

reply const& script::mention(std::string const& user, std::string const& text)
{
    auto happened = by(user, typed_command{text, false});
    happened.thread = current_thread();
    return apply(std::move(happened));
}

reply const& script::types(std::string const& user, std::string const& text, std::string const& message)
{
    auto happened = by(user, typed_reply{message, text});
    if (message.empty())
        std::get<typed_reply>(happened.what).message = "typed" + std::to_string(events_);
    happened.thread = current_thread();
    return apply(std::move(happened));
}

reply const& script::edits(std::string const& user, std::string const& message, std::string const& text)
{
    auto happened = by(user, reply_edited{message, text});
    happened.thread = current_thread();
    return apply(std::move(happened));
}

reply const& script::deletes(std::string const& user, std::string const& message)
{
    auto happened = by(user, reply_deleted{message});
    happened.thread = current_thread();
    return apply(std::move(happened));
}

reply const& script::press(std::string const& user, std::string const& label)
{
    auto const& seen = in_hand_[user];
    auto const own = std::ranges::find(seen, label, &button::label);
    if (own != seen.end())
        return apply(by(user, pressed{own->action, own->token, {}}));
    for (auto const& [slot, content] : board_) {
        auto const buttons = buttons_of(content);
        auto const found = std::ranges::find(buttons, label, &button::label);
        if (found != buttons.end())
            return apply(by(user, pressed{found->action, found->token, {}}));
    }
    throw std::runtime_error{"no button " + label};
}

reply const& script::press_on(std::string const& user, std::string const& slot, std::string const& label)
{
    auto const buttons = buttons_of(shown(slot));
    auto const found = std::ranges::find(buttons, label, &button::label);
    if (found == buttons.end())
        throw std::runtime_error{"no button " + label + " on " + slot};
    return apply(by(user, pressed{found->action, found->token, {}}));
}

reply const&
script::answer(std::string const& user, std::string const& question, std::vector<std::string> options)
{
    auto const& run = state_.assessments.back();
    auto const* asked = rules->find(question);
    auto const does = asked->type == question_type::single ? action::choose : action::save;
    return apply(by(user, pressed{name_of(does), question_token(run, question), std::move(options)}));
}

reply const& script::tap(std::string const& user, std::string const& option)
{
    auto const list = choices_in(cards_.at(user));
    return apply(by(user, pressed{std::string{choose_action}, list.value().token, {option}}));
}

reply const& script::submit(std::string const& user, std::vector<std::string> options)
{
    auto const& shown = forms_.at(user);
    return submit_form(user, {shown.token, {{shown.token, std::move(options)}}, {}});
}

reply const& script::submit_text(std::string const& user, std::string const& text)
{
    auto const& shown = forms_.at(user);
    return submit_form(user, {shown.token, {}, {{shown.token, text}}});
}

reply const& script::submit_form(std::string const& user, form_saved submitted)
{
    return apply(by(user, std::move(submitted)));
}

void script::until(unix_seconds at)
{
    while (last_.wake_at != 0 && last_.wake_at <= at) {
        auto const woken = last_.wake_at;
        auto came = by({}, time_came{});
        came.at = clock = std::max(clock - 60, woken);
        apply(std::move(came));
        tell_profiles();
        ASSERT_NE(last_.wake_at, woken) << "what was due is due again";
    }
    clock = std::max(clock, at);
}

void script::tell_profiles()
{
    for (auto const& user : std::exchange(profiles_asked, {})) {
        auto const known = zones.find(user);
        if (known == zones.end())
            continue;
        profile_known profile{user, known->second, false};
        profile.locale = locales[user];
        auto told = by({}, std::move(profile));
        told.at = clock -= 59;  // at once
        apply(std::move(told));
    }
}

void script::tells(std::string const& user, membership is, bool gone)
{
    std::erase(profiles_asked, user);
    auto told = by({}, profile_known{user, std::nullopt, gone, {}, is});
    told.at = clock -= 59;  // at once
    apply(std::move(told));
}

reply const& script::happen(event what)
{
    return apply(std::move(what));
}

reply const& script::again()
{
    return apply(last_event_.value());
}

void script::answers_everything(
    std::string const& user, std::map<std::string, std::vector<std::string>> const& choices,
    std::map<std::string, std::string> const& texts)
{
    press_on(user, std::to_string(state_.assessments.back().number) + "/start", "Answer now");
    for (int steps = 0; steps < 40; ++steps) {
        auto const open = form_of(user);
        if (!open || open->submit.empty())
            return;
        auto const question = open->token.substr(open->token.rfind('.') + 1);
        if (auto const text = texts.find(question); text != texts.end())
            submit_text(user, text->second);
        else if (auto const choice = choices.find(question); choice != choices.end())
            submit(user, choice->second);
        else
            press(user, "Skip");
    }
    FAIL() << "the questions never end";
}

card const& script::shown(std::string const& slot) const
{
    auto const found = board_.find(slot);
    if (found == board_.end())
        throw std::runtime_error{"nothing shown at " + slot};
    return found->second;
}

std::optional<form> script::form_of(std::string const& user) const
{
    auto const found = forms_.find(user);
    return found == forms_.end() ? std::nullopt : std::optional{found->second};
}

std::vector<message> script::sent_to(std::string const& user) const
{
    std::vector<message> own;
    std::ranges::copy_if(
        everything_, std::back_inserter(own), [&](auto const& one) { return one.to == user; });
    return own;
}

std::string script::thread_of(int run) const
{
    auto const found = sent_.find(std::to_string(run) + "/start");
    return found == sent_.end() ? std::string{} : found->second;
}

std::string script::current_thread() const
{
    if (!thread.empty() || state_.assessments.empty())
        return thread;
    return thread_of(state_.assessments.back().number);
}

reply const& script::apply(event happened)
{
    surroundings around;
    around.current_guide = rules;
    around.guide_by_hash = [this](std::string_view hash) -> std::shared_ptr<guide const> {
        auto const found = known_guides.find(std::string{hash});
        return found == known_guides.end() ? nullptr : found->second;
    };
    around.sent = &sent_;
    around.kept = kept;
    around.window_days = window_days;
    around.second_opinion = second_opinion ? &*second_opinion : nullptr;
    around.draw = draw;
    auto const before = state_;
    last_ = advance(around, state_, happened);
    if (!last_.changed) {
        EXPECT_EQ(last_.next, before) << "unchanged, yet different";
        EXPECT_TRUE(last_.messages.empty()) << "unchanged, yet messages go out";
    }
    auto const read = read_state(write_state(last_.next));
    EXPECT_TRUE(std::holds_alternative<channel_state>(read)) << std::get<std::string>(read);
    EXPECT_EQ(std::get<channel_state>(read), last_.next);
    state_ = last_.next;
    for (auto const& one : last_.messages) {
        if (one.who == message::audience::profile) {
            profiles_asked.push_back(one.to);
            continue;
        }
        EXPECT_TRUE(!one.edit || board_.contains(one.slot)) << one.slot << " is edited, but was never sent";
        bool const private_one =
            one.who == message::audience::one_person || one.who == message::audience::direct;
        if (!one.edit && !private_one) {
            auto const* deleted = std::get_if<message_deleted>(&happened.what);
            EXPECT_TRUE(
                !sent_.contains(one.slot) || (deleted != nullptr && deleted->message == sent_[one.slot]))
                << one.slot << " is sent twice";
            sent_[one.slot] = "m" + std::to_string(++messages_);
        }
        if (private_one) {
            in_hand_[one.to] = buttons_of(one.content);
            cards_[one.to] = one.content;
        } else {
            board_[one.slot] = one.content;
        }
        everything_.push_back(one);
        times_.push_back(happened.at);
    }
    auto const& user = happened.user;
    if (!buttons_of(last_.answer).empty())
        in_hand_[user] = buttons_of(last_.answer);
    if (auto const* card = std::get_if<say_privately>(&last_.answer))
        cards_[user] = card->content;
    if (auto const* opened = std::get_if<open_form>(&last_.answer))
        forms_[user] = opened->content;
    if (auto const* next = std::get_if<show_next_form>(&last_.answer))
        forms_[user] = next->content;
    if (std::holds_alternative<close_form>(last_.answer))
        forms_.erase(user);
    last_event_ = std::move(happened);
    return last_.answer;
}

std::string said(script const& play)
{
    return text_of(play.last().answer);
}

bool is_silent(script const& play)
{
    return std::holds_alternative<nothing_to_say>(play.last().answer) && !play.last().changed;
}

std::vector<std::string> slots(std::vector<message> const& messages)
{
    std::vector<std::string> names;
    names.reserve(messages.size());
    for (auto const& one : messages)
        if (one.who != message::audience::profile)
            names.push_back(one.edit ? one.slot + " (edit)" : one.slot);
    return names;
}

std::vector<given_answer> history(script const& play, std::string const& user, std::string const& question)
{
    auto const* person = find_person(play.state().assessments.back(), user);
    if (person == nullptr || !person->answers.contains(question))
        return {};
    return person->answers.at(question);
}

std::map<std::string, std::vector<std::string>> usual_choices()
{
    return {
        {"traction", {"pilot_done", "came_back"}},
        {"proved", {"value_understood", "workflow_solves", "users_return", "features_known"}},
        {"unproved", {"release_rhythm", "onboard_scale"}},
        {"main_job", {"on_own"}},
        {"surface", {"sales", "onboarding", "delivery"}},
        {"manual", {"none"}},
        {"data_model", {"g_entities", "g_relations", "g_extend"}},
        {"auth", {"ready"}},
        {"integrations", {"core_known", "failure_known", "no_gaps", "recoverable"}},
        {"releases", {"path", "rollback", "config"}},
        {"qa", {"coverage", "regression", "visibility", "alerts"}},
        {"change", {"easy"}},
        {"hurting", {"none"}},
        {"usage", {"none"}},
        {"keep", {"flow", "ui", "data", "backend"}},
        {"next", {"repeat"}},
        {"own_view", {"polish"}},
    };
}

std::map<std::string, std::string> usual_texts()
{
    return {
        {"proof", "9 clinics booked 410 appointments last month"},
        {"workflow", "Reception staff rebook a missed appointment in one call"},
        {"requests", "Three clinics ask for a weekly list of missed appointments"},
        {"defer", "The investor dashboard and the map view"},
    };
}

}  // namespace crossroads
