#include "words/refusals.hpp"

#include "assessment/progress.hpp"
#include "words/phrases.hpp"
#include "words/question_card.hpp"
#include "words/text.hpp"

#include <algorithm>

namespace crossroads {

namespace {

std::vector<std::string> names_of(std::vector<assessment const*> const& runs, language in)
{
    std::vector<std::string> names;
    names.reserve(runs.size());
    for (auto const* run : runs)
        names.push_back(numbered_product(*run, in));
    return names;
}

std::string exclusive_label(question const& asked)
{
    auto const found = std::ranges::find_if(asked.options, &option::exclusive);
    return found == asked.options.end() ? std::string{} : found->label;
}

/// What an answer that can be taken looks like.
std::string example_of(question const& asked, language in)
{
    auto const& words = words_in(in).refusals;
    if (asked.options.empty())
        return asked.help.empty() ? std::string{} : " " + asked.help;
    auto const alone = exclusive_label(asked);
    auto const& first = asked.options.front().label;
    bool const one = asked.type == question_type::single || alone.empty();
    return " " + text_of(
                     one ? words.for_example_number : words.for_example_alone,
                     {{"option", first}, {"alone", alone}});
}

}  // namespace

card stale_card(std::string const& command, language in)
{
    return notice(prose_of(words_in(in).refusals.stale, {{"command", command + " status"}}), in);
}

card unknown_guide_card(assessment const& run, language in)
{
    return notice(
        prose_of(
            words_in(in).refusals.unknown_guide,
            {{"product", product_of(run, in)}, {"version", run.guide_version}}),
        in);
}

card no_such_guide_card(guide const& current, std::string_view wanted)
{
    auto const in = current.shown_in;
    return notice(
        prose_of(
            words_in(in).refusals.no_such_guide,
            {{"guide", in_quotation_marks(shorten(wanted, 40), in)}, {"option", "--guide " + current.id}}),
        in);
}

card no_guide_card(language in)
{
    return notice(prose_of(words_in(in).refusals.no_guide), in);
}

card no_space_card(language in)
{
    return notice(prose_of(words_in(in).refusals.no_space), in);
}

std::string product_missing(language in)
{
    return words_in(in).refusals.product_missing.text();
}

std::string product_too_long(std::size_t characters, language in)
{
    return text_of(words_in(in).refusals.product_too_long, {{"count", characters}});
}

std::string product_open_already(language in)
{
    return words_in(in).refusals.product_open.text();
}

card no_assessment_card(std::string const& command, language in)
{
    auto const& words = words_in(in);
    return notice(
        prose_of(
            words.refusals.no_assessment,
            {{"command", command + " start " + words.commands.product_name.text()}}),
        in);
}

card no_such_run_card(std::vector<assessment const*> const& known, int wanted, language in)
{
    auto const& words = words_in(in).refusals;
    auto const names = names_of(known, in);
    return notice(
        prose_of(
            words.no_such_run, {{"number", std::to_string(wanted)},
                                {"names", names.empty() ? words.none.text() : listed(names, in)}}),
        in);
}

card which_run_card(std::vector<assessment const*> const& candidates, std::string const& example, language in)
{
    return notice(
        prose_of(
            words_in(in).refusals.which_run,
            {{"names", listed(names_of(candidates, in), in)},
             {"command", example + " #" + std::to_string(candidates.front()->number)}}),
        in);
}

card paused_card(assessment const& run, language in)
{
    return notice(prose_of(words_in(in).refusals.paused, {{"owner", person(run.owner)}}), in);
}

card cancelled_already_card(assessment const& run, language in)
{
    return notice(
        prose_of(
            words_in(in).refusals.cancelled_already,
            {{"product", product_of(run, in)}, {"person", person(who_cancelled(run))}}),
        in);
}

card finished_already_card(assessment const& run, std::string const& command, language in)
{
    return notice(
        prose_of(
            words_in(in).refusals.finished_already,
            {{"product", product_of(run, in)}, {"command", command + " results"}}),
        in);
}

card outsider_card(assessment const& run, language in)
{
    auto const& words = words_in(in).refusals;
    auto content = notice(prose_of(words.outsider, {{"owner", person(run.owner)}}), in);
    content.blocks.emplace_back(
        button_row{{make_button(action::ask_to_join, run_token(run), words.ask_to_join)}});
    return content;
}

std::string no_such_question(guide const& rules)
{
    return text_of(
        words_in(rules.shown_in).refusals.no_such_question, {{"count", numbered_questions(rules)}});
}

card no_such_question_card(guide const& rules)
{
    return notice({plain(no_such_question(rules))}, rules.shown_in);
}

card question_not_asked_card(guide const& rules, question const& asked)
{
    return notice(
        prose_of(words_in(rules.shown_in).refusals.not_asked, {{"question", question_name(rules, asked.id)}}),
        rules.shown_in);
}

card nothing_before_card(language in)
{
    return notice(prose_of(words_in(in).refusals.nothing_before), in);
}

std::string invalid_answer(question const& asked, std::string_view defect, int tries, language in)
{
    std::string sentence{defect};
    if (tries >= 2)
        sentence += example_of(asked, in);
    if (tries >= 3 && asked.allow_unknown)
        sentence += " " + words_in(in).refusals.unsure.text();
    return sentence;
}

std::string too_long(std::size_t characters, language in)
{
    return text_of(words_in(in).refusals.too_long, {{"count", characters}});
}

std::string reason_too_long(std::size_t characters, language in)
{
    return text_of(words_in(in).refusals.reason_too_long, {{"count", characters}});
}

std::string empty_choice(question const& asked, language in)
{
    auto const& words = words_in(in).refusals;
    auto const label = exclusive_label(asked);
    if (label.empty())
        return words.nothing_ticked.text();
    return text_of(words.nothing_ticked_none_fits, {{"option", label}});
}

std::string goes_alone(option const& exclusive, language in)
{
    return text_of(words_in(in).refusals.goes_alone, {{"option", exclusive.label}});
}

std::string empty_text(question const& asked, language in)
{
    auto const& words = words_in(in).refusals;
    return (asked.allow_unknown ? words.empty_text : words.empty_text_skip).text();
}

std::string not_recognized(question const& asked, unclear const& how, language in)
{
    auto const& words = words_in(in).refusals;
    auto const fill = [&](std::string_view said) {
        return text_of(
            said,
            {{"text", in_quotation_marks(shorten(how.typed, 40), in)}, {"count", asked.options.size()}});
    };
    switch (how.because) {
    case unclear::why::no_such_option:
        return fill(asked.type == question_type::multi ? words.no_match_several : words.no_match);
    case unclear::why::several_fit: return fill(words.several_fit);
    case unclear::why::one_only: return fill(words.one_only);
    }
    return {};
}

card refused_answer_card(
    assessment const& run, question const& asked, std::string sentence, int tries, language in)
{
    auto content = notice({plain(std::move(sentence))}, in);
    if (tries >= 3 && asked.allow_unknown)
        content.blocks.emplace_back(button_row{{make_button(
            action::do_not_know, question_token(run, asked.id), words_in(in).buttons.do_not_know)}});
    return content;
}

}  // namespace crossroads
