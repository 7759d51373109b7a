#include "words/status_card.hpp"

#include "assessment/progress.hpp"
#include "assessment/state_names.hpp"
#include "words/phrases.hpp"
#include "words/text.hpp"

#include <algorithm>
#include <map>

namespace crossroads {

namespace {

constexpr std::size_t missing_shown = 6;
constexpr std::size_t texts_shown = 5;

std::string state_sentence(assessment const& run, guide const& rules)
{
    switch (run.state) {
    case run_state::open: return {};
    case run_state::paused: return "Paused. ";
    case run_state::finished: return "Finished: " + outcome_name(rules, run.outcome) + ". ";
    case run_state::cancelled: return "Cancelled, without a result. ";
    }
    return {};
}

std::string missing_sentence(assessment const& run, guide const& rules, std::vector<std::string> const& asked)
{
    auto const missing = without_answer(run, rules, asked);
    if (missing.empty())
        return "Every question has an answer.";
    std::vector<std::string> names;
    for (auto const& id : missing)
        if (names.size() < missing_shown)
            names.push_back(question_name(rules, id));
    if (missing.size() > missing_shown)
        names.push_back(std::to_string(missing.size() - missing_shown) + " more");
    return "Without an answer: " + listed(names) + ".";
}

/// Hats that some question waits for and nobody wears.
std::string unheard_hats(assessment const& run, guide const& rules, std::vector<std::string> const& asked)
{
    bool const engineering_asked = std::ranges::any_of(asked, [&](auto const& id) {
        auto const* question = rules.find(id);
        return question != nullptr && std::ranges::count(question->hats, "engineering") > 0;
    });
    bool const heard = std::ranges::any_of(
        run.people, [](auto const& one) { return one.hat == "engineering" && !one.answers.empty(); });
    return engineering_asked && !heard ? " Nobody from engineering has answered yet." : "";
}

prose people_line(std::string head, std::vector<std::string> const& users)
{
    prose text;
    add_people(text, std::move(head), users);
    return text;
}

std::string own_sentence(
    assessment const& run, guide const& rules, std::vector<std::string> const& asked, std::string_view viewer)
{
    auto const far = progress_of(find_person(run, viewer), rules, asked);
    if (far.done == far.of)
        return "You have answered everything.";
    return "Open for you: " + count_of(far.of - far.done, "question", "questions") + ", " +
           about_minutes(far.seconds_left) + ".";
}

}  // namespace

card status_card(
    assessment const& run, guide const& rules, std::vector<std::string> const& asked, std::string_view viewer)
{
    auto const missing = without_answer(run, rules, asked).size();
    auto const total = static_cast<std::size_t>(std::ranges::count_if(asked, [&](auto const& id) {
        auto const* question = rules.find(id);
        return question != nullptr && !question->optional && !question->unscored;
    }));
    auto const who =
        run.people.empty() ? std::string{"nobody yet"} : count_of(run.people.size(), "person", "people");
    auto const counts = who + ", " + std::to_string(total - missing) + " of " + std::to_string(total) +
                        " questions have answers.";
    card content;
    content.summary = product_first(run) + ": " + state_sentence(run, rules) + counts;
    content.blocks.emplace_back(
        paragraph{{strong(product_first(run)), plain(": " + state_sentence(run, rules) + counts)}});
    if (run.state == run_state::open || run.state == run_state::paused)
        content.blocks.emplace_back(
            paragraph{{plain(missing_sentence(run, rules, asked) + unheard_hats(run, rules, asked))}});
    if (run.names_shown && !run.people.empty())
        content.blocks.emplace_back(note{people_line("Taking part: ", users_of(run))});
    if (viewer == run.owner && !run.wants_to_join.empty())
        content.blocks.emplace_back(
            note{people_line("Asked to join, and waiting for your invite: ", run.wants_to_join)});
    if (run.state != run_state::open || viewer.empty())
        return content;
    content.blocks.emplace_back(paragraph{{plain(own_sentence(run, rules, asked, viewer))}});
    content.blocks.emplace_back(button_row{
        {make_button(action::next, run_token(run), "Answer now", button::look::primary),
         make_button(action::my_answers, run_token(run), "My answers")}});
    return content;
}

card several_status_card(std::vector<assessment const*> const& runs, std::string const& command)
{
    card content;
    content.summary = "Several assessments are open here.";
    bullets list;
    for (auto const* run : runs)
        list.items.push_back(
            {strong("#" + std::to_string(run->number) + " " + product_of(*run)),
             plain(
                 ": " + std::string{name_of(run->state)} + ", " +
                 count_of(run->people.size(), "person", "people") + ", " +
                 count_of(answers_given(*run), "answer", "answers"))});
    content.blocks.emplace_back(std::move(list));
    content.blocks.emplace_back(note{
        {plain("More about one: "), code(command + " status #" + std::to_string(runs.front()->number))}});
    return content;
}

card my_answers_card(
    assessment const& run, guide const& rules, std::vector<std::string> const& asked, std::string_view user,
    std::string const& command)
{
    auto const* person = find_person(run, user);
    if (person == nullptr || person->answers.empty()) {
        auto content = notice({plain("You have not answered anything yet.")});
        if (run.state == run_state::open)
            content.blocks.emplace_back(
                button_row{{make_button(action::next, run_token(run), "Answer now", button::look::primary)}});
        return content;
    }
    card content;
    content.summary = "Your answers about " + product_of(run) + ".";
    content.blocks.emplace_back(paragraph{{strong("Your answers about " + product_of(run))}});
    bullets list;
    for (auto const& question : rules.questions) {
        auto const* given = answer_of(*person, question.id);
        if (given == nullptr)
            continue;
        bool const applies = std::ranges::count(asked, question.id) > 0;
        auto const mark = question.unscored ? question.section : question_marks(rules, {question.id});
        list.items.push_back(
            {strong(mark), plain(" " + question.ask + " "), emphasis(in_words(question, *given)),
             plain(applies ? "" : " (does not count at the moment)")});
    }
    content.blocks.emplace_back(std::move(list));
    content.blocks.emplace_back(
        note{{plain("To change one, type its number: "), code(command + " answer 4"), plain(".")}});
    content.blocks.emplace_back(
        button_row{{make_button(action::change_one, run_token(run), "Change an answer")}});
    return content;
}

form change_one_form(assessment const& run, guide const& rules)
{
    auto const number_token = write_token({run.key, token::subject::number, {}});
    form window{"Change an answer", number_token, {}, "Open it", "Not now"};
    window.items.emplace_back(text_input{
        number_token,
        "Which question?",
        "Its number, from 1 to " + std::to_string(numbered_questions(rules)) + ".",
        {},
        3,
        false,
        false});
    return window;
}

namespace {

std::string counted(question const& asked, std::vector<answer const*> const& given)
{
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
            add(in_quotation_marks(shorten(text, 150)), people);
    if (shown > texts_shown)
        line += "; and " + std::to_string(shown - texts_shown) + " more";
    add("do not know", static_cast<std::size_t>(std::ranges::count_if(given, [](answer const* one) {
            return std::holds_alternative<do_not_know>(*one);
        })));
    return line;
}

}  // namespace

card basis_card(
    assessment const& run, guide const& rules, std::vector<std::string> const& asked, int revision)
{
    auto const sheet = sheet_of(run, revision);
    card content;
    content.summary = "The answers the result for " + product_of(run) + " rests on.";
    content.blocks.emplace_back(paragraph{
        {strong("What the result rests on"), plain(", question by question. The "
                                                   "number of people is in brackets.")}});
    bullets list;
    for (auto const& id : asked) {
        auto const* question = rules.find(id);
        if (question == nullptr || question->unscored)
            continue;
        std::vector<answer const*> given;
        for (auto const& one : sheet.respondents)
            if (auto const found = one.answers.find(id); found != one.answers.end())
                given.push_back(&found->second);
        auto const line = given.empty() ? std::string{"no answer"} : counted(*question, given);
        list.items.push_back(
            {strong(question_marks(rules, {id})), plain(" " + question->ask + " "), emphasis(line)});
    }
    content.blocks.emplace_back(std::move(list));
    content.blocks.emplace_back(note{{plain(
        "Something wrong here? Change your own answer; if that changes the path, the owner decides whether "
        "to adopt the new result.")}});
    content.blocks.emplace_back(
        button_row{{make_button(action::change_one, run_token(run), "Change my answer")}});
    return content;
}

}  // namespace crossroads
