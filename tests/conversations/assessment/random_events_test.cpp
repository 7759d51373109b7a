// Ten thousand random events: nothing throws, the state comes back from its JSON, the same press twice is
// one press, and every token that goes out is understood.

#include "assessment/action.hpp"
#include "assessment/token.hpp"
#include "conversations/assessment/script.hpp"
#include "conversations/assessment/things_people_type.hpp"
#include "conversations/words/wording.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <cstdio>
#include <random>

namespace crossroads {

namespace {

constexpr int events = 10'000;
constexpr int events_in_a_channel = 400;

struct press_offer {
    std::string action;
    std::string token;
    std::vector<std::string> choices;
    std::string seen_by;  // one person alone; empty: everybody
};

/// A channel in which anything may happen to anybody.
class crowd {
public:
    explicit crowd(unsigned seed) : dice_{seed}, rules_{shipped_guide()} {}

    void act()
    {
        auto const happened = any_event();
        auto const before = state_;
        apply(happened);
        if (!changed_) {
            ASSERT_EQ(state_, before) << "unchanged, yet different";
            ASSERT_TRUE(sent_now_.empty());
        }
        if (count_ % 10 == 0)
            come_back_from_json();
        if (std::holds_alternative<pressed>(happened.what))
            press_again(happened);
        if (std::holds_alternative<time_came>(happened.what))
            come_to_rest(happened);
    }

    /// Whatever was due is done after a few events of the same time: nothing asks to be woken without end.
    void come_to_rest(event const& happened)
    {
        for (int times = 0; times < 6 && wake_at_ != 0 && wake_at_ <= happened.at; ++times)
            apply(happened);
        ASSERT_TRUE(wake_at_ == 0 || wake_at_ > happened.at);
    }

    void press_again(event const& happened)
    {
        auto once = state_;
        apply(happened);
        auto twice = state_;
        for (auto* state : {&once, &twice})
            for (auto& run : state->assessments)
                run.stumbles.clear();  // tries that failed are counted, twice is two
        ASSERT_EQ(once, twice) << std::get<pressed>(happened.what).action;
    }

    void come_back_from_json()
    {
        auto const read = read_state(write_state(state_));
        ASSERT_TRUE(std::holds_alternative<channel_state>(read)) << std::get<std::string>(read);
        ASSERT_EQ(std::get<channel_state>(read), state_);
    }

    int shared() const
    {
        return static_cast<int>(std::ranges::count_if(
            state_.assessments, [](auto const& run) { return run.shared.has_value(); }));
    }

    int finished() const
    {
        return static_cast<int>(
            std::ranges::count(state_.assessments, run_state::finished, &assessment::state));
    }

private:
    std::size_t roll(std::size_t sides)
    {
        return std::uniform_int_distribution<std::size_t>{0, sides - 1}(dice_);
    }

    template <class Values>
    auto const& any_of(Values const& values)
    {
        return values[roll(std::size(values))];
    }

    std::string user()
    {
        static std::vector<std::string> const users{"ana", "ben", "cleo", "dan", "eve"};
        return any_of(users);
    }

    std::string text() { return any_of(things_people_type()); }

    typed_command any_command()
    {
        bool const slash = roll(3) > 0;
        if (roll(40) == 0)
            return {"cancel", slash};
        return {roll(4) == 0 ? text() : any_of(commands_people_type()), slash};
    }

    /// What few stumble upon: an owner asks for a second opinion, or shares the result.
    happening press_of_an_owner(std::string& user)
    {
        auto const& run = any_of(state_.assessments);
        if (roll(3) > 0)
            user = run.owner;
        auto const does = roll(2) == 0 ? action::second_opinion : action::share_result;
        return pressed{name_of(does), write_token({run.key, token::subject::assessment, {}}), {}};
    }

