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

std::string how_to_answer(question const& asked)
{
    switch (asked.type) {
    case question_type::single: return "One tap answers; so does a reply with the number.";
    case question_type::multi: return "Tick and save, or reply with the numbers.";
    case question_type::text: return "Press Answer, or reply with a sentence.";
    }
    return {};
}

std::string count_line(assessment const& run, question const& asked, bool applies)
{
    if (!applies)
        return "The answers so far rule this question out. What was answered is kept.";
    auto const answered = people_who_answered(run, asked.id);
    if (answered == 0)
        return "Nobody has answered yet.";
    return count_of(answered, "person", "people") + " answered.";
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
    auto const main = still_true ? button::look::normal : button::look::primary;
    button_row row;
    if (still_true)
        row.buttons.push_back(make_button(action::still_true, token, "Still true", button::look::primary));
    if (asked.type == question_type::multi)
        row.buttons.push_back(make_button(action::save, token, "Save", main));
    if (asked.type == question_type::text)
        row.buttons.push_back(make_button(action::give_answer, token, "Answer", main));
    if (asked.allow_unknown)
        row.buttons.push_back(make_button(action::do_not_know, token, "Do not know"));
    row.buttons.push_back(make_button(action::skip, token, "Skip"));
    if (!still_true)
        row.buttons.push_back(make_button(action::my_answers, run_token(run), "My answers"));
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
        content.blocks.emplace_back(paragraph{{strong("Last time: "), plain(in_words(asked, *last_time))}});
    content.blocks.emplace_back(card_buttons(run, rules, asked, last_time.has_value()));
}

std::string sentence(guide const& rules, question const& asked)
{
    auto const name = asked.unscored ? std::string{"Closing vote"}
                                     : "Question " + std::to_string(number_of(rules, asked.id)) + " of " +
                                           std::to_string(numbered_questions(rules));
    return name + ": " + asked.ask + " " + how_to_answer(asked);
}

std::string form_title(guide const& rules, question const& asked)
{
    if (asked.unscored)
        return "Closing vote";
    return "Question " + std::to_string(number_of(rules, asked.id)) + " of " +
           std::to_string(numbered_questions(rules));
}

text_input typed_input(assessment const& run, question const& asked, answer const* given)
{
    text_input input;
    input.token = question_token(run, asked.id);
    input.label = asked.ask;
    input.hint = length(asked.help) <= 120
                     ? asked.help + (asked.help.empty() ? "" : " ") + "Up to 1,000 characters."
                     : asked.help;
    if (length(input.hint) > 150)
        input.hint = shorten(input.hint, 149);
    input.max_length = text_limit;
    input.optional = asked.optional;
    if (given != nullptr)
        if (auto const* typed = std::get_if<free_text>(given))
            input.value = typed->text;
    return input;
}

button_row form_buttons(assessment const& run, question const& asked, question_form_content const& shown)
{
    auto const token = question_token(run, asked.id);
    button_row row;
    if (shown.wants_detail) {
        row.buttons.push_back(make_button(action::keep_as_said, token, "That is all we can say"));
    } else {
        if (shown.can_go_back)
            row.buttons.push_back(make_button(action::back, token, "Back"));
        row.buttons.push_back(make_button(action::skip, token, "Skip"));
        if (asked.allow_unknown)
            row.buttons.push_back(make_button(action::do_not_know, token, "Do not know"));
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
    return std::to_string(number_of(rules, asked.id)) + " of " + std::to_string(numbered_questions(rules)) +
           " · " + asked.section;
}

card question_card(
    assessment const& run, guide const& rules, question const& asked, bool applies,
    std::optional<answer> const& last_time)
{
    card content;
    content.summary = sentence(rules, asked);
    add_question(content, run, rules, asked, nullptr, last_time);
    content.blocks.emplace_back(note{{plain(count_line(run, asked, applies))}});
    return content;
}

card private_question_card(
    assessment const& run, guide const& rules, question const& asked, answer const* given,
    std::optional<answer> const& last_time, std::string const& command)
{
    card content;
    content.summary = sentence(rules, asked);
    add_question(content, run, rules, asked, given, last_time);
    if (given != nullptr)
        content.blocks.emplace_back(note{{plain("Your answer so far: " + in_words(asked, *given))}});
    auto const words = "answer " + std::to_string(number_of(rules, asked.id));
    content.blocks.emplace_back(note{
        {plain("Typing works too: "), code(command + " " + words),
         plain(" and your answer; in a thread, mention me with "), code(words), plain(" and your answer.")}});
    return content;
}

choice_list hat_choices(assessment const& run)
{
    choice_list list;
    list.token = write_token({run.key, token::subject::hat, {}});
    list.label = "What do you mostly do?";
    list.choices = {
        {"product", "Product"},
        {"engineering", "Engineering"},
        {"commercial", "Commercial"},
        {"support", "Support"},
    };
    return list;
}

form question_form(
    assessment const& run, guide const& rules, question const& asked, question_form_content const& shown)
{
    form window{form_title(rules, asked), question_token(run, asked.id), {}, "Save", "Stop for now"};
    if (shown.wants_detail)
        window.items.emplace_back(paragraph{
            {plain("That is saved. To act on it we need "), strong("who"), plain(" did "), strong("what"),
             plain(", and "), strong("how often"), plain(".")}});
    window.items.emplace_back(note{{plain(question_heading(rules, asked))}});
    if (shown.last_time)
        window.items.emplace_back(
            paragraph{{strong("Last time: "), plain(in_words(asked, *shown.last_time))}});
    auto const* filled_in = shown.given == nullptr && shown.last_time ? &*shown.last_time : shown.given;
    if (asked.type == question_type::text)
        window.items.emplace_back(typed_input(run, asked, filled_in));
    else
        window.items.emplace_back(
            choice_input{choices(run, asked, filled_in), shorten(asked.help, 149), false});
    if (shown.offer_hat)
        window.items.emplace_back(choice_input{
            hat_choices(run), "Optional, asked once. It tells whose technical answers count first.", true});
    window.items.emplace_back(form_buttons(run, asked, shown));
    return window;
}

card all_done_card(std::size_t set_aside)
{
    if (set_aside == 0)
        return notice({plain("You have been through every question. You can still change any answer.")});
    return notice({plain(
        "You have been through every question. Set aside: " + std::to_string(set_aside) +
        ". Press Answer now whenever you want to return to what you set aside.")});
}

}  // namespace crossroads
