#include "words/channel_cards.hpp"

#include "assessment/progress.hpp"
#include "words/phrases.hpp"

namespace crossroads {

card unarchived_card(assessment const& run, language in)
{
    auto const& words = words_in(in);
    auto content = notice(
        prose_of(words.channel.unarchived, {{"product", product_of(run, in)}, {"owner", person(run.owner)}}),
        in);
    content.blocks.emplace_back(button_row{
        {make_button(action::resume, run_token(run), words.buttons.resume, button::look::primary)}});
    return content;
}

card start_card_again_card(assessment const& run, language in)
{
    auto const& words = words_in(in);
    auto content = notice(prose_of(words.channel.start_again), in);
    if (run.state == run_state::open)
        content.blocks.emplace_back(button_row{
            {make_button(action::next, run_token(run), words.buttons.answer_now, button::look::primary)}});
    return content;
}

card out_of_reach_card(assessment const& run, std::string const& command, language in)
{
    return notice(
        prose_of(
            words_in(in).channel.out_of_reach,
            {{"product", product_of(run, in)}, {"command", command + " resume"}}),
        in);
}

card channel_deleted_card(assessment const& run, language in)
{
    auto const& words = words_in(in);
    return notice(
        prose_of(
            words.channel.deleted,
            {{"product", product_of(run, in)},
             {"answers", count_of(words.phrases.answers, answers_given(run))},
             {"people", count_of(words.phrases.people, people_who_count(run).size())}}),
        in);
}

card not_started_card(assessment const& run, language in)
{
    return notice(prose_of(words_in(in).channel.not_started, {{"product", product_of(run, in)}}), in);
}

}  // namespace crossroads