    /// By `user`, or by the person who was offered it.
    happening any_press(std::string& user)
    {
        if (offers_.empty() || roll(20) == 0)
            return pressed{"save", text(), {text()}};
        if (!state_.assessments.empty() && roll(30) == 0)
            return press_of_an_owner(user);
        // mostly what came last: people press what they see
        auto const recent = std::min<std::size_t>(offers_.size(), 60);
        auto const& offer = roll(4) == 0 ? any_of(offers_) : offers_[offers_.size() - 1 - roll(recent)];
        if (!offer.seen_by.empty() && roll(4) > 0)
            user = offer.seen_by;
        pressed press{offer.action, offer.token, {}};
        for (auto const& one : offer.choices)
            if (roll(offer.choices.size()) == 0)
                press.chosen.push_back(one);
        if (press.action == choose_action && !offer.choices.empty())
            press.chosen = {any_of(offer.choices)};
        if (roll(30) == 0)
            press.chosen.push_back("no_such_option");
        return press;
    }

    happening any_submission()
    {
        if (forms_.empty())
            return form_saved{text(), {}, {}};
        auto const& shown = forms_[forms_.size() - 1 - roll(std::min<std::size_t>(forms_.size(), 5))];
        form_saved submitted{shown.token, {}, {}};
        for (auto const& item : shown.items) {
            if (auto const* typed = std::get_if<text_input>(&item))
                submitted.typed[typed->token] = text();
            if (auto const* list = std::get_if<choice_input>(&item))
                submitted.chosen[list->list.token] = {any_of(list->list.choices).id};
        }
        return submitted;
    }

    /// Time passes, or the platform tells of a person.
    event something_by_itself(event happened)
    {
        happened.user.clear();
        happened.thread.clear();
        clock_ += static_cast<unix_seconds>(roll(30)) * 3'600;
        happened.at = roll(10) == 0 ? clock_ - 50'000 : clock_;
        if (roll(3) > 0)
            happened.what = time_came{};
        else
            happened.what = profile_known{
                user(),
                static_cast<int>(roll(26)) * 3'600 - 43'200,
                roll(20) == 0,
                {},
                static_cast<membership>(roll(7))};
        return happened;
    }

    happening any_failure()
    {
        if (sent_.empty())
            return delivery_failed{"1/question/auth", "is_archived"};
        auto const slot = std::next(sent_.begin(), static_cast<std::ptrdiff_t>(roll(sent_.size())))->first;
        return delivery_failed{slot, roll(2) == 0 ? "is_archived" : "missing_scope"};
    }

    /// Its first message, if it is deleted, is not there any more.
    happening any_change_of_the_channel()
    {
        if (roll(3) > 0)
            return channel_changed{static_cast<channel_changed::change>(roll(roll(5) == 0 ? 4 : 3))};
        auto const start = sent_.find("1/start");
        if (start == sent_.end() || roll(4) == 0)
            return message_deleted{"nobody's"};
        deleted_ = start->first;
        return message_deleted{start->second};
    }

    event any_event()
    {
        char random[33];
        std::snprintf(random, sizeof random, "%032d", ++count_);
        event happened{user(), {}, clock_ += 7, random, form_closed{}, roll(20) == 0};
        if (roll(2) == 0)
            happened.thread = sent_.contains("1/start") ? sent_["1/start"] : "elsewhere";
        if (roll(8) == 0)
            return something_by_itself(std::move(happened));
        switch (roll(12)) {
        case 0:
        case 1: happened.what = any_command(); break;
        case 2:
        case 3: happened.what = typed_reply{"t" + std::to_string(count_), text()}; break;
        case 4:
            happened.what =
                reply_edited{"t" + std::to_string(roll(static_cast<std::size_t>(count_)) + 1), text()};
            break;
        case 5:
            happened.what = reply_deleted{"t" + std::to_string(roll(static_cast<std::size_t>(count_)) + 1)};
            break;
        case 6: happened.what = roll(4) > 0 ? any_failure() : any_change_of_the_channel(); break;
        case 7:
        case 8: happened.what = any_submission(); break;
        default: happened.what = any_press(happened.user); break;
        }
        return happened;
    }

