#include "words/time_cards.hpp"

#include "assessment/progress.hpp"
#include "words/phrases.hpp"
#include "words/text.hpp"

namespace crossroads {

namespace {

constexpr std::size_t named_at_most = 4;

/// "2 questions have no answer yet: question 4 and question 9."
std::string without_answer_sentence(guide const& rules, std::vector<std::string> const& missing)
{
    auto const& words = words_in(rules.shown_in);
    std::vector<std::string> names;
    for (auto const& id : missing)
        if (names.size() < named_at_most)
            names.push_back(question_name(rules, id));
    if (missing.size() > named_at_most)
        names.push_back(text_of(words.phrases.more, {{"count", missing.size() - named_at_most}}));
    return text_of(
        words.time.without_answer.of(missing.size()),
        {{"count", missing.size()}, {"questions", listed(names, rules.shown_in)}});
}

card paused_by_itself_card(assessment const& run, prose why, language in)
{
    auto content = notice(std::move(why), in);
    content.blocks.emplace_back(button_row{
        {make_button(action::resume, run_token(run), words_in(in).buttons.resume, button::look::primary)}});
    return content;
}

}  // namespace

card closing_soon_card(assessment const& run, guide const& rules, std::vector<std::string> const& missing)
{
    auto const& words = words_in(rules.shown_in);
    auto text = prose_of(words.time.closes, {{"closes", moment(run.time.closes)}});
    text.push_back(plain(
        " " + (missing.empty() ? words.time.all_answered_until_then.text()
                               : without_answer_sentence(rules, missing))));
    auto content = notice(std::move(text), rules.shown_in);
    content.blocks.emplace_back(button_row{
        {make_button(action::next, run_token(run), words.buttons.answer_now, button::look::primary)}});
    return content;
}

card time_is_up_card(assessment const& run, guide const& rules, std::vector<std::string> const& asked)
{
    auto const in = rules.shown_in;
    auto const& words = words_in(in);
    if (answers_given(run) == 0) {
        auto content = notice(prose_of(words.time.up_nobody, {{"product", product_of(run, in)}}), in);
        content.blocks.emplace_back(button_row{
            {make_button(
                 action::give_more_time, run_token(run), words.time.two_more_days, button::look::primary),
             make_button(action::pause, run_token(run), words.time.pause_it)}});
        return content;
    }
    auto const missing = without_answer(run, rules, asked);
    auto content = notice(
        prose_of(
            words.time.up, {{"product", product_of(run, in)},
                            {"missing", missing.empty() ? words.status.all_answered.text()
                                                        : without_answer_sentence(rules, missing)}}),
        in);
    content.blocks.emplace_back(button_row{
        {make_button(
             action::finish_with_gaps, run_token(run), words.buttons.finish_with_gaps, button::look::primary),
         make_button(action::give_more_time, run_token(run), words.time.two_more_days)}});
    return content;
}

card unattended_result_card(assessment const& run, language in)
{
    return notice(prose_of(words_in(in).time.unattended, {{"closes", moment(run.time.closes)}}), in);
}

card paused_quiet_card(assessment const& run, int days, language in)
{
    return paused_by_itself_card(
        run,
        prose_of(
            words_in(in).time.paused_quiet, {{"days", std::to_string(days)}, {"owner", person(run.owner)}}),
        in);
}

card paused_unanswered_card(assessment const& run, language in)
{
    return paused_by_itself_card(
        run, prose_of(words_in(in).time.paused_unanswered, {{"owner", person(run.owner)}}), in);
}

card extended_card(assessment const& run, language in)
{
    return notice(prose_of(words_in(in).time.extended, {{"closes", moment(run.time.closes)}}), in);
}

card extended_privately_card(assessment const& run, language in)
{
    return notice(
        prose_of(
            words_in(in).time.extended_privately,
            {{"product", product_of(run, in)}, {"closes", moment(run.time.closes)}}),
        in);
}

card past_date_card(std::string const& command, language in)
{
    return notice(
        prose_of(
            words_in(in).time.past_date,
            {{"start", command + " start Blue Van --until 5d"}, {"extend", command + " extend 2d"}}),
        in);
}

card window_too_long_card(int most_days, std::string const& command, language in)
{
    return notice(
        prose_of(
            words_in(in).time.too_long,
            {{"days", std::to_string(most_days)}, {"start", command + " start Blue Van --until 30d"}}),
        in);
}

card earlier_deadline_card(assessment const& run, language in)
{
    return notice(prose_of(words_in(in).time.earlier, {{"closes", moment(run.time.closes)}}), in);
}

}  // namespace crossroads
