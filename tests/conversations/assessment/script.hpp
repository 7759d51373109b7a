#pragma once

#include "assessment/turn.hpp"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace crossroads {

/// The text of a card or form as one string, people as @id.
std::string text_of(card const& content);
std::string text_of(form const& content);
std::string text_of(reply const& said);

/// Every button of a card or form.
std::vector<button> buttons_of(card const& content);
std::vector<button> buttons_of(form const& content);
std::vector<button> buttons_of(reply const& said);

/// The guide that ships with the project.
std::shared_ptr<guide const> shipped_guide();

/// The same guide under another hash and version.
std::shared_ptr<guide const> next_version_of(guide const& rules);

/// A channel played by hand: people act, messages arrive, time passes by the minute.
class script {
public:
    script();

    // What people do. Each gives what the person sees at once.
    reply const& command(std::string const& user, std::string const& text);
    reply const& mention(std::string const& user, std::string const& text);
    reply const& types(std::string const& user, std::string const& text, std::string const& message = {});
    reply const& edits(std::string const& user, std::string const& message, std::string const& text);
    reply const& deletes(std::string const& user, std::string const& message);

    /// Presses the button with this label of what the person saw last, or of a card in the channel.
    reply const& press(std::string const& user, std::string const& label);
    reply const& press_on(std::string const& user, std::string const& slot, std::string const& label);

    /// Taps a radio button, or ticks and saves, on the card of a question in the thread.
    reply const&
    answer(std::string const& user, std::string const& question, std::vector<std::string> options);

    /// Taps a radio button of what the person saw last.
    reply const& tap(std::string const& user, std::string const& option);

    /// Submits the form the person sees: options for its choices, text for its first line of text.
    reply const& submit(std::string const& user, std::vector<std::string> options);
    reply const& submit_text(std::string const& user, std::string const& text);
    reply const& submit_form(std::string const& user, form_saved submitted);

    reply const& happen(event what);

    /// Time passes; what falls due by then happens at its time.
    void until(unix_seconds at);

    void days(int number) { until(clock + number * 86'400); }

    /// Answers the questions for profiles of people in `zones`.
    void tell_profiles();

    /// The platform says who this person is.
    void tells(std::string const& user, membership is, bool gone = false);

    /// A message that was sent has not arrived.
    void forgets(std::string const& slot) { sent_.erase(slot); }

    /// The event that happened last, again.
    reply const& again();

    /// Answers all that is asked, through the private form, from a list by question id.
    void answers_everything(
        std::string const& user, std::map<std::string, std::vector<std::string>> const& choices,
        std::map<std::string, std::string> const& texts);

    // What there is to see.
    channel_state const& state() const { return state_; }

    assessment const& run(std::size_t place = 0) const { return state_.assessments.at(place); }

    turn const& last() const { return last_; }

    card const& shown(std::string const& slot) const;  // the newest content of a message

    bool is_shown(std::string const& slot) const { return board_.contains(slot); }

    std::optional<form> form_of(std::string const& user) const;

    std::vector<message> const& everything_sent() const { return everything_; }

    /// When each of them was.
    std::vector<unix_seconds> const& times_sent() const { return times_; }

    std::vector<message> sent_to(std::string const& user) const;
    std::string thread_of(int run) const;

    std::shared_ptr<guide const> rules;
    retention kept;
    int window_days = 0;
    std::optional<contact> second_opinion;
    std::map<std::string, std::shared_ptr<guide const>> known_guides;  // by hash
    std::function<std::string(result_picture const&)> draw;            // none: results come without a picture
    unix_seconds clock = 1'750'000'000;
    std::map<std::string, int> zones;            // user -> seconds ahead of UTC
    std::map<std::string, std::string> locales;  // user -> "de-DE"
    std::vector<std::string> profiles_asked;     // and not answered yet
    std::string thread;  // where typed replies go; empty: the thread of the newest assessment

private:
    reply const& apply(event happened);
    std::string current_thread() const;
    event by(std::string const& user, happening what);

    channel_state state_;
    turn last_;
    std::optional<event> last_event_;
    std::map<std::string, std::string> sent_;             // slot -> message id
    std::map<std::string, card> board_;                   // slot -> content
    std::map<std::string, std::vector<button>> in_hand_;  // user -> buttons seen last
    std::map<std::string, form> forms_;                   // user -> open form
    std::map<std::string, card> cards_;                   // user -> private card seen last
    std::vector<message> everything_;
    std::vector<unix_seconds> times_;
    int events_ = 0;
    int messages_ = 0;
};

/// What the person who acted last sees at once, as text.
std::string said(script const& play);

/// Nothing was said and nothing changed.
bool is_silent(script const& play);

/// The slots of messages people see, those of edits marked "(edit)".
std::vector<std::string> slots(std::vector<message> const& messages);

/// The answers of the newest assessment that one person gave to one question, oldest first.
std::vector<given_answer> history(script const& play, std::string const& user, std::string const& question);

/// The same answers with one of them replaced.
template <class Map>
Map with(Map map, std::string const& key, typename Map::mapped_type value)
{
    map[key] = std::move(value);
    return map;
}

/// Answers of one team member that lead to a recommendation, by question.
std::map<std::string, std::vector<std::string>> usual_choices();
std::map<std::string, std::string> usual_texts();

}  // namespace crossroads
