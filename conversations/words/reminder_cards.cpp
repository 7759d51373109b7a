#include "words/reminder_cards.hpp"

#include "assessment/progress.hpp"
#include "words/phrases.hpp"
#include "words/text.hpp"

#include <algorithm>

namespace crossroads {

namespace {

/// Questions open for this person that nobody has answered.
std::size_t answered_by_nobody(
    assessment const& run, guide const& rules, std::vector<std::string> const& asked,
    participant const* person)
{
    return static_cast<std::size_t>(std::ranges::count_if(asked, [&](auto const& id) {
        auto const* question = rules.find(id);
        bool const open = person == nullptr || !passed(*person, id);
        return question != nullptr && !question->unscored && open && people_who_answered(run, id) == 0;
    }));
}

button_row answer_row(assessment const& run)
{
    return {{make_button(action::next, run_token(run), "Answer now", button::look::primary)}};
}

}  // namespace

card reminder_card(
    assessment const& run, guide const& rules, std::vector<std::string> const& asked, std::string_view user)
{
    auto const* person = find_person(run, user);
    auto const far = progress_of(person, rules, asked);
    auto const open = far.of - far.done - far.set_aside;
    std::string text = count_of(open, "question about ", "questions about ") + product_of(run) +
                       (open == 1 ? " is" : " are") + " open for you, " + about_minutes(far.seconds_left) +
                       ".";
    auto const alone = answered_by_nobody(run, rules, asked, person);
    if (alone > 0)
        text += alone == open ? " Nobody else has answered them yet."
                              : " Nobody else has answered " + std::to_string(alone) + " of them yet.";
    prose said{plain(std::move(text))};
    if (run.time.closes > 0) {
        said.push_back(plain(" Open until "));
        said.push_back(moment(run.time.closes));
        said.push_back(plain("."));
    }
    auto content = notice(std::move(said));
    auto row = answer_row(run);
    row.buttons.push_back(make_button(action::remind_tomorrow, run_token(run), "Remind me tomorrow"));
    row.buttons.push_back(make_button(action::away, run_token(run), "I am away"));
    row.buttons.push_back(make_button(action::stop_reminders, run_token(run), "Stop reminding me"));
    content.blocks.emplace_back(std::move(row));
    return content;
}

card reminded_later_card(assessment const& run, unix_seconds when)
{
    auto content = notice(
        {plain("I will remind you of " + product_of(run) + " again, not before "), moment(when), plain(".")});
    content.blocks.emplace_back(answer_row(run));
    return content;
}

card no_more_reminders_card(assessment const& run)
{
    auto content = notice({plain(
        "You get no more reminders of " + product_of(run) + ". Your answers count whenever you give them.")});
    content.blocks.emplace_back(answer_row(run));
    return content;
}

card away_card(assessment const& run)
{
    auto content = notice({plain(
        "You are noted as away: nobody waits for your answers about " + product_of(run) +
        ", and you get no reminders. Answer any question and you are back.")});
    content.blocks.emplace_back(answer_row(run));
    return content;
}

}  // namespace crossroads
