#include "words/status_card.hpp"

#include "assessment/progress.hpp"
#include "words/phrases.hpp"
#include "words/text.hpp"

#include <algorithm>
#include <map>

namespace crossroads {

namespace {

constexpr std::size_t missing_shown = 6;
constexpr std::size_t texts_shown = 5;

status_words const& words_of(guide const& rules)
{
    return words_in(rules.shown_in).status;
}

/// Nothing while it is open.
std::string state_sentence(assessment const& run, guide const& rules)
{
    auto const& words = words_of(rules);
    switch (run.state) {
    case run_state::open: return {};
    case run_state::paused: return words.paused.text() + " ";
    case run_state::finished:
        return text_of(words.finished, {{"outcome", outcome_name(rules, run.outcome)}}) + " ";
    case run_state::cancelled: return words.cancelled.text() + " ";
    }
    return {};
}

std::string_view name_of(run_state state, language in)
{
    auto const& words = words_in(in).status;
    switch (state) {
    case run_state::open: return words.state_open;
    case run_state::paused: return words.state_paused;
    case run_state::finished: return words.state_finished;
    case run_state::cancelled: return words.state_cancelled;
    }
    return {};
}

std::string missing_sentence(assessment const& run, guide const& rules, std::vector<std::string> const& asked)
{
    auto const& words = words_in(rules.shown_in);
    auto const missing = without_answer(run, rules, asked);
    if (missing.empty())
        return words.status.all_answered.text();
    std::vector<std::string> names;
    for (auto const& id : missing)
        if (names.size() < missing_shown)
            names.push_back(question_name(rules, id));
    if (missing.size() > missing_shown)
        names.push_back(text_of(words.phrases.more, {{"count", missing.size() - missing_shown}}));
    return text_of(words.status.without_answer, {{"questions", listed(names, rules.shown_in)}});
}

/// Hats that some question waits for and nobody wears.
bool engineering_is_unheard(assessment const& run, guide const& rules, std::vector<std::string> const& asked)
{
    bool const engineering_asked = std::ranges::any_of(asked, [&](auto const& id) {
        auto const* question = rules.find(id);
        return question != nullptr && std::ranges::count(question->hats, "engineering") > 0;
    });
    bool const heard = std::ranges::any_of(people_who_count(run), [](auto const* one) {
        return one->hat == "engineering" && !one->answers.empty();
    });
    return engineering_asked && !heard;
}

std::string own_sentence(
    assessment const& run, guide const& rules, std::vector<std::string> const& asked, std::string_view viewer)
{
    auto const& words = words_in(rules.shown_in);
    auto const far = progress_of(find_person(run, viewer), rules, asked);
    if (far.done == far.of)
        return words.status.answered_everything.text();
    return text_of(
        words.status.open_for_you, {{"questions", count_of(words.phrases.questions, far.of - far.done)},
                                    {"minutes", about_minutes(far.seconds_left, rules.shown_in)}});
}

/// "3 people, 11 of 19 questions have answers."
std::string counts(assessment const& run, guide const& rules, std::vector<std::string> const& asked)
{
    auto const& words = words_in(rules.shown_in);
    auto const missing = without_answer(run, rules, asked).size();
    auto const total = static_cast<std::size_t>(std::ranges::count_if(asked, [&](auto const& id) {
        auto const* question = rules.find(id);
        return question != nullptr && !question->optional && !question->unscored;
    }));
    auto const people = people_who_count(run).size();
    auto const who = people == 0 ? words.status.nobody.text() : count_of(words.phrases.people, people);
    return text_of(words.start.counts, {{"people", who}, {"answered", total - missing}, {"count", total}});
}

button_row answer_now(assessment const& run, language in)
{
    auto const& words = words_in(in).buttons;
    return {{make_button(action::next, run_token(run), words.answer_now, button::look::primary)}};
}

}  // namespace

card status_card(
    assessment const& run, guide const& rules, std::vector<std::string> const& asked, std::string_view viewer)
{
    auto const in = rules.shown_in;
    auto const& words = words_of(rules);
    auto const state = ": " + state_sentence(run, rules) + counts(run, rules, asked);
    card content;
    content.summary = product_first(run, in) + state;
    content.blocks.emplace_back(paragraph{{strong(product_first(run, in)), plain(state)}});
    if (run.state == run_state::open || run.state == run_state::paused) {
        auto missing = missing_sentence(run, rules, asked);
        if (engineering_is_unheard(run, rules, asked))
            missing += " " + words.no_engineering.text();
        content.blocks.emplace_back(paragraph{{plain(std::move(missing))}});
    }
    if (run.names_shown && !people_who_count(run).empty())
        content.blocks.emplace_back(
            note{prose_of(words.taking_part, {{"people", people_by_name(users_of(run), in)}})});
    if (viewer == run.owner && !run.wants_to_join.empty())
        content.blocks.emplace_back(
            note{prose_of(words.asked_to_join, {{"people", people_by_name(run.wants_to_join, in)}})});
    if (run.state != run_state::open || viewer.empty())
        return content;
    content.blocks.emplace_back(paragraph{{plain(own_sentence(run, rules, asked, viewer))}});
    auto row = answer_now(run, in);
    row.buttons.push_back(make_button(action::my_answers, run_token(run), words_in(in).buttons.my_answers));
    content.blocks.emplace_back(std::move(row));
    return content;
}

card several_status_card(std::vector<assessment const*> const& runs, std::string const& command, language in)
{
    auto const& words = words_in(in);
    card content;
    content.summary = words.status.several_open.text();
    bullets list;
    for (auto const* run : runs)
        list.items.push_back(prose_of(
            words.status.one_of_several,
            {{"number", std::to_string(run->number)},
             {"product", listed_product(*run, in)},
             {"state", name_of(run->state, in)},
             {"people", count_of(words.phrases.people, people_who_count(*run).size())},
             {"answers", count_of(words.phrases.answers, answers_given(*run))}}));
    content.blocks.emplace_back(std::move(list));
    content.blocks.emplace_back(note{prose_of(
        words.status.more_about_one,
        {{"command", command + " status #" + std::to_string(runs.front()->number)}})});
    return content;
}

card my_answers_card(
    assessment const& run, guide const& rules, std::vector<std::string> const& asked, std::string_view user,
    std::string const& command)
{
    auto const in = rules.shown_in;
    auto const& words = words_of(rules);
    auto const* person = find_person(run, user);
    if (person == nullptr || person->answers.empty()) {
        auto content = notice(prose_of(words.nothing_answered), in);
        if (run.state == run_state::open)
            content.blocks.emplace_back(answer_now(run, in));
        return content;
    }
    card content;
    auto const head = text_of(words.your_answers, {{"product", product_of(run, in)}});
    content.summary = head + ".";
    content.blocks.emplace_back(paragraph{{strong(head)}});
    bullets list;
    for (auto const& question : rules.questions) {
        auto const* given = answer_of(*person, question.id);
        if (given == nullptr)
            continue;
        bool const applies = std::ranges::count(asked, question.id) > 0;
        auto const mark = question.unscored ? question.section : question_marks(rules, {question.id});
        list.items.push_back(
            {strong(mark), plain(" " + question.ask + " "), emphasis(in_words(question, *given, in)),
             plain(applies ? "" : " " + words.does_not_count.text())});
    }
    content.blocks.emplace_back(std::move(list));
    content.blocks.emplace_back(note{prose_of(words.how_to_change, {{"command", command + " answer 4"}})});
    content.blocks.emplace_back(
        button_row{{make_button(action::change_one, run_token(run), words.change_one)}});
    return content;
}

form change_one_form(assessment const& run, guide const& rules)
{
    auto const& words = words_of(rules);
    auto const number_token = write_token({run.key, token::subject::number, {}});
    form window{
        words.change_one_title.text(),
        number_token,
        {},
        words.open_it.text(),
        words_in(rules.shown_in).buttons.not_now.text()};
    window.items.emplace_back(text_input{
        number_token,
        words.which_question.text(),
        text_of(words.its_number, {{"count", numbered_questions(rules)}}),
        {},
        3,
        false,
        false});
    return window;
}

namespace {

std::string counted(question const& asked, std::vector<answer const*> const& given, language in)
{
    auto const& words = words_in(in);
    std::string line;
    auto const add = [&](std::string const& what, std::size_t people) {
        if (people > 0)
            line += (line.empty() ? "" : "; ") + what + " (" + std::to_string(people) + ")";
    };
    for (auto const& option : asked.options)
        add(option.label, static_cast<std::size_t>(std::ranges::count_if(given, [&](answer const* one) {
                auto const* ticked = std::get_if<selection>(one);
                return ticked != nullptr && std::ranges::count(ticked->options, option.id) > 0;
            })));
    std::map<std::string_view, std::size_t> texts;
    for (auto const* one : given)
        if (auto const* typed = std::get_if<free_text>(one))
            ++texts[typed->text];
    std::size_t shown = 0;
    for (auto const& [text, people] : texts)
        if (++shown <= texts_shown)
            add(in_quotation_marks(shorten(text, 150), in), people);
    if (shown > texts_shown)
        line += "; " + text_of(words.status.texts_more, {{"count", shown - texts_shown}});
    add(words.phrases.do_not_know.text(),
        static_cast<std::size_t>(std::ranges::count_if(
            given, [](answer const* one) { return std::holds_alternative<do_not_know>(*one); })));
    return line;
}

}  // namespace

card basis_card(
    assessment const& run, guide const& rules, std::vector<std::string> const& asked, int revision)
{
    auto const in = rules.shown_in;
    auto const& words = words_of(rules);
    auto const sheet = sheet_of(run, revision);
    card content;
    content.summary = text_of(words.basis_summary, {{"product", product_of(run, in)}});
    content.blocks.emplace_back(paragraph{prose_of(words.basis_head)});
    bullets list;
    for (auto const& id : asked) {
        auto const* question = rules.find(id);
        if (question == nullptr || question->unscored)
            continue;
        std::vector<answer const*> given;
        for (auto const& one : sheet.respondents)
            if (auto const found = one.answers.find(id); found != one.answers.end())
                given.push_back(&found->second);
        auto const line = given.empty() ? words.no_answer.text() : counted(*question, given, in);
        list.items.push_back(
            {strong(question_marks(rules, {id})), plain(" " + question->ask + " "), emphasis(line)});
    }
    content.blocks.emplace_back(std::move(list));
    content.blocks.emplace_back(note{prose_of(words.something_wrong)});
    content.blocks.emplace_back(
        button_row{{make_button(action::change_one, run_token(run), words.change_my_answer)}});
    return content;
}

}  // namespace crossroads
