#include "words/lifecycle_cards.hpp"

#include "assessment/progress.hpp"
#include "words/phrases.hpp"
#include "words/text.hpp"

namespace crossroads {

namespace {

std::string answers_and_people(assessment const& run, language in)
{
    auto const& words = words_in(in).phrases;
    return text_of(
        words.answers_from, {{"answers", count_of(words.answers, answers_given(run))},
                             {"people", count_of(words.people, people_who_count(run).size())}});
}

button_row resume_row(assessment const& run, language in)
{
    return {
        {make_button(action::resume, run_token(run), words_in(in).buttons.resume, button::look::primary)}};
}

button_row answer_row(assessment const& run, language in)
{
    return {
        {make_button(action::next, run_token(run), words_in(in).buttons.answer_now, button::look::primary)}};
}

}  // namespace

card paused_in_thread_card(assessment const& run, std::string_view by, language in)
{
    auto content = notice(
        prose_of(
            words_in(in).lifecycle.paused,
            {{"person", person(std::string{by})}, {"answers", answers_and_people(run, in)}}),
        in);
    content.blocks.emplace_back(resume_row(run, in));
    return content;
}

card resumed_in_thread_card(assessment const& run, std::string_view by, language in)
{
    auto content =
        notice(prose_of(words_in(in).lifecycle.resumed, {{"person", person(std::string{by})}}), in);
    content.blocks.emplace_back(answer_row(run, in));
    return content;
}

card paused_privately_card(assessment const& run, bool already, language in)
{
    auto const& words = words_in(in).lifecycle;
    auto content = notice(
        prose_of(already ? words.paused_already : words.paused_privately, {{"product", product_of(run, in)}}),
        in);
    content.blocks.emplace_back(resume_row(run, in));
    return content;
}

card resumed_privately_card(assessment const& run, bool already, language in)
{
    auto const& words = words_in(in).lifecycle;
    auto content = notice(
        prose_of(already ? words.open_already : words.resumed_privately, {{"product", product_of(run, in)}}),
        in);
    content.blocks.emplace_back(answer_row(run, in));
    return content;
}

card confirm_cancel_card(assessment const& run, language in)
{
    auto const& words = words_in(in);
    auto content = notice(
        prose_of(
            words.lifecycle.confirm_cancel,
            {{"product", product_of(run, in)}, {"answers", answers_and_people(run, in)}}),
        in);
    content.blocks.emplace_back(button_row{
        {make_button(action::keep_open, run_token(run), words.buttons.keep_open, button::look::primary),
         make_button(action::pause, run_token(run), words.lifecycle.pause_instead),
         make_button(
             action::cancel_confirmed, run_token(run), words.lifecycle.cancel, button::look::danger)}});
    return content;
}

card cancelled_in_thread_card(assessment const& run, language in)
{
    return notice(
        prose_of(
            words_in(in).lifecycle.cancelled,
            {{"person", person(who_cancelled(run))}, {"answers", answers_and_people(run, in)}}),
        in);
}

card cancelled_privately_card(assessment const& run, language in)
{
    return notice(
        prose_of(
            words_in(in).lifecycle.cancelled_privately,
            {{"product", product_of(run, in)}, {"answers", answers_and_people(run, in)}}),
        in);
}

card kept_open_card(language in)
{
    return notice(prose_of(words_in(in).lifecycle.kept_open), in);
}

card invitation_card(assessment const& run, std::string_view by, language in)
{
    auto content = notice(
        prose_of(
            words_in(in).lifecycle.invitation,
            {{"person", person(std::string{by})}, {"product", product_of(run, in)}}),
        in);
    content.blocks.emplace_back(answer_row(run, in));
    return content;
}

card invited_card(assessment const& run, std::string_view user, bool already, language in)
{
    auto const& words = words_in(in).lifecycle;
    auto const said = run.open_to_all ? words.everyone_can
                      : already       ? words.on_the_list_already
                                      : words.on_the_list;
    return notice(
        prose_of(said, {{"person", person(std::string{user})}}), in, words_in(in).phrases.this_person);
}

card wants_to_join_card(assessment const& run, std::string_view user, language in)
{
    auto const& words = words_in(in);
    auto content = notice(
        prose_of(
            words.lifecycle.wants_to_join,
            {{"person", person(std::string{user})}, {"product", product_of(run, in)}}),
        in, words.phrases.a_teammate);
    content.blocks.emplace_back(button_row{{make_button(
        action::admit, write_token({run.key, token::subject::person, std::string{user}}),
        words.lifecycle.add_them, button::look::primary)}});
    return content;
}

card asked_to_join_card(assessment const& run, language in)
{
    return notice(prose_of(words_in(in).lifecycle.asked_to_join, {{"owner", person(run.owner)}}), in);
}

card handed_over_card(assessment const& run, std::string_view to, bool already, language in)
{
    auto const& words = words_in(in).lifecycle;
    return notice(
        prose_of(
            already ? words.handed_over_already : words.handed_over,
            {{"product", product_of(run, in)}, {"person", person(std::string{to})}}),
        in, words_in(in).phrases.that_person);
}

card new_owner_card(assessment const& run, language in)
{
    return notice(prose_of(words_in(in).lifecycle.new_owner, {{"product", product_of(run, in)}}), in);
}

}  // namespace crossroads
