#include "words/saved_card.hpp"

#include "words/phrases.hpp"
#include "words/question_card.hpp"
#include "words/text.hpp"

namespace crossroads {

namespace {

std::string how_far(person_progress const& far)
{
    auto line = std::to_string(far.done) + " of " + std::to_string(far.of) + " done";
    if (far.done == far.of)
        return line + ".";
    if (far.seconds_left == 0)
        return line + ", " + std::to_string(far.set_aside) + " set aside.";
    return line + ", " + about_minutes(far.seconds_left) + " left.";
}

button_row what_next(assessment const& run, person_progress const& far)
{
    button_row row;
    if (run.state == run_state::open && far.done < far.of)
        row.buttons.push_back(
            make_button(action::next, run_token(run), "Next question", button::look::primary));
    row.buttons.push_back(make_button(action::my_answers, run_token(run), "My answers"));
    return row;
}

std::string effect(guide const& rules, question const& asked, answer const& now, saved_answer const& how)
{
    auto const where = how.typed ? " (" + question_name(rules, asked.id) + ")" : std::string{};
    if (how.same)
        return "That is already your answer" + where + ". ";
    if (how.before)
        return "Changed" + where + ": " + in_words(asked, *how.before) + " → " + in_words(asked, now) + ". ";
    if (how.typed)
        return "Saved for " + question_name(rules, asked.id) + ": " + in_words(asked, now) + ". ";
    return "Saved. ";
}

std::string standing(saved_answer const& how, person_progress const& far)
{
    if (!how.applies)
        return "Other answers rule this question out at the moment, so it does not count. It is kept.";
    if (how.result_in_doubt)
        return "The answers now lead to another result. It is told in the thread; the owner decides.";
    if (how.late)
        return "The result was shown before this answer. It is recorded and does not change the result.";
    return how_far(far);
}

}  // namespace

card saved_card(
    assessment const& run, guide const& rules, question const& asked, answer const& now,
    saved_answer const& how, person_progress const& far)
{
    auto content = notice({plain(effect(rules, asked, now, how) + standing(how, far))});
    if (how.offer_hat) {
        content.blocks.emplace_back(note{
            {plain("One question about you, if you like: what do you mostly do? It is asked once and tells "
                   "whose technical answers count first.")}});
        content.blocks.emplace_back(hat_choices(run));
    }
    content.blocks.emplace_back(what_next(run, far));
    return content;
}

card wants_detail_card(assessment const& run, question const& asked, std::string const& said)
{
    card content;
    content.summary = "That is saved. To act on it we need who did what, and how often.";
    content.blocks.emplace_back(paragraph{
        {plain("That is saved. To act on it we need "), strong("who"), plain(" did "), strong("what"),
         plain(", and "), strong("how often"), plain(".\nYou wrote: "), emphasis(shorten(said, 150))}});
    auto const token = question_token(run, asked.id);
    content.blocks.emplace_back(button_row{
        {make_button(action::give_answer, token, "Add detail", button::look::primary),
         make_button(action::keep_as_said, token, "That is all we can say")}});
    return content;
}

card kept_as_said_card(assessment const& run, guide const& rules, question const& asked)
{
    auto content = notice(
        {plain(
             "Kept as you said it. Question " + std::to_string(number_of(rules, asked.id)) +
             " counts as open until a teammate says it more concretely, or "),
         person(run.owner), plain(" marks it as concrete enough.")});
    content.blocks.emplace_back(
        button_row{{make_button(action::next, run_token(run), "Next question", button::look::primary)}});
    return content;
}

card set_aside_card(
    assessment const& run, guide const& rules, question const& asked, person_progress const& far)
{
    auto const name = asked.unscored ? std::string{"The closing vote is"}
                                     : "Question " + std::to_string(number_of(rules, asked.id)) + " is";
    auto content = notice({plain(name + " set aside for you. You can still answer it. " + how_far(far))});
    content.blocks.emplace_back(what_next(run, far));
    return content;
}

card updated_card(assessment const& run, guide const& rules, question const& asked, answer const& now)
{
    auto content = notice({plain(
        "You edited your reply, so I updated your answer to " + question_name(rules, asked.id) + ": " +
        in_words(asked, now) + ".")});
    content.blocks.emplace_back(
        button_row{{make_button(action::undo, question_token(run, asked.id), "Undo")}});
    return content;
}

card edit_not_understood_card(guide const& rules, question const& asked, answer const& stands)
{
    return notice({plain(
        "I could not read your edited reply as an answer to " + question_name(rules, asked.id) +
        ". Your answer stays: " + in_words(asked, stands) +
        ". To change it, edit the reply again or use My answers.")});
}

card withdrawn_card(assessment const& run, guide const& rules, question const& asked)
{
    auto content = notice({plain(
        "You deleted your reply, so I withdrew your answer to " + question_name(rules, asked.id) +
        ". You can answer it again.")});
    content.blocks.emplace_back(button_row{{make_button(
        action::give_answer, question_token(run, asked.id), "Answer again", button::look::primary)}});
    return content;
}

card undone_card(guide const& rules, question const& asked, std::optional<answer> const& now)
{
    auto const name = question_name(rules, asked.id);
    if (!now)
        return notice({plain("Undone. Your answer to " + name + " is withdrawn.")});
    return notice({plain("Undone. Your answer to " + name + " is again: " + in_words(asked, *now) + ".")});
}

card nothing_to_undo_card(guide const& rules, question const& asked)
{
    return notice({plain(
        "There is nothing to undo at " + question_name(rules, asked.id) +
        ". My answers shows what counts now.")});
}

card hat_saved_card(std::string_view hat)
{
    return notice({plain("Noted: " + std::string{hat} + ". On with the questions whenever it suits you.")});
}

}  // namespace crossroads
