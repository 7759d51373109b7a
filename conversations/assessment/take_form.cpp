#include "assessment/answering.hpp"
#include "assessment/events.hpp"
#include "assessment/permission.hpp"
#include "assessment/progress.hpp"
#include "assessment/settling.hpp"
#include "assessment/showing.hpp"
#include "assessment/starting.hpp"
#include "assessment/token.hpp"
#include "words/people_cards.hpp"
#include "words/phrases.hpp"
#include "words/refusals.hpp"
#include "words/text.hpp"

#include <algorithm>
#include <charconv>

namespace crossroads {

namespace {

std::string typed_in(form_saved const& submitted, std::string const& input)
{
    auto const found = submitted.typed.find(input);
    return found == submitted.typed.end() ? std::string{} : clean(found->second);
}

std::vector<std::string> chosen_in(form_saved const& submitted, std::string const& input)
{
    auto const found = submitted.chosen.find(input);
    return found == submitted.chosen.end() ? std::vector<std::string>{} : found->second;
}

answer value_in(question const& asked, form_saved const& submitted, std::string const& input)
{
    if (asked.type == question_type::text)
        return free_text{typed_in(submitted, input)};
    selection picked;
    auto const chosen = chosen_in(submitted, input);
    for (auto const& option : asked.options)
        if (std::ranges::count(chosen, option.id) > 0)
            picked.options.push_back(option.id);
    for (auto const& id : chosen)
        if (asked.find(id) == nullptr)
            picked.options.push_back(id);
    return picked;
}

reply save_question(step& now, pinned_run with, question const& asked, form_saved const& submitted)
{
    auto const input = question_token(with.run, asked.id);
    auto value = value_in(asked, submitted, input);
    auto const* typed = std::get_if<free_text>(&value);
    auto said = typed != nullptr && typed->text.empty() && asked.optional
                    ? take_skip(now, with, asked, {})
                    : take_answer(now, with, asked, std::move(value), {});
    auto const hat = chosen_in(submitted, write_token({with.run.key, token::subject::hat, {}}));
    if (hat.size() == 1)
        set_hat(now, with, hat.front());
    return said;
}

reply save_settlement(step& now, pinned_run with, question const& asked, form_saved const& submitted)
{
    auto const reason_input = write_token({with.run.key, token::subject::reason, asked.id});
    auto reason = typed_in(submitted, reason_input);
    constexpr std::size_t reason_limit = 300;
    if (length(reason) > reason_limit)
        return refuse_form{{{reason_input, reason_too_long(length(reason), reader_language(now))}}};
    auto const value = value_in(asked, submitted, question_token(with.run, asked.id));
    return settle(now, with, asked, value, std::move(reason));
}

reply open_numbered(step& now, pinned_run with, std::string const& input, std::string const& typed)
{
    std::size_t number = 0;
    auto const [end, error] = std::from_chars(typed.data(), typed.data() + typed.size(), number);
    bool const all = error == std::errc{} && end == typed.data() + typed.size();
    auto const* asked = all ? question_numbered(theirs(now, with), number) : nullptr;
    if (asked == nullptr)
        return refuse_form{{{input, no_such_question(theirs(now, with))}}};
    if (auto refusal = obstacle(now, with.run))
        return say_privately{std::move(*refusal)};
    return show_question(now, with, asked_now(with.run, with.rules), *asked);
}

reply hand_to_colleague(step& now, pinned_run with, token const& what, form_saved const& submitted)
{
    auto const chosen = chosen_in(submitted, submitted.token);
    if (chosen.size() != 1 || clean(chosen.front()).empty())
        return refuse_form{{{submitted.token, colleague_missing(reader_language(now))}}};
    return take_request(now, with, {deed::ask_someone, clean(chosen.front()), what.name});
}

reply save(step& now, pinned_run with, token const& what, form_saved const& submitted)
{
    if (what.about == token::subject::colleague)
        return hand_to_colleague(now, with, what, submitted);
    if (what.about == token::subject::number)
        return open_numbered(now, with, submitted.token, typed_in(submitted, submitted.token));
    auto const* asked = theirs(now, with).find(what.name);
    if (asked != nullptr && what.about == token::subject::question)
        return save_question(now, with, *asked, submitted);
    if (asked != nullptr && what.about == token::subject::vote)
        return save_settlement(now, with, *asked, submitted);
    return say_privately{stale_card(now.around.command, reader_language(now))};
}

}  // namespace

reply take_form(step& now, form_saved const& submitted)
{
    now.looking_at = step::screen::submitted;
    auto const what = read_token(submitted.token);
    if (!what)
        return say_privately{stale_card(now.around.command, reader_language(now))};
    if (what->about == token::subject::offer)
        return start_other(now, what->key, typed_in(submitted, submitted.token));
    auto const run = std::ranges::find(now.state.assessments, what->key, &assessment::key);
    if (run == now.state.assessments.end())
        return say_privately{stale_card(now.around.command, reader_language(now))};
    auto const* rules = rules_of(now, *run);
    if (rules == nullptr)
        return say_privately{unknown_guide_card(*run, reader_language(now))};
    return save(now, {*run, *rules}, *what, submitted);
}

}  // namespace crossroads
