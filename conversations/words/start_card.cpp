#include "words/start_card.hpp"

#include "assessment/progress.hpp"
#include "words/phrases.hpp"
#include "words/text.hpp"

namespace crossroads {

namespace {

start_words const& words_of(guide const& rules)
{
    return words_in(rules.shown_in).start;
}

std::string size_of(guide const& rules)
{
    int seconds = 0;
    for (auto const& question : rules.questions)
        seconds += question.seconds;
    return text_of(
        words_of(rules).size,
        {{"count", numbered_questions(rules)}, {"minutes", about_minutes(seconds, rules.shown_in)}});
}

prose who_can_answer(assessment const& run, language in)
{
    auto const& words = words_in(in).start;
    if (run.open_to_all)
        return prose_of(words.everyone_answers);
    std::vector<std::string> users{run.owner};
    for (auto const& user : run.invited)
        if (user != run.owner)
            users.push_back(user);
    return prose_of(words.these_answer, {{"people", people_by_name(users, in)}});
}

prose what_is_visible(assessment const& run, language in)
{
    auto const& words = words_in(in).start;
    auto text = who_can_answer(run, in);
    auto const names = run.names_shown ? words.names_shown : words.names_hidden;
    text.push_back(plain(" " + names.text() + " " + words.typed_is_visible.text()));
    return text;
}

std::string counts(assessment const& run, guide const& rules, std::vector<std::string> const& asked)
{
    std::size_t with_answer = 0;
    std::size_t scored = 0;
    for (auto const& id : asked) {
        auto const* question = rules.find(id);
        if (question == nullptr || question->unscored)
            continue;
        ++scored;
        with_answer += people_who_answered(run, id) > 0 ? 1U : 0U;
    }
    std::size_t answering = 0;
    for (auto const* one : people_who_count(run))
        answering += one->answers.empty() ? 0U : 1U;
    auto const& words = words_in(rules.shown_in);
    if (answering == 0)
        return words.question.nobody_yet.text();
    return text_of(
        words.start.counts, {{"people", count_of(words.phrases.people, answering)},
                             {"answered", with_answer},
                             {"count", scored}});
}

/// "Open until …" while it is, "Time is up" after that; nothing for assessments without a deadline.
prose window(assessment const& run, language in)
{
    if (run.time.closes == 0 || run.state != run_state::open)
        return {};
    auto const& words = words_in(in).start;
    bool const over = run.time.told_of == run.time.closes;
    return prose_of(over ? words.time_was_up : words.open_until, {{"closes", moment(run.time.closes)}});
}

prose live_state(assessment const& run, guide const& rules, std::vector<std::string> const& asked)
{
    auto const& words = words_of(rules);
    switch (run.state) {
    case run_state::open:
        if (run.owner_told_ready)
            return prose_of(words.everybody_done, {{"owner", person(run.owner)}});
        return prose_of(words.open, {{"counts", counts(run, rules, asked)}});
    case run_state::paused: return prose_of(words.paused, {{"counts", counts(run, rules, asked)}});
    case run_state::finished:
        return prose_of(words.finished, {{"outcome", outcome_name(rules, run.outcome)}});
    case run_state::cancelled: return prose_of(words.cancelled);
    }
    return {};
}

button_row buttons(assessment const& run, language in)
{
    auto const& words = words_in(in).buttons;
    button_row row;
    if (run.state == run_state::open) {
        bool const ready = run.owner_told_ready;
        if (ready)
            row.buttons.push_back(
                make_button(action::show_result, run_token(run), words.show_result, button::look::primary));
        auto now = make_button(
            action::next, run_token(run), words.answer_now,
            ready ? button::look::normal : button::look::primary);
        now.spoken = words.answer_now_spoken.text();
        row.buttons.push_back(std::move(now));
    } else if (run.state == run_state::paused) {
        row.buttons.push_back(
            make_button(action::resume, run_token(run), words.resume, button::look::primary));
    } else if (run.state == run_state::finished) {
        row.buttons.push_back(make_button(action::basis, run_token(run), words.basis));
    }
    row.buttons.push_back(make_button(action::my_answers, run_token(run), words.my_answers));
    row.buttons.push_back(make_button(action::how_it_works, run_token(run), words_in(in).start.how_it_works));
    return row;
}

std::string title(assessment const& run, language in)
{
    auto const& words = words_in(in).start;
    return run.product.empty() ? words.title_unnamed.text()
                               : text_of(words.title, {{"product", run.product}});
}

}  // namespace

card start_card(assessment const& run, guide const& rules, std::vector<std::string> const& asked)
{
    auto const in = rules.shown_in;
    auto const& words = words_in(in).start;
    auto const state = live_state(run, rules, asked);
    card content;
    content.summary = title(run, in) + ". " + size_of(rules) + ". " + plain_text(state, in);
    content.blocks.emplace_back(heading{title(run, in)});
    content.blocks.emplace_back(paragraph{prose_of(words.invitation)});
    auto frame = prose_of(words.started_by, {{"size", size_of(rules)}, {"owner", person(run.owner)}});
    if (auto const open_until = window(run, in); !open_until.empty()) {
        frame.push_back(plain(" · "));
        frame.insert(frame.end(), open_until.begin(), open_until.end());
        content.summary += " " + plain_text(open_until, in);
    }
    content.blocks.emplace_back(note{std::move(frame)});
    if (run.state == run_state::open || run.state == run_state::paused)
        content.blocks.emplace_back(note{what_is_visible(run, in)});
    if (run.updates_answers && run.state == run_state::open)
        content.blocks.emplace_back(note{prose_of(words.last_time_shown)});
    content.blocks.emplace_back(paragraph{state});
    content.blocks.emplace_back(buttons(run, in));
    return content;
}

card started_card(assessment const& run, language in)
{
    auto const& words = words_in(in);
    auto text = prose_of(words.start.started, {{"product", product_of(run, in)}});
    if (!run.names_shown)
        text.push_back(plain(" " + words.start.started_hidden.text()));
    auto content = notice(std::move(text), in);
    content.blocks.emplace_back(button_row{
        {make_button(action::next, run_token(run), words.buttons.answer_now, button::look::primary)}});
    return content;
}

card already_open_card(
    std::vector<assessment const*> const& open, offered_start const& offer, bool other_product, language in)
{
    auto const& words = words_in(in).start;
    std::vector<std::string> names;
    names.reserve(open.size());
    for (auto const* run : open)
        names.push_back(numbered_product(*run, in));
    auto const offer_token = write_token({offer.key, token::subject::offer, {}});
    card content = notice(
        prose_of(
            names.size() == 1 ? words.open_here : words.several_open_here, {{"names", listed(names, in)}}),
        in);
    button_row row;
    for (auto const* run : open)
        if (row.buttons.size() < 3)
            row.buttons.push_back(make_button(
                run->state == run_state::paused ? action::resume : action::next, run_token(*run),
                text_of(words.go_to, {{"number", std::to_string(run->number)}}),
                row.buttons.empty() ? button::look::primary : button::look::normal));
    row.buttons.push_back(
        other_product ? make_button(
                            action::start_offered, offer_token,
                            text_of(words.start_for, {{"product", shorten(offer.wanted.product, 40)}}))
                      : make_button(action::start_other, offer_token, words.start_for_another));
    content.blocks.emplace_back(std::move(row));
    return content;
}

form other_product_form(offered_start const& offer, language in)
{
    auto const& words = words_in(in).start;
    auto const offer_token = write_token({offer.key, token::subject::offer, {}});
    form window{
        words.another_product.text(),
        offer_token,
        {},
        words.start.text(),
        words_in(in).buttons.not_now.text()};
    window.items.emplace_back(text_input{
        offer_token,
        words.which_product.text(),
        words.product_limit.text(),
        {},
        product_limit,
        false,
        false});
    return window;
}

card few_people_card(offered_start const& offer, language in)
{
    auto const& words = words_in(in).start;
    auto const offer_token = write_token({offer.key, token::subject::offer, {}});
    auto content = notice(prose_of(words.few_people), in);
    content.blocks.emplace_back(button_row{
        {make_button(action::start_hidden, offer_token, words.start_hidden),
         make_button(action::start_shown, offer_token, words.start_shown, button::look::primary)}});
    return content;
}

}  // namespace crossroads
