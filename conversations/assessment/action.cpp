#include "assessment/action.hpp"

#include "assessment/event.hpp"

#include <array>
#include <utility>

namespace crossroads {

namespace {

constexpr std::array names{
    std::pair{action::choose, choose_action},
    std::pair{action::save, std::string_view{"save"}},
    std::pair{action::give_answer, std::string_view{"answer"}},
    std::pair{action::next, std::string_view{"next"}},
    std::pair{action::back, std::string_view{"back"}},
    std::pair{action::skip, std::string_view{"skip"}},
    std::pair{action::do_not_know, std::string_view{"do_not_know"}},
    std::pair{action::keep_as_said, std::string_view{"keep_as_said"}},
    std::pair{action::still_true, std::string_view{"still_true"}},
    std::pair{action::undo, std::string_view{"undo"}},
    std::pair{action::my_answers, std::string_view{"my_answers"}},
    std::pair{action::change_one, std::string_view{"change_one"}},
    std::pair{action::export_it, std::string_view{"export"}},
    std::pair{action::basis, std::string_view{"basis"}},
    std::pair{action::how_it_works, std::string_view{"how_it_works"}},
    std::pair{action::start_offered, std::string_view{"start_offered"}},
    std::pair{action::start_shown, std::string_view{"start_shown"}},
    std::pair{action::start_hidden, std::string_view{"start_hidden"}},
    std::pair{action::update_answers, std::string_view{"update_answers"}},
    std::pair{action::start_fresh, std::string_view{"start_fresh"}},
    std::pair{action::start_other, std::string_view{"start_other"}},
    std::pair{action::resume, std::string_view{"resume"}},
    std::pair{action::pause, std::string_view{"pause"}},
    std::pair{action::keep_open, std::string_view{"keep_open"}},
    std::pair{action::cancel_confirmed, std::string_view{"cancel_confirmed"}},
    std::pair{action::show_result, std::string_view{"show_result"}},
    std::pair{action::finish_with_gaps, std::string_view{"finish_with_gaps"}},
    std::pair{action::finish_undecided, std::string_view{"finish_undecided"}},
    std::pair{action::not_yet, std::string_view{"not_yet"}},
    std::pair{action::settle, std::string_view{"settle"}},
    std::pair{action::mark_concrete, std::string_view{"mark_concrete"}},
    std::pair{action::ask_to_join, std::string_view{"ask_to_join"}},
    std::pair{action::admit, std::string_view{"admit"}},
    std::pair{action::adopt, std::string_view{"adopt"}},
    std::pair{action::keep_result, std::string_view{"keep_result"}},
    std::pair{action::give_more_time, std::string_view{"give_more_time"}},
    std::pair{action::remind_tomorrow, std::string_view{"remind_tomorrow"}},
    std::pair{action::away, std::string_view{"away"}},
    std::pair{action::stop_reminders, std::string_view{"stop_reminders"}},
    std::pair{action::ask_someone, std::string_view{"ask_someone"}},
    std::pair{action::remove_asked, std::string_view{"remove_asked"}},
    std::pair{action::remove_confirmed, std::string_view{"remove_confirmed"}},
    std::pair{action::keep_it, std::string_view{"keep_it"}},
    std::pair{action::hand_over, std::string_view{"hand_over"}},
    std::pair{action::take_over, std::string_view{"take_over"}},
    std::pair{action::change_settlement, std::string_view{"change_settlement"}},
    std::pair{action::keep_settlement, std::string_view{"keep_settlement"}},
    std::pair{action::second_opinion, std::string_view{"second_opinion"}},
    std::pair{action::share_result, std::string_view{"share_result"}},
    std::pair{action::share_nothing, std::string_view{"share_nothing"}},
};

}  // namespace

std::string name_of(action what)
{
    for (auto const& [value, name] : names)
        if (value == what)
            return std::string{name};
    return {};
}

std::optional<action> action_named(std::string_view name)
{
    for (auto const& [value, known] : names)
        if (known == name)
            return value;
    return std::nullopt;
}

}  // namespace crossroads
