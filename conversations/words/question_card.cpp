#include "words/question_card.hpp"

#include "assessment/progress.hpp"
#include "words/phrases.hpp"
#include "words/text.hpp"

#include <algorithm>

namespace crossroads {

namespace {

constexpr std::size_t label_limit = 75;  // Slack's, of an option

std::string numbered(std::size_t place, option const& one)
{
    return std::to_string(place) + ". " + one.label;
}

/// Whether every label still fits with its number in front.
bool numbers_fit(question const& asked)
{
    for (std::size_t i = 0; i < asked.options.size(); ++i)
        if (length(numbered(i + 1, asked.options[i])) > label_limit)
            return false;
    return true;
}

question_words const& words_of(guide const& rules)
{
    return words_in(rules.shown_in).question;
}

std::string_view how_to_answer(question_words const& words, question const& asked)
{
    switch (asked.type) {
    case question_type::single: return words.one_answers;
    case question_type::multi: return words.many_answer;
    case question_type::text: return words.text_answers;
    }
    return {};
}

std::string
count_line(question_words const& words, assessment const& run, question const& asked, bool applies)
{
    if (!applies)
        return words.ruled_out.text();
    auto const answered = people_who_answered(run, asked.id);
    return answered == 0 ? words.nobody_yet.text() : count_of(words.people_answered, answered);
}

bullets options_in_text(question const& asked)
{
    bullets list{{}, true};
    for (auto const& one : asked.options)
        list.items.push_back({plain(one.label)});
    return list;
}

choice_list choices(assessment const& run, question const& asked, answer const* given)
{
    choice_list list;
    list.token = question_token(run, asked.id);
    list.label = asked.ask;
    list.many = asked.type == question_type::multi;
    bool const with_numbers = numbers_fit(asked);
    for (std::size_t i = 0; i < asked.options.size(); ++i)
        list.choices.push_back(
            {asked.options[i].id, with_numbers ? numbered(i + 1, asked.options[i]) : asked.options[i].label});
    if (given != nullptr)
        if (auto const* ticked = std::get_if<selection>(given))
            list.chosen = ticked->options;
    return list;
}

/// At most four: "Still true" takes the place of "My answers", which the headline has as well.
button_row card_buttons(assessment const& run, guide const& rules, question const& asked, bool still_true)
{
    auto const token = question_token(run, asked.id);
    auto const& words = words_of(rules);
    auto const& common = words_in(rules.shown_in).buttons;
    auto const main = still_true ? button::look::normal : button::look::primary;
    button_row row;
    if (still_true)
        row.buttons.push_back(
            make_button(action::still_true, token, words.still_true, button::look::primary));
    if (asked.type == question_type::multi)
        row.buttons.push_back(make_button(action::save, token, words.save, main));
    if (asked.type == question_type::text)
        row.buttons.push_back(make_button(action::give_answer, token, words.answer, main));
    if (asked.allow_unknown)
        row.buttons.push_back(make_button(action::do_not_know, token, common.do_not_know));
    row.buttons.push_back(make_button(action::skip, token, common.skip));
    if (!still_true)
        row.buttons.push_back(make_button(action::my_answers, run_token(run), common.my_answers));
    for (auto& one : row.buttons)
        one.spoken = one.label + ", " + question_name(rules, asked.id);
    return row;
}

void add_question(
    card& content, assessment const& run, guide const& rules, question const& asked, answer const* given,
    std::optional<answer> const& last_time)
{
    content.blocks.emplace_back(
        paragraph{{strong(question_heading(rules, asked)), plain("\n"), plain(asked.ask)}});
    if (!asked.options.empty()) {
        if (!numbers_fit(asked))
            content.blocks.emplace_back(options_in_text(asked));
        content.blocks.emplace_back(choices(run, asked, given));
    }
    if (!asked.help.empty())
        content.blocks.emplace_back(note{{plain(asked.help)}});
    if (last_time)
        content.blocks.emplace_back(paragraph{
            prose_of(words_of(rules).last_time, {{"answer", in_words(asked, *last_time, rules.shown_in)}})});
    content.blocks.emplace_back(card_buttons(run, rules, asked, last_time.has_value()));
}

std::string form_title(guide const& rules, question const& asked)
{
    auto const& words = words_of(rules);
    if (asked.unscored)
        return words.form_title_vote.text();
    return text_of(
        words.form_title, {{"number", number_of(rules, asked.id)}, {"count", numbered_questions(rules)}});
}

std::string sentence(guide const& rules, question const& asked)
{
    return (form_title(rules, asked) + ": " + asked.ask + " ").append(how_to_answer(words_of(rules), asked));
}

text_input
typed_input(question_words const& words, assessment const& run, question const& asked, answer const* given)
{
    text_input input;
    input.token = question_token(run, asked.id);
    input.label = asked.ask;
    input.hint = asked.help;
    if (length(asked.help) <= 120)
        input.hint.append(asked.help.empty() ? "" : " ").append(words.text_limit);
    if (length(input.hint) > 150)
        input.hint = shorten(input.hint, 149);
    input.max_length = text_limit;
    input.optional = asked.optional;
    if (given != nullptr)
        if (auto const* typed = std::get_if<free_text>(given))
            input.value = typed->text;
    return input;
}

button_row form_buttons(
    guide const& rules, assessment const& run, question const& asked, question_form_content const& shown)
{
    auto const& words = words_of(rules);
    auto const& common = words_in(rules.shown_in).buttons;
    auto const token = question_token(run, asked.id);
    button_row row;
    if (shown.wants_detail) {
        row.buttons.push_back(make_button(action::keep_as_said, token, words.that_is_all));
    } else {
        if (shown.can_go_back)
            row.buttons.push_back(make_button(action::back, token, words.back));
        row.buttons.push_back(make_button(action::skip, token, common.skip));
        if (asked.allow_unknown)
            row.buttons.push_back(make_button(action::do_not_know, token, common.do_not_know));
        if (shown.can_ask_someone)
            row.buttons.push_back(make_button(action::ask_someone, token, words.ask_someone));
    }
    for (auto& one : row.buttons)
        one.action.insert(0, in_form_prefix);
    return row;
}

}  // namespace

std::string question_heading(guide const& rules, question const& asked)
{
    if (asked.unscored)
        return asked.section;
    return text_of(
        words_of(rules).heading, {{"number", number_of(rules, asked.id)},
                                  {"count", numbered_questions(rules)},
                                  {"section", asked.section}});
}

card question_card(
    assessment const& run, guide const& rules, question const& asked, bool applies,
    std::optional<answer> const& last_time)
{
    card content;
    content.summary = sentence(rules, asked);
    add_question(content, run, rules, asked, nullptr, last_time);
    content.blocks.emplace_back(note{{plain(count_line(words_of(rules), run, asked, applies))}});
    return content;
}

card private_question_card(
    assessment const& run, guide const& rules, question const& asked, answer const* given,
    std::optional<answer> const& last_time, std::string const& command)
{
    card content;
    content.summary = sentence(rules, asked);
    add_question(content, run, rules, asked, given, last_time);
    auto const& say = words_of(rules);
    if (given != nullptr)
        content.blocks.emplace_back(
            note{prose_of(say.answer_so_far, {{"answer", in_words(asked, *given, rules.shown_in)}})});
    auto const words = "answer " + std::to_string(number_of(rules, asked.id));
    content.blocks.emplace_back(
        note{prose_of(say.typing_works, {{"command", command + " " + words}, {"words", words}})});
    return content;
}

std::string_view hat_name(std::string_view hat, language in)
{
    auto const& words = words_in(in).phrases;
    if (hat == "product")
        return words.product;
    if (hat == "engineering")
        return words.engineering;
    return hat == "commercial" ? words.commercial : words.support;
}

choice_list hat_choices(assessment const& run, language in)
{
    choice_list list;
    list.token = write_token({run.key, token::subject::hat, {}});
    list.label = words_in(in).question.hat_label.text();
    for (std::string const hat : {"product", "engineering", "commercial", "support"})
        list.choices.push_back({hat, std::string{hat_name(hat, in)}});
    return list;
}

form question_form(
    assessment const& run, guide const& rules, question const& asked, question_form_content const& shown)
{
    auto const& words = words_of(rules);
    form window{
        form_title(rules, asked),
        question_token(run, asked.id),
        {},
        words.form_save.text(),
        words.form_stop.text()};
    if (shown.wants_detail)
        window.items.emplace_back(paragraph{prose_of(words.wants_detail)});
    window.items.emplace_back(note{{plain(question_heading(rules, asked))}});
    if (shown.last_time)
        window.items.emplace_back(paragraph{
            prose_of(words.last_time, {{"answer", in_words(asked, *shown.last_time, rules.shown_in)}})});
    auto const* filled_in = shown.given == nullptr && shown.last_time ? &*shown.last_time : shown.given;
    if (asked.type == question_type::text)
        window.items.emplace_back(typed_input(words, run, asked, filled_in));
    else
        window.items.emplace_back(
            choice_input{choices(run, asked, filled_in), shorten(asked.help, 149), false});
    if (shown.offer_hat)
        window.items.emplace_back(
            choice_input{hat_choices(run, rules.shown_in), words.hat_hint.text(), true});
    window.items.emplace_back(form_buttons(rules, run, asked, shown));
    return window;
}

card all_done_card(std::size_t set_aside, language in)
{
    auto const& words = words_in(in).question;
    if (set_aside == 0)
        return notice(prose_of(words.all_done), in);
    return notice(prose_of(words.all_done_but, {{"count", set_aside}}), in);
}

}  // namespace crossroads
