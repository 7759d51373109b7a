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

button_row answer_row(assessment const& run, language in)
{
    auto const& words = words_in(in).buttons;
    return {{make_button(action::next, run_token(run), words.answer_now, button::look::primary)}};
}

}  // namespace

card reminder_card(
    assessment const& run, guide const& rules, std::vector<std::string> const& asked, std::string_view user)
{
    auto const in = rules.shown_in;
    auto const& words = words_in(in).reminder;
    auto const* person = find_person(run, user);
    auto const far = progress_of(person, rules, asked);
    auto const open = far.of - far.done - far.set_aside;
    auto text = text_of(
        words.open.of(open), {{"count", open},
                              {"product", product_of(run, in)},
                              {"minutes", about_minutes(far.seconds_left, in)}});
    if (auto const alone = answered_by_nobody(run, rules, asked, person); alone > 0)
        text += " " + (alone == open ? words.nobody_else_any.text()
                                     : text_of(words.nobody_else_some, {{"count", alone}}));
    prose said{plain(std::move(text))};
    if (run.time.closes > 0) {
        said.push_back(plain(" "));
        for (auto& piece : prose_of(words_in(in).start.open_until, {{"closes", moment(run.time.closes)}}))
            said.push_back(std::move(piece));
    }
    auto content = notice(std::move(said), in);
    auto row = answer_row(run, in);
    row.buttons.push_back(make_button(action::remind_tomorrow, run_token(run), words.tomorrow));
    row.buttons.push_back(make_button(action::away, run_token(run), words.away));
    row.buttons.push_back(make_button(action::stop_reminders, run_token(run), words.stop));
    content.blocks.emplace_back(std::move(row));
    return content;
}

card reminded_later_card(assessment const& run, unix_seconds when, language in)
{
    auto content = notice(
        prose_of(words_in(in).reminder.later, {{"product", product_of(run, in)}, {"when", moment(when)}}),
        in);
    content.blocks.emplace_back(answer_row(run, in));
    return content;
}

card no_more_reminders_card(assessment const& run, language in)
{
    auto content = notice(prose_of(words_in(in).reminder.no_more, {{"product", product_of(run, in)}}), in);
    content.blocks.emplace_back(answer_row(run, in));
    return content;
}

card away_card(assessment const& run, unix_seconds back, language in)
{
    auto const& words = words_in(in).reminder;
    auto text = prose_of(words.noted_away, {{"product", product_of(run, in)}});
    if (back != 0) {
        auto const until = prose_of(words.back_by_itself, {{"when", moment(back)}});
        text.push_back(plain(" "));
        text.insert(text.end(), until.begin(), until.end());
    }
    auto content = notice(std::move(text), in);
    content.blocks.emplace_back(answer_row(run, in));
    return content;
}

}  // namespace crossroads
