#include "words/start_card.hpp"

#include "assessment/progress.hpp"
#include "words/phrases.hpp"
#include "words/text.hpp"

namespace crossroads {

namespace {

std::string size_of(guide const& rules)
{
    int seconds = 0;
    for (auto const& question : rules.questions)
        seconds += question.seconds;
    return "Up to " + std::to_string(numbered_questions(rules)) + " short questions, " +
           about_minutes(seconds);
}

prose who_can_answer(assessment const& run)
{
    if (run.open_to_all)
        return {plain("Everyone here can answer.")};
    std::vector<std::string> users{run.owner};
    for (auto const& user : run.invited)
        if (user != run.owner)
            users.push_back(user);
    prose text;
    add_people(text, "These people answer: ", users);
    return text;
}

prose what_is_visible(assessment const& run)
{
    auto text = who_can_answer(run);
    text.push_back(plain(
        run.names_shown ? " Answers stay hidden until the result; it says who took part, not who said what."
                        : " Names are hidden: cards and result show counts only."));
    text.push_back(plain(" A reply typed in the thread counts too, and everyone can read it."
                         " “Do not know” is a good answer."));
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
    for (auto const& one : run.people)
        answering += one.answers.empty() ? 0U : 1U;
    if (answering == 0)
        return "Nobody has answered yet.";
    return count_of(answering, "person", "people") + ", " + std::to_string(with_answer) + " of " +
           std::to_string(scored) + " questions have answers.";
}

/// "Open until …" while it is, "Time is up" after that; nothing for assessments without a deadline.
prose window(assessment const& run)
{
    if (run.time.closes == 0 || run.state != run_state::open)
        return {};
    if (run.time.told_of == run.time.closes)
        return {plain("Time was up "), moment(run.time.closes), plain("; answers still count.")};
    return {plain("Open until "), moment(run.time.closes), plain(".")};
}

prose live_state(assessment const& run, guide const& rules, std::vector<std::string> const& asked)
{
    switch (run.state) {
    case run_state::open:
        if (run.owner_told_ready)
            return {strong("Everybody is done. "), person(run.owner), plain(" can show the result.")};
        return {strong("Open. "), plain(counts(run, rules, asked))};
    case run_state::paused: return {strong("Paused. "), plain(counts(run, rules, asked))};
    case run_state::finished:
        return {
            strong("Finished: " + outcome_name(rules, run.outcome) + ". "),
            plain("The result and the plan are in the thread.")};
    case run_state::cancelled: return {strong("Cancelled. "), plain("There is no result.")};
    }
    return {};
}

button_row buttons(assessment const& run)
{
    button_row row;
    if (run.state == run_state::open) {
        bool const ready = run.owner_told_ready;
        if (ready)
            row.buttons.push_back(
                make_button(action::show_result, run_token(run), "Show the result", button::look::primary));
        auto now = make_button(
            action::next, run_token(run), "Answer now", ready ? button::look::normal : button::look::primary);
        now.spoken = "Answer your next open question privately";
        row.buttons.push_back(std::move(now));
    } else if (run.state == run_state::paused) {
        row.buttons.push_back(make_button(action::resume, run_token(run), "Resume", button::look::primary));
    } else if (run.state == run_state::finished) {
        row.buttons.push_back(make_button(action::basis, run_token(run), "Answers it rests on"));
    }
    row.buttons.push_back(make_button(action::my_answers, run_token(run), "My answers"));
    row.buttons.push_back(make_button(action::how_it_works, run_token(run), "How it works"));
    return row;
}

std::string title(assessment const& run)
{
    return run.product.empty() ? "Product assessment" : "Assessment: " + run.product;
}

}  // namespace

card start_card(assessment const& run, guide const& rules, std::vector<std::string> const& asked)
{
    auto const state = live_state(run, rules, asked);
    card content;
    content.summary = title(run) + ". " + size_of(rules) + ". " + plain_text(state, "the owner");
    content.blocks.emplace_back(heading{title(run)});
    content.blocks.emplace_back(paragraph{{plain(
        "What has this build proved, and what must the next stage do? Answer when it suits you. At the "
        "end you get one recommendation and a plan for the next 6 to 12 weeks.")}});
    prose frame{plain(size_of(rules) + " · started by "), person(run.owner)};
    if (auto const open_until = window(run); !open_until.empty()) {
        frame.push_back(plain(" · "));
        frame.insert(frame.end(), open_until.begin(), open_until.end());
        content.summary += " " + plain_text(open_until, "the owner");
    }
    content.blocks.emplace_back(note{std::move(frame)});
    if (run.state == run_state::open || run.state == run_state::paused)
        content.blocks.emplace_back(note{what_is_visible(run)});
    if (run.updates_answers && run.state == run_state::open)
        content.blocks.emplace_back(
            note{{plain("Each question shows last time's answer. Still true takes it over.")}});
    content.blocks.emplace_back(paragraph{state});
    content.blocks.emplace_back(buttons(run));
    return content;
}

card started_card(assessment const& run)
{
    std::string text =
        "The assessment of " + product_of(run) +
        " starts in this channel. If nothing shows up here, invite me to the channel and start "
        "again.";
    if (!run.names_shown)
        text += " Names are hidden. If fewer than three people answer, that will not hide much.";
    auto content = notice({plain(std::move(text))});
    content.blocks.emplace_back(
        button_row{{make_button(action::next, run_token(run), "Answer now", button::look::primary)}});
    return content;
}

card already_open_card(
    std::vector<assessment const*> const& open, offered_start const& offer, bool other_product)
{
    std::vector<std::string> names;
    names.reserve(open.size());
    for (auto const* run : open)
        names.push_back("#" + std::to_string(run->number) + " " + product_of(*run));
    auto const offer_token = write_token({offer.key, token::subject::offer, {}});
    card content = notice(
        {plain(names.size() == 1 ? "An assessment is open here: " : "Assessments are open here: "),
         strong(listed(names)), plain(". You can go on with it, or start one for a different product.")});
    button_row row;
    for (auto const* run : open)
        if (row.buttons.size() < 3)
            row.buttons.push_back(make_button(
                run->state == run_state::paused ? action::resume : action::next, run_token(*run),
                "Go to #" + std::to_string(run->number),
                row.buttons.empty() ? button::look::primary : button::look::normal));
    row.buttons.push_back(
        other_product
            ? make_button(
                  action::start_offered, offer_token, "Start for " + shorten(offer.wanted.product, 40))
            : make_button(action::start_other, offer_token, "Start for another product"));
    content.blocks.emplace_back(std::move(row));
    return content;
}

form other_product_form(offered_start const& offer)
{
    auto const offer_token = write_token({offer.key, token::subject::offer, {}});
    form window{"Another product", offer_token, {}, "Start", "Not now"};
    window.items.emplace_back(text_input{
        offer_token, "Which product is it about?", "Up to 80 characters.", {}, product_limit, false, false});
    return window;
}

card few_people_card(offered_start const& offer)
{
    auto const offer_token = write_token({offer.key, token::subject::offer, {}});
    auto content = notice({plain(
        "With fewer than three people, hiding names will not hide much: anyone can guess who said what. "
        "Start it with hidden names all the same, or show the names?")});
    content.blocks.emplace_back(button_row{
        {make_button(action::start_hidden, offer_token, "Start with hidden names"),
         make_button(action::start_shown, offer_token, "Start with names shown", button::look::primary)}});
    return content;
}

}  // namespace crossroads
