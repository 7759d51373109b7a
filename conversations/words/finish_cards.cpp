#include "words/finish_cards.hpp"

#include "assessment/progress.hpp"
#include "words/phrases.hpp"
#include "words/text.hpp"

namespace crossroads {

namespace {

std::string named(guide const& rules, std::vector<std::string> const& questions)
{
    std::vector<std::string> names;
    names.reserve(questions.size());
    for (auto const& id : questions)
        names.push_back(question_name(rules, id));
    return listed(names);
}

}  // namespace

card ready_card(assessment const& run)
{
    auto content = notice({plain(
        "Ready. Every question about " + product_of(run) +
        " has an answer and everybody is done. Show the result?")});
    content.blocks.emplace_back(button_row{
        {make_button(action::show_result, run_token(run), "Show the result", button::look::primary),
         make_button(action::not_yet, run_token(run), "Not yet")}});
    return content;
}

card not_yet_card(std::string const& command)
{
    return notice(
        {plain("It stays open. Show the result whenever you like with "), code(command + " finish"),
         plain(".")});
}

card nobody_answered_card()
{
    return notice(
        {plain("Nobody has answered yet, so there is nothing to decide on. Answer now, or cancel it.")});
}

card gaps_card(assessment const& run, guide const& rules, std::vector<std::string> const& missing)
{
    auto content = notice({plain(
        "Not everything is answered. Without any answer: " + named(rules, missing) +
        ". What is missing counts as unknown, so the result may be better scoping.")});
    content.blocks.emplace_back(button_row{
        {make_button(action::keep_open, run_token(run), "Keep it open", button::look::primary),
         make_button(action::finish_with_gaps, run_token(run), "Finish with what we have"),
         make_button(action::next, run_token(run), "Answer now")}});
    return content;
}

card undecided_card(assessment const& run, guide const& rules, undecided const& open)
{
    std::string text;
    if (!open.differing.empty())
        text += "Before the result: you see " + named(rules, open.differing) +
                " differently, and it decides the result. I have put it to the team in the thread. ";
    if (!open.not_concrete.empty())
        text += "No concrete answer yet to " + named(rules, open.not_concrete) +
                ". You can mark what is there as concrete enough. ";
    auto content = notice({plain(text + "Show the result anyway?")});
    button_row row;
    if (!open.differing.empty())
        row.buttons.push_back(make_button(
            action::settle, question_token(run, open.differing.front()),
            "Settle " + question_name(rules, open.differing.front()), button::look::primary));
    for (auto const& id : open.not_concrete)
        if (row.buttons.size() < 3)
            row.buttons.push_back(make_button(
                action::mark_concrete, question_token(run, id),
                "Question " + std::to_string(number_of(rules, id)) + " is concrete enough"));
    row.buttons.push_back(make_button(action::finish_undecided, run_token(run), "Show the result anyway"));
    content.blocks.emplace_back(std::move(row));
    return content;
}

card disagreement_card(assessment const& run, guide const& rules, disagreement const& differing)
{
    auto const* asked = rules.find(differing.question);
    card content;
    auto const name = question_name(rules, differing.question);
    content.summary = "You see " + name + " differently, and it decides the result. Talk, then settle it.";
    content.blocks.emplace_back(paragraph{
        {strong("You see this differently, and it decides the result"),
         plain(
             "\n" + question_marks(rules, {differing.question}) + " " +
             (asked == nullptr ? "" : asked->ask))}});
    bullets views;
    for (auto const& view : differing.views)
        views.items.push_back(
            {plain(
                 count_of(static_cast<std::size_t>(view.people), "person", "people") + ": " +
                 shorten(view.says, 150) + ". Then the result is "),
             strong(outcome_name(rules, view.outcome)), plain(".")});
    content.blocks.emplace_back(std::move(views));
    content.blocks.emplace_back(note{
        {plain("Until it is settled the cautious reading counts and confidence stays low. Both views are "
               "kept. "),
         person(run.owner), plain(" can settle it; everyone can change their own answer.")}});
    auto const token = question_token(run, differing.question);
    auto settle = make_button(action::settle, token, "Settle it", button::look::primary);
    settle.spoken = "Settle " + name + ", the owner only";
    content.blocks.emplace_back(
        button_row{{settle, make_button(action::give_answer, token, "Change my answer")}});
    return content;
}

card vote_card(
    assessment const& run, guide const& rules, question const& asked,
    std::vector<vote_candidate> const& candidates)
{
    auto const count = candidates.size() == 2 ? std::string{"two"} : std::to_string(candidates.size());
    card content;
    content.summary = "You named " + count + " different answers to " + question_name(rules, asked.id) +
                      ". Which one first? One tap votes.";
    content.blocks.emplace_back(paragraph{
        {strong("Which one first?"), plain(
                                         "\nYou named " + count + " different answers to " +
                                         question_name(rules, asked.id) + ": " + asked.ask)}});
    choice_list list;
    list.token = write_token({run.key, token::subject::vote, asked.id});
    list.label = "Which one first?";
    bullets votes;
    for (auto const& candidate : candidates) {
        list.choices.push_back({std::to_string(candidate.revision), shorten(candidate.text, 74)});
        votes.items.push_back({plain(
            in_quotation_marks(shorten(candidate.text, 150)) + ": " +
            count_of(candidate.votes, "vote", "votes"))});
    }
    content.blocks.emplace_back(std::move(list));
    content.blocks.emplace_back(std::move(votes));
    content.blocks.emplace_back(note{
        {plain("More than half of those taking part settle it; "), person(run.owner),
         plain(" can settle it too. Until then this question counts as open.")}});
    content.blocks.emplace_back(
        button_row{{make_button(action::settle, question_token(run, asked.id), "Settle it")}});
    return content;
}

card vote_saved_card(std::string_view text, bool settled)
{
    return notice({plain(
        "Your vote: " + in_quotation_marks(shorten(text, 150)) +
        (settled ? ". That settles it." : ". You can change it with another tap."))});
}

card vote_over_card(guide const& rules, question const& asked)
{
    return notice({plain(
        "There is nothing to vote on any more at " + question_name(rules, asked.id) +
        ": it is settled, or the answers changed.")});
}

card how_to_settle_card(guide const& rules, question const& asked, std::string const& command)
{
    auto const number = std::to_string(number_of(rules, asked.id));
    return notice(
        {plain("Say how " + question_name(rules, asked.id) + " is settled: "),
         code(command + " settle " + number + (asked.type == question_type::text ? " one sentence" : " 1")),
         plain(".")});
}

card settled_card(guide const& rules, question const& asked, settlement const& value)
{
    prose text{
        strong("Settled"),
        plain(": " + question_name(rules, asked.id) + " is " + in_words(asked, value.value) + ".")};
    if (value.by == team_vote) {
        text.push_back(plain(" By vote: " + value.reason + "."));
    } else {
        text.push_back(plain(" By "));
        text.push_back(person(value.by));
        text.push_back(plain(value.reason.empty() ? "." : ": " + shorten(value.reason, 150)));
    }
    text.push_back(plain(" All views stay on record."));
    return notice(std::move(text));
}

form settle_form(
    assessment const& run, guide const& rules, question const& asked,
    std::vector<vote_candidate> const& candidates)
{
    auto const number = std::to_string(number_of(rules, asked.id));
    form window{
        "Settle question " + number,
        write_token({run.key, token::subject::vote, asked.id}),
        {},
        "Settle",
        "Not now"};
    auto const value = question_token(run, asked.id);
    window.items.emplace_back(note{{plain("This becomes the team's answer. Both views stay on record.")}});
    if (!candidates.empty()) {
        std::string views;
        for (auto const& candidate : candidates)
            views += (views.empty() ? "" : "\n") + in_quotation_marks(shorten(candidate.text, 150));
        window.items.emplace_back(paragraph{{plain("Named so far:\n" + views)}});
    }
    if (asked.type == question_type::text) {
        window.items.emplace_back(text_input{
            value, asked.ask, "One sentence, up to 1,000 characters.",
            candidates.empty() ? std::string{} : candidates.front().text, 1000, true, false});
    } else {
        choice_list list{value, asked.ask, asked.type == question_type::multi, {}, {}};
        for (auto const& option : asked.options)
            list.choices.push_back({option.id, option.label});
        window.items.emplace_back(choice_input{std::move(list), {}, false});
    }
    window.items.emplace_back(text_input{
        write_token({run.key, token::subject::reason, asked.id}),
        "Why?",
        "Optional. Shown with the result. Up to 300 characters.",
        {},
        300,
        true,
        true});
    return window;
}

card settled_privately_card(
    assessment const& run, guide const& rules, question const& asked, answer const& value)
{
    auto content = notice({plain(
        "Settled: " + question_name(rules, asked.id) + " is " + in_words(asked, value) +
        ". All views stay on record.")});
    if (run.state == run_state::open)
        content.blocks.emplace_back(button_row{
            {make_button(action::show_result, run_token(run), "Show the result", button::look::primary),
             make_button(action::not_yet, run_token(run), "Not yet")}});
    return content;
}

card marked_concrete_card(assessment const& run, guide const& rules, question const& asked, bool already)
{
    auto const name = "Question " + std::to_string(number_of(rules, asked.id));
    auto content = notice({plain(
        name + (already ? " is marked as concrete enough already." : " now counts as concrete enough."))});
    if (run.state == run_state::open)
        content.blocks.emplace_back(button_row{
            {make_button(action::show_result, run_token(run), "Show the result", button::look::primary),
             make_button(action::not_yet, run_token(run), "Not yet")}});
    return content;
}

card not_markable_card(guide const& rules, question const& asked)
{
    return notice({plain(
        "There is nothing to mark at " + question_name(rules, asked.id) +
        ". Only questions answered with a sentence need it, and only once they have an answer.")});
}

card finished_privately_card(assessment const& run, guide const& rules, std::string const& command)
{
    return notice(
        {plain(
             "Done: " + outcome_name(rules, run.outcome) +
             ". The result and the plan are in the thread. See them again with "),
         code(command + " results"), plain(".")});
}

}  // namespace crossroads
