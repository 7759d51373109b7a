#include "words/saved_card.hpp"

#include "words/phrases.hpp"
#include "words/question_card.hpp"
#include "words/text.hpp"

namespace crossroads {

namespace {

saved_words const& words_of(guide const& rules)
{
    return words_in(rules.shown_in).saved;
}

std::string how_far(guide const& rules, person_progress const& far)
{
    auto const& words = words_of(rules);
    if (far.done == far.of)
        return text_of(words.done, {{"done", far.done}, {"count", far.of}});
    if (far.seconds_left == 0)
        return text_of(
            words.done_set_aside, {{"done", far.done}, {"count", far.of}, {"set_aside", far.set_aside}});
    return text_of(
        words.done_minutes, {{"done", far.done},
                             {"count", far.of},
                             {"minutes", about_minutes(far.seconds_left, rules.shown_in)}});
}

button_row what_next(assessment const& run, guide const& rules, person_progress const& far)
{
    auto const& words = words_in(rules.shown_in).buttons;
    button_row row;
    if (run.state == run_state::open && far.done < far.of)
        row.buttons.push_back(
            make_button(action::next, run_token(run), words.next_question, button::look::primary));
    row.buttons.push_back(make_button(action::my_answers, run_token(run), words.my_answers));
    return row;
}

std::string effect(guide const& rules, question const& asked, answer const& now, saved_answer const& how)
{
    auto const& words = words_of(rules);
    auto const name = question_name(rules, asked.id);
    auto const said = in_words(asked, now, rules.shown_in);
    if (how.same)
        return text_of(how.typed ? words.same_typed : words.same, {{"question", name}});
    if (how.before)
        return text_of(
            how.typed ? words.changed_typed : words.changed,
            {{"question", name}, {"before", in_words(asked, *how.before, rules.shown_in)}, {"now", said}});
    return text_of(how.typed ? words.saved_typed : words.saved, {{"question", name}, {"now", said}});
}

std::string standing(guide const& rules, saved_answer const& how, person_progress const& far)
{
    auto const& words = words_of(rules);
    if (!how.applies)
        return words.does_not_apply.text();
    if (how.result_in_doubt)
        return words.in_doubt.text();
    if (how.late)
        return words.late.text();
    return how_far(rules, far);
}

}  // namespace

card saved_card(
    assessment const& run, guide const& rules, question const& asked, answer const& now,
    saved_answer const& how, person_progress const& far)
{
    auto const in = rules.shown_in;
    auto content = notice({plain(effect(rules, asked, now, how) + " " + standing(rules, how, far))}, in);
    if (how.offer_hat) {
        content.blocks.emplace_back(note{prose_of(words_of(rules).hat_question)});
        content.blocks.emplace_back(hat_choices(run, in));
    }
    content.blocks.emplace_back(what_next(run, rules, far));
    return content;
}

card wants_detail_card(assessment const& run, question const& asked, std::string const& said, language in)
{
    auto const& words = words_in(in).saved;
    card content;
    content.summary = words.wants_detail_summary.text();
    auto text = prose_of(words_in(in).question.wants_detail);
    text.push_back(plain("\n"));
    for (auto& piece : prose_of(words.you_wrote, {{"text", emphasis(shorten(said, 150))}}))
        text.push_back(std::move(piece));
    content.blocks.emplace_back(paragraph{std::move(text)});
    auto const token = question_token(run, asked.id);
    content.blocks.emplace_back(button_row{
        {make_button(action::give_answer, token, words.add_detail, button::look::primary),
         make_button(action::keep_as_said, token, words_in(in).question.that_is_all)}});
    return content;
}

card kept_as_said_card(assessment const& run, guide const& rules, question const& asked)
{
    auto content = notice(
        prose_of(
            words_of(rules).kept_as_said,
            {{"question", question_name_first(rules, asked.id)}, {"owner", person(run.owner)}}),
        rules.shown_in);
    content.blocks.emplace_back(button_row{{make_button(
        action::next, run_token(run), words_in(rules.shown_in).buttons.next_question,
        button::look::primary)}});
    return content;
}

card set_aside_card(
    assessment const& run, guide const& rules, question const& asked, person_progress const& far)
{
    auto text = prose_of(words_of(rules).set_aside, {{"question", question_name_first(rules, asked.id)}});
    text.push_back(plain(" " + how_far(rules, far)));
    auto content = notice(std::move(text), rules.shown_in);
    content.blocks.emplace_back(what_next(run, rules, far));
    return content;
}

card updated_card(assessment const& run, guide const& rules, question const& asked, answer const& now)
{
    auto content = notice(
        prose_of(
            words_of(rules).updated,
            {{"question", question_name(rules, asked.id)}, {"now", in_words(asked, now, rules.shown_in)}}),
        rules.shown_in);
    content.blocks.emplace_back(
        button_row{{make_button(action::undo, question_token(run, asked.id), words_of(rules).undo)}});
    return content;
}

card edit_not_understood_card(guide const& rules, question const& asked, answer const& stands)
{
    return notice(
        prose_of(
            words_of(rules).edit_not_understood,
            {{"question", question_name(rules, asked.id)}, {"now", in_words(asked, stands, rules.shown_in)}}),
        rules.shown_in);
}

card withdrawn_card(assessment const& run, guide const& rules, question const& asked)
{
    auto const& words = words_of(rules);
    auto content =
        notice(prose_of(words.withdrawn, {{"question", question_name(rules, asked.id)}}), rules.shown_in);
    content.blocks.emplace_back(button_row{{make_button(
        action::give_answer, question_token(run, asked.id), words.answer_again, button::look::primary)}});
    return content;
}

card undone_card(guide const& rules, question const& asked, std::optional<answer> const& now)
{
    auto const& words = words_of(rules);
    auto const name = question_name(rules, asked.id);
    if (!now)
        return notice(prose_of(words.undone_withdrawn, {{"question", name}}), rules.shown_in);
    return notice(
        prose_of(words.undone, {{"question", name}, {"now", in_words(asked, *now, rules.shown_in)}}),
        rules.shown_in);
}

card nothing_to_undo_card(guide const& rules, question const& asked)
{
    return notice(
        prose_of(words_of(rules).nothing_to_undo, {{"question", question_name(rules, asked.id)}}),
        rules.shown_in);
}

card hat_saved_card(std::string_view hat, language in)
{
    return notice(prose_of(words_in(in).saved.hat_saved, {{"hat", hat_name(hat, in)}}), in);
}

}  // namespace crossroads
