#include "words/removal_cards.hpp"

#include "assessment/progress.hpp"
#include "words/phrases.hpp"

namespace crossroads {

card confirm_removal_card(assessment const& run, language in)
{
    auto const& words = words_in(in);
    auto content = notice(
        prose_of(
            words.people.remove_question, {{"product", product_of(run, in)},
                                           {"answers", count_of(words.phrases.answers, answers_given(run))}}),
        in);
    content.blocks.emplace_back(button_row{
        {make_button(action::keep_it, run_token(run), words.people.keep_it, button::look::primary),
         make_button(
             action::remove_confirmed, run_token(run), words.people.remove_for_good, button::look::danger)}});
    return content;
}

card removal_request_card(assessment const& run, language in)
{
    auto const& words = words_in(in).people;
    auto content = notice(
        prose_of(words.remove_request, {{"owner", person(run.owner)}, {"product", product_of(run, in)}}), in);
    content.blocks.emplace_back(button_row{
        {make_button(action::remove_asked, run_token(run), words.remove_as_admin, button::look::danger)}});
    return content;
}

card removal_requested_card(bool already, language in)
{
    auto const& words = words_in(in).people;
    return notice(prose_of(already ? words.remove_requested_already : words.remove_requested), in);
}

card kept_card(language in)
{
    return notice(prose_of(words_in(in).people.nothing_removed), in);
}

card removed_privately_card(assessment const& run, language in)
{
    return notice(prose_of(words_in(in).people.removed, {{"product", product_of(run, in)}}), in);
}

card removed_headline_card(assessment const& run, std::string_view by, language in)
{
    auto const& words = words_in(in).people;
    return notice(
        prose_of(
            words.removed_headline,
            {{"number", std::to_string(run.number)}, {"person", person(std::string{by})}}),
        in, words_in(in).phrases.a_teammate);
}

card removed_message_card(language in)
{
    return notice(prose_of(words_in(in).people.removed_message), in);
}

}  // namespace crossroads