    void apply(event const& happened)
    {
        surroundings around;
        around.current_guide = rules_;
        around.sent = &sent_;
        around.second_opinion = &whom_to_ask_;
        auto turn = advance(around, state_, happened);
        state_ = std::move(turn.next);
        changed_ = turn.changed;
        wake_at_ = turn.wake_at;
        sent_now_ = turn.messages;
        for (auto const& one : turn.messages) {
            if (one.who == message::audience::profile)
                continue;
            ASSERT_FALSE(one.edit && !sent_.contains(one.slot))
                << one.slot << " is edited, but was never sent";
            bool const seen_by_all =
                one.who != message::audience::one_person && one.who != message::audience::direct;
            if (!one.edit && seen_by_all) {
                ASSERT_TRUE(!sent_.contains(one.slot) || one.slot == deleted_)
                    << one.slot << " is sent twice";
                sent_[one.slot] = "m" + std::to_string(++messages_);
            }
            offer_presses(one.content.blocks, one.to);
            expect_good_wording(one.content);
        }
        if (auto const* card = std::get_if<say_privately>(&turn.answer)) {
            offer_presses(card->content.blocks, happened.user);
            expect_good_wording(card->content);
        }
        if (auto const* opened = std::get_if<open_form>(&turn.answer))
            take_form(opened->content, happened.user);
        if (auto const* next = std::get_if<show_next_form>(&turn.answer))
            take_form(next->content, happened.user);
    }

    void take_form(form const& shown, std::string const& user)
    {
        expect_good_wording(shown);
        offer_presses(shown.items, user);
        if (!shown.submit.empty())
            forms_.push_back(shown);
    }

    template <class Blocks>
    void offer_presses(Blocks const& blocks, std::string const& seen_by)
    {
        std::vector<press_offer> found;
        for (auto const& one : blocks) {
            if (auto const* row = std::get_if<button_row>(&one))
                for (auto const& button : row->buttons)
                    found.push_back({button.action, button.token, {}, seen_by});
            if constexpr (std::is_same_v<typename Blocks::value_type, block>)
                if (auto const* list = std::get_if<choice_list>(&one)) {
                    press_offer offer{std::string{choose_action}, list->token, {}, seen_by};
                    for (auto const& choice : list->choices)
                        offer.choices.push_back(choice.id);
                    for (auto& button : found)
                        button.choices = offer.choices;
                    found.push_back(offer);
                    found.push_back({name_of(action::save), list->token, offer.choices, seen_by});
                }
        }
        for (auto const& offer : found) {
            auto const name = offer.action.starts_with(in_form_prefix)
                                  ? offer.action.substr(in_form_prefix.size())
                                  : offer.action;
            ASSERT_TRUE(action_named(name)) << offer.action;
            ASSERT_TRUE(read_token(offer.token)) << offer.token;
            ASSERT_EQ(write_token(*read_token(offer.token)), offer.token);
        }
        offers_.insert(offers_.end(), found.begin(), found.end());
    }

    std::string deleted_;  // the slot of a message that somebody deleted
    int messages_ = 0;
    std::mt19937 dice_;
    contact const whom_to_ask_{"The review group", "reviews@example.com", "Reads results and writes notes."};
    std::shared_ptr<guide const> rules_;
    channel_state state_;
    std::map<std::string, std::string> sent_;
    std::vector<press_offer> offers_;
    std::vector<form> forms_;
    std::vector<message> sent_now_;
    bool changed_ = false;
    unix_seconds wake_at_ = 0;
    unix_seconds clock_ = 1'750'000'000;
    int count_ = 0;
};

}  // namespace

TEST(RandomEvents, NeverBreakTheStateMachine)
{
    int finished = 0;
    int shared = 0;
    for (int done = 0; done < events; done += events_in_a_channel) {
        crowd people{static_cast<unsigned>(done)};
        for (int i = 0; i < events_in_a_channel; ++i) {
            people.act();
            ASSERT_FALSE(testing::Test::HasFailure()) << "channel " << done << ", event " << i;
        }
        finished += people.finished();
        shared += people.shared();
    }
    EXPECT_GT(finished, 5) << "the events are too timid to reach a result";
    EXPECT_GT(shared, 0) << "nobody asked for a second opinion";
}

}  // namespace crossroads
