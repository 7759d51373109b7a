#include "words/lifecycle_cards.hpp"

#include "assessment/progress.hpp"
#include "words/phrases.hpp"
#include "words/text.hpp"

namespace crossroads {

namespace {

std::string answers_and_people(assessment const& run)
{
    return count_of(answers_given(run), "answer", "answers") + " from " +
           count_of(run.people.size(), "person", "people");
}

}  // namespace

card paused_in_thread_card(assessment const& run)
{
    auto content = notice(
        {plain("Paused by "), person(run.owner),
         plain(". Nothing is lost and nobody is reminded. So far: " + answers_and_people(run) + ".")});
    content.blocks.emplace_back(
        button_row{{make_button(action::resume, run_token(run), "Resume", button::look::primary)}});
    return content;
}

card resumed_in_thread_card(assessment const& run)
{
    auto content = notice(
        {plain("The pause is over: resumed by "), person(run.owner),
         plain(". Everyone goes on where they were.")});
    content.blocks.emplace_back(
        button_row{{make_button(action::next, run_token(run), "Answer now", button::look::primary)}});
    return content;
}

card paused_privately_card(assessment const& run, bool already)
{
    auto content = notice({plain(
        already ? "The assessment of " + product_of(run) + " is paused already."
                : "Paused: " + product_of(run) + ". Nobody can answer until you resume it.")});
    content.blocks.emplace_back(
        button_row{{make_button(action::resume, run_token(run), "Resume", button::look::primary)}});
    return content;
}

card resumed_privately_card(assessment const& run, bool already)
{
    auto content = notice({plain(
        already ? "The assessment of " + product_of(run) + " is open already."
                : "Open again: " + product_of(run) + ". Everyone goes on where they were.")});
    content.blocks.emplace_back(
        button_row{{make_button(action::next, run_token(run), "Answer now", button::look::primary)}});
    return content;
}

card confirm_cancel_card(assessment const& run)
{
    auto content = notice(
        {plain("Cancel the assessment of "), strong(product_of(run)),
         plain("? " + answers_and_people(run) + " will be closed without a result. They stay on record.")});
    content.blocks.emplace_back(button_row{
        {make_button(action::keep_open, run_token(run), "Keep it open", button::look::primary),
         make_button(action::pause, run_token(run), "Pause instead"),
         make_button(action::cancel_confirmed, run_token(run), "Cancel assessment", button::look::danger)}});
    return content;
}

card cancelled_in_thread_card(assessment const& run)
{
    return notice(
        {plain("Cancelled by "), person(run.owner),
         plain(". There is no result. " + answers_and_people(run) + " stay on record.")});
}

card cancelled_privately_card(assessment const& run)
{
    return notice({plain(
        "Cancelled: " + product_of(run) + ". " + answers_and_people(run) +
        " stay on record; My answers still shows them. You can start a new one at any time.")});
}

card kept_open_card()
{
    return notice({plain("It stays open. Nothing has changed.")});
}

card invitation_card(assessment const& run)
{
    auto content = notice(
        {person(run.owner), plain(
                                " added you to the assessment of " + product_of(run) +
                                ". Short questions, answered when it suits you.")});
    content.blocks.emplace_back(
        button_row{{make_button(action::next, run_token(run), "Answer now", button::look::primary)}});
    return content;
}

card invited_card(assessment const& run, std::string_view user, bool already)
{
    if (run.open_to_all)
        return notice(
            {plain("Everyone here can answer already, so "), person(std::string{user}),
             plain(" can too. I told them.")},
            language::english, "this person");
    return notice(
        {person(std::string{user}), plain(already ? " is on the list already." : " is on the list now.")},
        language::english, "this person");
}

card wants_to_join_card(assessment const& run, std::string_view user)
{
    auto content = notice(
        {person(std::string{user}), plain(" asks to join the assessment of " + product_of(run) + ".")},
        language::english, "a teammate");
    content.blocks.emplace_back(button_row{{make_button(
        action::admit, write_token({run.key, token::subject::person, std::string{user}}), "Add them",
        button::look::primary)}});
    return content;
}

card asked_to_join_card(assessment const& run)
{
    return notice(
        {plain("I have asked "), person(run.owner), plain(". You will hear from me once you are added.")});
}

card handed_over_card(assessment const& run, std::string_view to, bool already)
{
    return notice(
        {plain("The assessment of " + product_of(run) + (already ? " belongs to " : " now belongs to ")),
         person(std::string{to}), plain(already ? " already." : ".")},
        language::english, "that person");
}

card new_owner_card(assessment const& run)
{
    return notice({plain(
        "The assessment of " + product_of(run) +
        " is yours now. You can pause, finish, settle or cancel it; status shows how far it is.")});
}

}  // namespace crossroads
