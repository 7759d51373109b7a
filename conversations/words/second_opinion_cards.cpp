#include "words/second_opinion_cards.hpp"

#include "assessment/progress.hpp"
#include "words/phrases.hpp"

#include <variant>

namespace crossroads {

namespace {

constexpr std::size_t most_buttons = 4;

second_opinion_words const& words_of(language in)
{
    return words_in(in).second_opinion;
}

prose whom_line(contact const& whom, language in)
{
    return prose_of(words_of(in).whom, {{"name", whom.name}, {"sentence", whom.sentence}});
}

void add_paragraph(card& content, prose text, language in)
{
    content.summary += (content.summary.empty() ? "" : " ") + plain_text(text, in);
    content.blocks.emplace_back(paragraph{std::move(text)});
}

}  // namespace

void offer_second_opinion(card& result, card& plan, assessment const& run, language in)
{
    auto asking = make_button(action::second_opinion, run_token(run), words_of(in).ask);
    auto* row = result.blocks.empty() ? nullptr : std::get_if<button_row>(&result.blocks.back());
    if (row != nullptr && row->buttons.size() < most_buttons)
        row->buttons.push_back(std::move(asking));
    else
        plan.blocks.emplace_back(button_row{{std::move(asking)}});
}

card what_is_shared_card(assessment const& run, contact const& whom, language in)
{
    auto const& words = words_of(in);
    auto const& phrases = words_in(in).phrases;
    card content;
    add_paragraph(content, whom_line(whom, in), in);
    auto shared = prose_of(
        words.what_is_shared, {{"product", product_of(run, in)},
                               {"answers", count_of(phrases.answers, answers_given(run))},
                               {"people", count_of(phrases.people, people_who_count(run).size())}});
    shared.push_back(plain(" " + (run.names_shown ? words.people_by_id : words.names_left_out).text()));
    add_paragraph(content, std::move(shared), in);
    add_paragraph(content, prose_of(words.how_it_leaves, {{"address", link(whom.address)}}), in);
    content.blocks.emplace_back(button_row{
        {make_button(action::share_result, run_token(run), words.post_both, button::look::primary),
         make_button(action::share_nothing, run_token(run), words_in(in).buttons.not_now)}});
    return content;
}

card shared_result_card(assessment const& run, contact const& whom, language in)
{
    auto const& words = words_of(in);
    card content;
    add_paragraph(
        content,
        prose_of(words.files_in_thread, {{"owner", person(run.owner)}, {"product", product_of(run, in)}}),
        in);
    add_paragraph(content, whom_line(whom, in), in);
    add_paragraph(content, prose_of(words.send_them, {{"address", link(whom.address)}}), in);
    return content;
}

card sharing_card(contact const& whom, language in)
{
    return notice(prose_of(words_of(in).under_way, {{"address", link(whom.address)}}), in);
}

card shared_already_card(shared_result const& shared, contact const& whom, language in)
{
    return notice(
        prose_of(
            words_of(in).done_already,
            {{"when", moment(shared.at)}, {"person", person(shared.by)}, {"address", link(whom.address)}}),
        in);
}

card nothing_shared_card(language in)
{
    return notice(prose_of(words_of(in).declined), in);
}

}  // namespace crossroads
