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
    std::vector<std::string> names;
    for (auto const& id : missing)
        if (names.size() < named_at_most)
            names.push_back(question_name(rules, id));
    if (missing.size() > named_at_most)
        names.push_back(std::to_string(missing.size() - named_at_most) + " more");
    return count_of(missing.size(), "question has", "questions have") + " no answer yet: " + listed(names) +
           ".";
}

button_row resume_row(assessment const& run)
{
    return {{make_button(action::resume, run_token(run), "Resume", button::look::primary)}};
}

card paused_card_because(assessment const& run, std::string why)
{
    auto content = notice(
        {plain(std::move(why) + " Nothing is lost and nobody is reminded. "), person(run.owner),
         plain(" can resume it.")});
    content.blocks.emplace_back(resume_row(run));
    return content;
}

}  // namespace

card closing_soon_card(assessment const& run, guide const& rules, std::vector<std::string> const& missing)
{
    prose text{plain("Closes "), moment(run.time.closes), plain(". ")};
    if (missing.empty())
        text.push_back(plain("Every question has an answer; yours still counts until then."));
    else
        text.push_back(plain(without_answer_sentence(rules, missing)));
    auto content = notice(std::move(text));
    content.blocks.emplace_back(
        button_row{{make_button(action::next, run_token(run), "Answer now", button::look::primary)}});
    return content;
}

card time_is_up_card(assessment const& run, guide const& rules, std::vector<std::string> const& asked)
{
    if (answers_given(run) == 0) {
        auto content = notice({plain(
            "Time is up for the assessment of " + product_of(run) +
            ", and nobody has answered yet. Without a word from you it pauses in two working days; nothing "
            "is lost.")});
        content.blocks.emplace_back(button_row{
            {make_button(
                 action::give_more_time, run_token(run), "Give it two more days", button::look::primary),
             make_button(action::pause, run_token(run), "Pause it")}});
        return content;
    }
    auto const missing = without_answer(run, rules, asked);
    auto content = notice({plain(
        "Time is up for the assessment of " + product_of(run) + ". " +
        (missing.empty() ? "Every question has an answer." : without_answer_sentence(rules, missing)) +
        " Without a word from you the result is posted in two working days, with what is there.")});
    content.blocks.emplace_back(button_row{
        {make_button(
             action::finish_with_gaps, run_token(run), "Finish with what we have", button::look::primary),
         make_button(action::give_more_time, run_token(run), "Give it two more days")}});
    return content;
}

card unattended_result_card(assessment const& run)
{
    return notice(
        {plain("Time was up "), moment(run.time.closes),
         plain(". Here is the result with the answers that are there. A late answer still counts if it "
               "changes the result.")});
}

card paused_quiet_card(assessment const& run, int days)
{
    return paused_card_because(run, "Paused by itself after " + std::to_string(days) + " quiet days.");
}

card paused_unanswered_card(assessment const& run)
{
    return paused_card_because(run, "Paused by itself: time is up and there are no answers yet.");
}

card extended_card(assessment const& run)
{
    return notice({plain("There is more time: open until "), moment(run.time.closes), plain(".")});
}

card extended_privately_card(assessment const& run)
{
    return notice(
        {plain("The assessment of " + product_of(run) + " is open until "), moment(run.time.closes),
         plain(".")});
}

card past_date_card(std::string const& command)
{
    return notice(
        {plain("That time has passed already. Give a later date, or a number of days: "),
         code(command + " start Blue Van --until 5d"), plain(" or "), code(command + " extend 2d"),
         plain(".")});
}

card window_too_long_card(int most_days, std::string const& command)
{
    return notice(
        {plain(
             "An assessment is open for " + std::to_string(most_days) +
             " days at most. Give fewer days, for example "),
         code(command + " start Blue Van --until 30d"), plain("; you can extend it later.")});
}

card earlier_deadline_card(assessment const& run)
{
    return notice(
        {plain("It is open until "), moment(run.time.closes),
         plain(" already. Give a later date, or a number of days to add.")});
}

}  // namespace crossroads
