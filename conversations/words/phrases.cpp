#include "words/phrases.hpp"

#include "assessment/calendar.hpp"
#include "assessment/progress.hpp"
#include "words/dates.hpp"
#include "words/text.hpp"

#include <algorithm>

namespace crossroads {

std::string product_of(assessment const& run, language in)
{
    return run.product.empty() ? words_in(in).phrases.this_product.text() : run.product;
}

std::string product_first(assessment const& run, language in)
{
    return run.product.empty() ? words_in(in).phrases.this_product_first.text() : run.product;
}

std::string listed_product(assessment const& run, language in)
{
    return run.product.empty() ? words_in(in).phrases.this_product_listed.text() : run.product;
}

std::string numbered_product(assessment const& run, language in)
{
    return "#" + std::to_string(run.number) + " " + listed_product(run, in);
}

std::string outcome_name(guide const& rules, std::string_view outcome)
{
    auto const found = std::ranges::find(rules.paths, outcome, &path::id);
    return found == rules.paths.end() ? words_in(rules.shown_in).phrases.scoping_first.text() : found->name;
}

std::string question_name(guide const& rules, std::string_view question)
{
    auto const& words = words_in(rules.shown_in).phrases;
    auto const* asked = rules.find(question);
    if (asked != nullptr && asked->unscored)
        return words.closing_vote.text();
    return text_of(words.question_number, {{"number", number_of(rules, question)}});
}

std::string question_name_first(guide const& rules, std::string_view question)
{
    auto const& words = words_in(rules.shown_in).phrases;
    auto const* asked = rules.find(question);
    if (asked != nullptr && asked->unscored)
        return words.closing_vote_first.text();
    return text_of(words.question_number_first, {{"number", number_of(rules, question)}});
}

std::string question_marks(guide const& rules, std::vector<std::string> const& questions)
{
    auto const& words = words_in(rules.shown_in).phrases;
    std::string marks;
    for (auto const& id : questions) {
        auto const* asked = rules.find(id);
        if (asked != nullptr && !asked->unscored)
            marks.append(marks.empty() ? "" : ", ")
                .append(text_of(words.question_mark, {{"number", number_of(rules, id)}}));
    }
    return marks;
}

std::string const& who_cancelled(assessment const& run)
{
    return run.ended_by.empty() ? run.owner : run.ended_by;
}

prose people_by_name(std::vector<std::string> const& users, language in)
{
    constexpr std::size_t named = 20;
    prose text;
    for (std::size_t i = 0; i < std::min(users.size(), named); ++i) {
        if (i > 0)
            text.push_back(plain(", "));
        text.push_back(person(users[i]));
    }
    if (users.size() > named)
        text.push_back(
            plain(" " + text_of(words_in(in).phrases.and_more, {{"count", users.size() - named}})));
    return text;
}

std::vector<std::string> users_of(assessment const& run)
{
    std::vector<std::string> users;
    for (auto const* one : people_who_count(run))
        users.push_back(one->user);
    return users;
}

std::string in_words(question const& asked, answer const& given, language in, std::size_t limit)
{
    if (auto const* typed = std::get_if<free_text>(&given))
        return in_quotation_marks(shorten(typed->text, limit), in);
    auto const* ticked = std::get_if<selection>(&given);
    if (ticked == nullptr)
        return words_in(in).phrases.do_not_know.text();
    std::string labels;
    for (auto const& id : ticked->options) {
        auto const* option = asked.find(id);
        labels += (labels.empty() ? "" : "; ") + (option == nullptr ? id : option->label);
    }
    return labels;
}

std::string run_token(assessment const& run)
{
    return write_token({run.key, token::subject::assessment, {}});
}

std::string question_token(assessment const& run, std::string_view question)
{
    return write_token({run.key, token::subject::question, std::string{question}});
}

button make_button(action what, std::string token, std::string_view label, button::look style)
{
    return {name_of(what), std::move(token), std::string{label}, style, {}};
}

std::string plain_text(prose const& text, language in, std::string_view person_words)
{
    std::string line;
    for (auto const& piece : text) {
        if (piece.how == span::style::person)
            line += person_words.empty() ? std::string_view{words_in(in).phrases.the_owner} : person_words;
        else if (piece.how == span::style::moment)
            line += in_utc(piece.text, in);
        else
            line += piece.text;
    }
    if (!line.empty() && line.front() >= 'a' && line.front() <= 'z')
        line.front() = static_cast<char>(line.front() - 'a' + 'A');
    return line;
}

card notice(prose text, language in, std::string_view person_words)
{
    card content;
    content.summary = plain_text(text, in, person_words);
    content.blocks.emplace_back(paragraph{std::move(text)});
    return content;
}

namespace {

button_row in_form(button_row row)
{
    for (auto& one : row.buttons)
        one.action.insert(0, in_form_prefix);
    return row;
}

prose joined(bullets const& list)
{
    prose text;
    std::size_t number = 0;
    for (auto const& item : list.items) {
        auto const mark = list.numbered ? std::to_string(++number) + ". " : std::string{"• "};
        text.push_back(plain((text.empty() ? "" : "\n") + mark));
        text.insert(text.end(), item.begin(), item.end());
    }
    return text;
}

}  // namespace

form as_form(card const& content, language in)
{
    auto const& words = words_in(in);
    form window{words.phrases.window_title.text(), {}, {}, {}, words.buttons.close.text()};
    for (auto const& part : content.blocks) {
        if (auto const* head = std::get_if<heading>(&part))
            window.items.emplace_back(paragraph{{strong(head->text)}});
        else if (auto const* text = std::get_if<paragraph>(&part))
            window.items.emplace_back(*text);
        else if (auto const* small = std::get_if<note>(&part))
            window.items.emplace_back(*small);
        else if (auto const* list = std::get_if<bullets>(&part))
            window.items.emplace_back(paragraph{joined(*list)});
        else if (auto const* row = std::get_if<button_row>(&part))
            window.items.emplace_back(in_form(*row));
    }
    return window;
}

}  // namespace crossroads
