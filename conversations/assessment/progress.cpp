#include "assessment/progress.hpp"

#include "decision/decision.hpp"

#include <algorithm>

namespace crossroads {

given_answer const* given_as_of(participant const& person, std::string const& question, int revision)
{
    auto const found = person.answers.find(question);
    if (found == person.answers.end())
        return nullptr;
    auto const& history = found->second;
    auto const last = std::find_if(
        history.rbegin(), history.rend(), [&](auto const& given) { return given.revision <= revision; });
    return last == history.rend() ? nullptr : &*last;
}

bool is_left_out(assessment const& run, std::string_view user, int revision)
{
    auto const found = run.left_out.find(std::string{user});
    return found != run.left_out.end() && found->second <= revision;
}

std::vector<participant const*> people_who_count(assessment const& run, int revision)
{
    std::vector<participant const*> people;
    for (auto const& person : run.people)
        if (!is_left_out(run, person.user, revision))
            people.push_back(&person);
    return people;
}

answer_sheet sheet_of(assessment const& run, int revision)
{
    answer_sheet sheet;
    sheet.product = run.product;
    for (auto const* person : people_who_count(run, revision)) {
        respondent one{person->user, person->hat, {}};
        for (auto const& [question, history] : person->answers)
            if (auto const* given = given_as_of(*person, question, revision);
                given != nullptr && given->value)
                one.answers.emplace(question, *given->value);
        if (!one.answers.empty())
            sheet.respondents.push_back(std::move(one));
    }
    for (auto const& settled : run.settled)
        if (settled.revision <= revision)
            sheet.settled[settled.question] = settled.value;
    for (auto const& mark : run.concrete)
        if (mark.revision <= revision)
            sheet.concrete[mark.budget] = true;
    return sheet;
}

std::vector<std::string> asked_now(assessment const& run, guide const& rules)
{
    return asked_questions(rules, sheet_of(run));
}

participant const* find_person(assessment const& run, std::string_view user)
{
    auto const found = std::ranges::find(run.people, user, &participant::user);
    return found == run.people.end() ? nullptr : &*found;
}

participant* find_person(assessment& run, std::string_view user)
{
    auto const found = std::ranges::find(run.people, user, &participant::user);
    return found == run.people.end() ? nullptr : &*found;
}

answer const* answer_of(participant const& person, std::string_view question)
{
    auto const history = person.answers.find(std::string{question});
    if (history == person.answers.end() || history->second.empty())
        return nullptr;
    auto const& value = history->second.back().value;
    return value ? &*value : nullptr;
}

bool passed(participant const& person, std::string_view question)
{
    return answer_of(person, question) != nullptr || std::ranges::count(person.skipped, question) > 0;
}

std::size_t number_of(guide const& rules, std::string_view question)
{
    auto const found = std::ranges::find(rules.questions, question, &question::id);
    if (found == rules.questions.end())
        return 0;
    return static_cast<std::size_t>(found - rules.questions.begin()) + 1;
}

question const* question_numbered(guide const& rules, std::size_t number)
{
    return number == 0 || number > rules.questions.size() ? nullptr : &rules.questions[number - 1];
}

std::size_t numbered_questions(guide const& rules)
{
    return static_cast<std::size_t>(
        std::ranges::count_if(rules.questions, [](auto const& one) { return !one.unscored; }));
}

std::size_t people_who_answered(assessment const& run, std::string_view question)
{
    return static_cast<std::size_t>(std::ranges::count_if(
        people_who_count(run), [&](auto const* person) { return answer_of(*person, question) != nullptr; }));
}

std::size_t answers_given(assessment const& run)
{
    std::size_t answers = 0;
    for (auto const* person : people_who_count(run))
        for (auto const& [question, history] : person->answers)
            answers += answer_of(*person, question) != nullptr ? 1U : 0U;
    return answers;
}

question const* newest_open(assessment const& run, guide const& rules, std::vector<std::string> const& asked)
{
    for (auto card = run.carded.rbegin(); card != run.carded.rend(); ++card)
        if (std::ranges::count(asked, *card) > 0)
            return rules.find(*card);
    return nullptr;
}

person_progress
progress_of(participant const* person, guide const& rules, std::vector<std::string> const& asked)
{
    person_progress far;
    for (auto const& id : asked) {
        auto const* question = rules.find(id);
        if (question == nullptr || question->unscored)
            continue;
        ++far.of;
        if (person != nullptr && answer_of(*person, id) != nullptr)
            ++far.done;
        else if (person != nullptr && passed(*person, id))
            ++far.set_aside;
        else
            far.seconds_left += question->seconds;
    }
    return far;
}

question const* next_open(
    participant const* person, guide const& rules, std::vector<std::string> const& asked,
    std::string_view current)
{
    auto const place = std::ranges::find(asked, current);
    auto const after = place == asked.end() ? asked.begin() : place + 1;
    auto const untouched = [&](auto const& id) { return person == nullptr || !passed(*person, id); };
    auto found = std::find_if(after, asked.end(), untouched);
    if (found == asked.end())
        found = std::ranges::find_if(asked, untouched);
    if (found == asked.end())
        found = std::find_if(
            after, asked.end(), [&](auto const& id) { return answer_of(*person, id) == nullptr; });
    return found == asked.end() ? nullptr : rules.find(*found);
}

question const* before(guide const& rules, std::vector<std::string> const& asked, std::string_view current)
{
    auto const place = std::ranges::find(asked, current);
    if (place == asked.begin() || asked.empty())
        return nullptr;
    return rules.find(*(place - 1));
}

std::vector<std::string>
without_answer(assessment const& run, guide const& rules, std::vector<std::string> const& asked)
{
    std::vector<std::string> missing;
    for (auto const& id : asked) {
        auto const* question = rules.find(id);
        bool const must = question != nullptr && !question->optional && !question->unscored;
        if (must && people_who_answered(run, id) == 0)
            missing.push_back(id);
    }
    return missing;
}

bool has_passed_all(assessment const& run, std::string_view user, std::vector<std::string> const& asked)
{
    auto const* person = find_person(run, user);
    return person != nullptr &&
           std::ranges::all_of(asked, [&](auto const& question) { return passed(*person, question); });
}

bool everybody_done(assessment const& run, guide const& rules, std::vector<std::string> const& asked)
{
    if (people_who_count(run).empty() || !without_answer(run, rules, asked).empty())
        return false;
    auto const done = [&](std::string_view user) {
        return has_passed_all(run, user, asked) || is_away(run, user) || is_left_out(run, user);
    };
    return std::ranges::all_of(run.people, done, &participant::user) &&
           std::ranges::all_of(run.invited, done);
}

bool on_the_list(assessment const& run, std::string_view user)
{
    return run.open_to_all || is_added_by_name(run, user);
}

bool is_added_by_name(assessment const& run, std::string_view user)
{
    return run.owner == user || std::ranges::count(run.invited, user) > 0;
}

bool is_away(assessment const& run, std::string_view user)
{
    auto const known = run.reminders.find(std::string{user});
    return known != run.reminders.end() && known->second.away;
}

}  // namespace crossroads
