#include "assessment/showing.hpp"

#include "assessment/permission.hpp"
#include "assessment/progress.hpp"
#include "assessment/reassessment.hpp"
#include "words/question_card.hpp"
#include "words/refusals.hpp"

namespace crossroads {

reply show_question(step& now, pinned_run with, std::vector<std::string> const& asked, question const& which)
{
    auto* person = find_person(with.run, now.happened.user);
    if (person != nullptr && person->position != which.id) {
        person->position = which.id;
        now.changed = true;
    }
    auto const* given = person == nullptr ? nullptr : answer_of(*person, which.id);
    if (now.looking_at == step::screen::chat)
        return say_privately{private_question_card(
            with.run, theirs(now, with), which, given, last_answer(now, with, which, now.happened.user),
            now.around.command)};
    question_form_content shown;
    shown.given = given;
    shown.last_time = last_answer(now, with, which, now.happened.user);
    shown.offer_hat = with.run.state == run_state::open && (person == nullptr || !person->hat_offered);
    shown.can_ask_someone = !which.unscored && with.run.state == run_state::open &&
                            permission_for(now, with.run, deed::ask_someone) == permission::given;
    shown.can_go_back = before(theirs(now, with), asked, which.id) != nullptr;
    return open_form{question_form(with.run, theirs(now, with), which, shown)};
}

reply show_next(step& now, pinned_run with, std::vector<std::string> const& asked, std::string_view current)
{
    auto const* person = find_person(with.run, now.happened.user);
    if (auto const* next = next_open(person, theirs(now, with), asked, current))
        return show_question(now, with, asked, *next);
    return say_privately{
        all_done_card(progress_of(person, theirs(now, with), asked).set_aside, reader_language(now))};
}

reply show_previous(step& now, pinned_run with, std::vector<std::string> const& asked)
{
    auto const* person = find_person(with.run, now.happened.user);
    std::string position = person == nullptr ? std::string{} : person->position;
    if (position.empty())
        if (auto const* next = next_open(person, theirs(now, with), asked, {}))
            position = next->id;
    if (auto const* previous = before(theirs(now, with), asked, position))
        return show_question(now, with, asked, *previous);
    return say_privately{nothing_before_card(reader_language(now))};
}

}  // namespace crossroads
