#include "words/finish_cards.hpp"

#include "assessment/progress.hpp"
#include "words/phrases.hpp"
#include "words/text.hpp"

namespace crossroads {

namespace {

finish_words const& words_of(guide const& rules)
{
    return words_in(rules.shown_in).finish;
}

std::string named(guide const& rules, std::vector<std::string> const& questions)
{
    std::vector<std::string> names;
    names.reserve(questions.size());
    for (auto const& id : questions)
        names.push_back(question_name(rules, id));
    return listed(names, rules.shown_in);
}

button_row show_or_wait(assessment const& run, language in)
{
    auto const& words = words_in(in).buttons;
    return {
        {make_button(action::show_result, run_token(run), words.show_result, button::look::primary),
         make_button(action::not_yet, run_token(run), words.not_yet)}};
}

}  // namespace

card ready_card(assessment const& run, language in)
{
    auto content = notice(prose_of(words_in(in).finish.ready, {{"product", product_of(run, in)}}), in);
    content.blocks.emplace_back(show_or_wait(run, in));
    return content;
}

card not_yet_card(std::string const& command, language in)
{
    return notice(prose_of(words_in(in).finish.not_yet, {{"command", command + " finish"}}), in);
}

card nobody_answered_card(language in)
{
    return notice(prose_of(words_in(in).finish.nobody_answered), in);
}

card gaps_card(assessment const& run, guide const& rules, std::vector<std::string> const& missing)
{
    auto const& common = words_in(rules.shown_in).buttons;
    auto content =
        notice(prose_of(words_of(rules).gaps, {{"questions", named(rules, missing)}}), rules.shown_in);
    content.blocks.emplace_back(button_row{
        {make_button(action::keep_open, run_token(run), common.keep_open, button::look::primary),
         make_button(action::finish_with_gaps, run_token(run), common.finish_with_gaps),
         make_button(action::next, run_token(run), common.answer_now)}});
    return content;
}

card undecided_card(assessment const& run, guide const& rules, undecided const& open)
{
    auto const& words = words_of(rules);
    std::string text;
    if (!open.differing.empty())
        text += text_of(words.undecided_differing, {{"questions", named(rules, open.differing)}}) + " ";
    if (!open.not_concrete.empty())
        text += text_of(words.undecided_not_concrete, {{"questions", named(rules, open.not_concrete)}}) + " ";
    auto content = notice({plain(text + words.show_anyway_question.text())}, rules.shown_in);
    button_row row;
    if (!open.differing.empty())
        row.buttons.push_back(make_button(
            action::settle, question_token(run, open.differing.front()),
            text_of(words.settle_question, {{"question", question_name(rules, open.differing.front())}}),
            button::look::primary));
    for (auto const& id : open.not_concrete)
        if (row.buttons.size() < 3)
            row.buttons.push_back(make_button(
                action::mark_concrete, question_token(run, id),
                text_of(words.concrete_enough, {{"question", question_name_first(rules, id)}})));
    row.buttons.push_back(make_button(action::finish_undecided, run_token(run), words.show_anyway));
    content.blocks.emplace_back(std::move(row));
    return content;
}

card disagreement_card(assessment const& run, guide const& rules, disagreement const& differing)
{
    auto const& words = words_of(rules);
    auto const* asked = rules.find(differing.question);
    card content;
    auto const name = question_name(rules, differing.question);
    content.summary = text_of(words.differ_summary, {{"question", name}});
    content.blocks.emplace_back(paragraph{
        {strong(words.differ_head.text()), plain(
                                               "\n" + question_marks(rules, {differing.question}) + " " +
                                               (asked == nullptr ? "" : asked->ask))}});
    bullets views;
    for (auto const& view : differing.views)
        views.items.push_back(prose_of(
            words.view,
            {{"people",
              count_of(words_in(rules.shown_in).phrases.people, static_cast<std::size_t>(view.people))},
             {"says", shorten(view.says, 150)},
             {"outcome", outcome_name(rules, view.outcome)}}));
    content.blocks.emplace_back(std::move(views));
    content.blocks.emplace_back(note{prose_of(words.until_settled, {{"owner", person(run.owner)}})});
    auto const token = question_token(run, differing.question);
    auto settle =
        make_button(action::settle, token, words_in(rules.shown_in).buttons.settle_it, button::look::primary);
    settle.spoken = text_of(words.settle_spoken, {{"question", name}});
    content.blocks.emplace_back(
        button_row{{settle, make_button(action::give_answer, token, words.change_my_answer)}});
    return content;
}

card vote_card(
    assessment const& run, guide const& rules, question const& asked,
    std::vector<vote_candidate> const& candidates)
{
    auto const in = rules.shown_in;
    auto const& words = words_of(rules);
    auto const count = candidates.size() == 2 ? words.two.text() : std::to_string(candidates.size());
    auto const name = question_name(rules, asked.id);
    card content;
    content.summary = text_of(words.vote_summary, {{"count", count}, {"question", name}});
    content.blocks.emplace_back(paragraph{
        {strong(words.which_first.text()),
         plain(
             "\n" + text_of(words.vote_named, {{"count", count}, {"question", name}, {"ask", asked.ask}}))}});
    choice_list list;
    list.token = write_token({run.key, token::subject::vote, asked.id});
    list.label = words.which_first.text();
    bullets votes;
    for (auto const& candidate : candidates) {
        list.choices.push_back({std::to_string(candidate.revision), shorten(candidate.text, 74)});
        votes.items.push_back(prose_of(
            words.candidate, {{"text", in_quotation_marks(shorten(candidate.text, 150), in)},
                              {"votes", count_of(words.votes, candidate.votes)}}));
    }
    content.blocks.emplace_back(std::move(list));
    content.blocks.emplace_back(std::move(votes));
    content.blocks.emplace_back(note{prose_of(words.vote_note, {{"owner", person(run.owner)}})});
    content.blocks.emplace_back(button_row{
        {make_button(action::settle, question_token(run, asked.id), words_in(in).buttons.settle_it)}});
    return content;
}

card vote_saved_card(std::string_view text, bool settled, language in)
{
    auto const& words = words_in(in).finish;
    return notice(
        prose_of(
            settled ? words.vote_settles : words.vote_saved,
            {{"text", in_quotation_marks(shorten(text, 150), in)}}),
        in);
}

card vote_over_card(guide const& rules, question const& asked)
{
    return notice(
        prose_of(words_of(rules).vote_over, {{"question", question_name(rules, asked.id)}}), rules.shown_in);
}

card how_to_settle_card(guide const& rules, question const& asked, std::string const& command)
{
    auto const& words = words_of(rules);
    auto const number = std::to_string(number_of(rules, asked.id));
    auto const value = asked.type == question_type::text ? words.one_sentence_typed.text() : "1";
    return notice(
        prose_of(
            words.how_to_settle, {{"question", question_name(rules, asked.id)},
                                  {"command", command + " settle " + number + " " + value}}),
        rules.shown_in);
}

card settled_already_card(
    assessment const& run, guide const& rules, question const& asked, settlement const& stands,
    answer const& wanted)
{
    auto const& words = words_of(rules);
    auto const in = rules.shown_in;
    auto content = notice(
        prose_of(
            stands.by == team_vote ? words.settled_already_by_vote : words.settled_already,
            {{"question", question_name_first(rules, asked.id)},
             {"answer", in_words(asked, stands.value, in)},
             {"owner", person(stands.by)},
             {"reason", stands.reason},
             {"wanted", in_words(asked, wanted, in)}}),
        in);
    auto const token = question_token(run, asked.id);
    content.blocks.emplace_back(button_row{
        {make_button(action::keep_settlement, token, words.keep_settlement, button::look::primary),
         make_button(action::change_settlement, token, words.change_settlement)}});
    return content;
}

card settlement_kept_card(guide const& rules, question const& asked)
{
    return notice(
        prose_of(words_of(rules).settlement_kept, {{"question", question_name(rules, asked.id)}}),
        rules.shown_in);
}

card settled_card(guide const& rules, question const& asked, settlement const& value)
{
    auto const& words = words_of(rules);
    auto const said = value.by == team_vote  ? words.settled_by_vote
                      : value.reason.empty() ? words.settled
                                             : words.settled_because;
    return notice(
        prose_of(
            said, {{"question", question_name(rules, asked.id)},
                   {"answer", in_words(asked, value.value, rules.shown_in)},
                   {"owner", person(value.by)},
                   {"reason", value.by == team_vote ? value.reason : shorten(value.reason, 150)}}),
        rules.shown_in);
}

form settle_form(
    assessment const& run, guide const& rules, question const& asked,
    std::vector<vote_candidate> const& candidates)
{
    auto const& words = words_of(rules);
    form window{
        text_of(words.settle_title, {{"number", number_of(rules, asked.id)}}),
        write_token({run.key, token::subject::vote, asked.id}),
        {},
        words.settle.text(),
        words_in(rules.shown_in).buttons.not_now.text()};
    auto const value = question_token(run, asked.id);
    window.items.emplace_back(note{prose_of(words.becomes_answer)});
    if (!candidates.empty()) {
        auto views = words.named_so_far.text();
        for (auto const& candidate : candidates)
            views += "\n" + in_quotation_marks(shorten(candidate.text, 150), rules.shown_in);
        window.items.emplace_back(paragraph{{plain(std::move(views))}});
    }
    if (asked.type == question_type::text) {
        window.items.emplace_back(text_input{
            value, asked.ask, words.one_sentence.text(),
            candidates.empty() ? std::string{} : candidates.front().text, 1000, true, false});
    } else {
        choice_list list{value, asked.ask, asked.type == question_type::multi, {}, {}};
        for (auto const& option : asked.options)
            list.choices.push_back({option.id, option.label});
        window.items.emplace_back(choice_input{std::move(list), {}, false});
    }
    window.items.emplace_back(text_input{
        write_token({run.key, token::subject::reason, asked.id}),
        words.why.text(),
        words.why_hint.text(),
        {},
        300,
        true,
        true});
    return window;
}

card settled_privately_card(
    assessment const& run, guide const& rules, question const& asked, answer const& value)
{
    auto content = notice(
        prose_of(
            words_of(rules).settled_privately, {{"question", question_name(rules, asked.id)},
                                                {"answer", in_words(asked, value, rules.shown_in)}}),
        rules.shown_in);
    if (run.state == run_state::open)
        content.blocks.emplace_back(show_or_wait(run, rules.shown_in));
    return content;
}

card marked_concrete_card(assessment const& run, guide const& rules, question const& asked, bool already)
{
    auto const& words = words_of(rules);
    auto content = notice(
        prose_of(
            already ? words.already_concrete : words.now_concrete,
            {{"question", question_name_first(rules, asked.id)}}),
        rules.shown_in);
    if (run.state == run_state::open)
        content.blocks.emplace_back(show_or_wait(run, rules.shown_in));
    return content;
}

card not_markable_card(guide const& rules, question const& asked)
{
    return notice(
        prose_of(words_of(rules).nothing_to_mark, {{"question", question_name(rules, asked.id)}}),
        rules.shown_in);
}

card finished_privately_card(assessment const& run, guide const& rules, std::string const& command)
{
    return notice(
        prose_of(
            words_of(rules).finished_privately,
            {{"outcome", outcome_name(rules, run.outcome)}, {"command", command + " results"}}),
        rules.shown_in);
}

}  // namespace crossroads
