#include "words/people_cards.hpp"

#include "assessment/progress.hpp"
#include "words/phrases.hpp"

namespace crossroads {

namespace {

people_words const& words_of(language in)
{
    return words_in(in).people;
}

std::string_view who_can(deed what, language in)
{
    auto const& words = words_of(in);
    switch (what) {
    case deed::pause: return words.can_pause;
    case deed::resume: return words.can_resume;
    case deed::extend: return words.can_extend;
    case deed::invite: return words.can_invite;
    case deed::ask_someone: return words.can_ask_someone;
    case deed::finish: return words.can_finish;
    case deed::cancel: return words.can_cancel;
    case deed::hand_over: return words.can_hand_over;
    case deed::remove: return words.can_remove;
    case deed::settle: return words.can_settle;
    case deed::mark_concrete: return words.can_mark_concrete;
    case deed::decide_on_late_result: return words.can_decide_on_late_result;
    case deed::ask_for_second_opinion: return words_in(in).second_opinion.who_can;
    }
    return {};
}

std::string_view what_comes_next(admin_check known, people_words const& words)
{
    switch (known) {
    case admin_check::no_use: return words.goes_on;
    case admin_check::being_asked: return words.being_asked;
    case admin_check::is_none: return words.is_no_admin;
    case admin_check::not_told: return words.not_told;
    }
    return {};
}

/// One sentence after another.
void add(prose& text, prose more, std::string_view between = " ")
{
    text.push_back(plain(std::string{between}));
    text.insert(text.end(), more.begin(), more.end());
}

void add_heir(prose& text, change_of_owner const& terms, people_words const& words)
{
    if (!terms.heir.empty())
        add(text, prose_of(words.heir, {{"when", moment(terms.from)}, {"person", person(terms.heir)}}));
}

void add_button(card& content, action what, std::string token, std::string_view label, button::look style)
{
    content.blocks.emplace_back(button_row{{make_button(what, std::move(token), label, style)}});
}

}  // namespace

card who_can_card(assessment const& run, deed what, admin_check known, language in)
{
    auto const& words = words_of(in);
    auto text = prose_of(words.the_owner_is, {{"who_can", who_can(what, in)}, {"owner", person(run.owner)}});
    add(text, prose_of(what_comes_next(known, words)));
    return notice(std::move(text), in);
}

card check_takes_longer_card(assessment const& run, language in)
{
    return notice(prose_of(words_of(in).takes_longer, {{"owner", person(run.owner)}}), in);
}

card check_gave_up_card(assessment const& run, language in)
{
    return notice(prose_of(words_of(in).gave_up, {{"owner", person(run.owner)}}), in);
}

card left_out_card(assessment const& run, membership is, bool answered, language in)
{
    auto const& words = words_of(in);
    auto text = prose_of(is == membership::stranger ? words.you_are_a_stranger : words.you_are_a_guest);
    add(text,
        prose_of(answered ? words.kept_until_added : words.can_add_you, {{"owner", person(run.owner)}}));
    auto content = notice(std::move(text), in);
    add_button(
        content, action::ask_to_join, run_token(run), words_in(in).refusals.ask_to_join,
        button::look::primary);
    return content;
}

card outsider_start_card(membership is, std::string const& command, language in)
{
    auto const& words = words_of(in);
    return notice(
        prose_of(
            is == membership::stranger ? words.stranger_start : words.guest_start,
            {{"command", command + " invite @who"}}),
        in);
}

card cannot_invite_card(std::string_view user, profile const& known, language in)
{
    auto const& words = words_of(in);
    auto const& said = known.gone_since != 0         ? words.gone_cannot_answer
                       : known.is == membership::bot ? words.app_cannot_answer
                                                     : words.nobody_cannot_answer;
    return notice(prose_of(said, {{"person", person(std::string{user})}}), in, words.that_name);
}

card cannot_own_card(assessment const& run, std::string_view user, profile const& known, language in)
{
    auto const& words = words_of(in);
    auto const& said = known.gone_since != 0         ? words.gone_cannot_own
                       : known.is == membership::bot ? words.app_cannot_own
                                                     : words.nobody_cannot_own;
    return notice(
        prose_of(
            said, {{"person", person(std::string{user})},
                   {"product", product_of(run, in)},
                   {"owner", person(run.owner)}}),
        in, words.that_name);
}

card list_is_full_card(std::size_t most, language in)
{
    return notice(prose_of(words_of(in).list_is_full, {{"count", most}}), in);
}

form ask_someone_form(assessment const& run, guide const& rules, question const& asked)
{
    auto const& words = words_of(rules.shown_in);
    auto const token = write_token({run.key, token::subject::colleague, asked.id});
    form window{
        words.ask_title.text(),
        token,
        {},
        words.ask_submit.text(),
        words_in(rules.shown_in).buttons.not_now.text()};
    window.items.emplace_back(
        paragraph{{strong(question_name_first(rules, asked.id)), plain("\n" + asked.ask)}});
    window.items.emplace_back(person_input{token, words.ask_label.text(), words.ask_hint.text()});
    return window;
}

card how_to_ask_someone_card(std::string const& command, std::size_t number, language in)
{
    return notice(
        prose_of(words_of(in).how_to_ask, {{"command", command + " invite @who " + std::to_string(number)}}),
        in);
}

card asked_someone_card(std::string_view user, guide const& rules, std::string_view question, bool already)
{
    auto const& words = words_of(rules.shown_in);
    return notice(
        prose_of(
            already ? words.asked_already : words.asked,
            {{"person", person(std::string{user})}, {"question", question_name(rules, question)}}),
        rules.shown_in, words_in(rules.shown_in).phrases.a_teammate);
}

card asked_yourself_card(assessment const& run, std::string_view question, language in)
{
    auto const& words = words_of(in);
    auto content = notice(prose_of(words.that_is_you), in);
    add_button(
        content, action::give_answer, question_token(run, question), words_in(in).buttons.answer_now,
        button::look::primary);
    return content;
}

card answered_already_card(std::string_view user, guide const& rules, std::string_view question)
{
    auto const& words = words_of(rules.shown_in);
    return notice(
        prose_of(
            words.answered_already,
            {{"person", person(std::string{user})}, {"question", question_name(rules, question)}}),
        rules.shown_in, words_in(rules.shown_in).phrases.a_teammate);
}

card handed_question_card(
    assessment const& run, guide const& rules, question const& asked, std::string_view by)
{
    auto const in = rules.shown_in;
    auto const& words = words_of(in);
    auto text = prose_of(
        words.handed_question, {{"person", person(std::string{by})},
                                {"question", question_name(rules, asked.id)},
                                {"product", product_of(run, in)}});
    add(text, {strong(asked.ask)}, "\n");
    add(text, prose_of(words.do_not_know_is_fine), "\n");
    auto content = notice(std::move(text), in, words_in(in).phrases.a_teammate);
    content.blocks.emplace_back(button_row{
        {make_button(
             action::give_answer, question_token(run, asked.id), words_in(in).buttons.answer_now,
             button::look::primary),
         make_button(action::away, run_token(run), words_in(in).reminder.away)}});
    return content;
}

std::string colleague_missing(language in)
{
    return words_of(in).ask_missing.text();
}

card owner_gone_card(
    assessment const& run, change_of_owner const& terms, std::string const& command, language in)
{
    auto const& words = words_of(in);
    auto text = prose_of(
        words.owner_gone, {{"owner", person(run.owner)},
                           {"product", product_of(run, in)},
                           {"command", command + " owner @who"}});
    add_heir(text, terms, words);
    auto content = notice(std::move(text), in, words_in(in).phrases.a_teammate);
    add_button(content, action::take_over, run_token(run), words.take_over, button::look::normal);
    return content;
}

card take_over_card(assessment const& run, language in)
{
    auto const& words = words_of(in);
    auto content = notice(prose_of(words.take_over_offer, {{"product", product_of(run, in)}}), in);
    add_button(content, action::take_over, run_token(run), words.take_over, button::look::primary);
    return content;
}

card hand_over_request_card(assessment const& run, std::string_view by, std::string_view to, language in)
{
    auto const& words = words_of(in);
    auto content = notice(
        prose_of(
            words.hand_over_request, {{"person", person(std::string{by})},
                                      {"product", product_of(run, in)},
                                      {"to", person(std::string{to})}}),
        in, words_in(in).phrases.a_teammate);
    add_button(
        content, action::hand_over, write_token({run.key, token::subject::person, std::string{to}}),
        words.hand_over_button, button::look::normal);
    return content;
}

card hand_over_requested_card(change_of_owner const& terms, bool already, language in)
{
    auto const& words = words_of(in);
    auto text = prose_of(already ? words.hand_over_requested_already : words.hand_over_requested);
    add_heir(text, terms, words);
    return notice(std::move(text), in, words_in(in).phrases.a_teammate);
}

card back_again_card(assessment const& run, language in)
{
    auto const& words = words_of(in);
    bool const paused = run.state == run_state::paused;
    auto content = notice(
        prose_of(
            paused ? words.welcome_back_paused : words.welcome_back,
            {{"product", product_of(run, in)}, {"owner", person(run.owner)}}),
        in);
    if (!paused)
        add_button(
            content, action::next, run_token(run), words_in(in).buttons.answer_now, button::look::primary);
    return content;
}

}  // namespace crossroads
