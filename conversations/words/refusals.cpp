#include "words/refusals.hpp"

#include "assessment/progress.hpp"
#include "words/phrases.hpp"
#include "words/question_card.hpp"
#include "words/text.hpp"

#include <algorithm>

namespace crossroads {

namespace {

std::string run_name(assessment const& run)
{
    return "#" + std::to_string(run.number) + " " + product_of(run);
}

std::vector<std::string> names_of(std::vector<assessment const*> const& runs)
{
    std::vector<std::string> names;
    names.reserve(runs.size());
    for (auto const* run : runs)
        names.push_back(run_name(*run));
    return names;
}

std::string exclusive_label(question const& asked)
{
    auto const found = std::ranges::find_if(asked.options, &option::exclusive);
    return found == asked.options.end() ? std::string{} : found->label;
}

/// What an answer that can be taken looks like.
std::string example_of(question const& asked)
{
    if (asked.options.empty())
        return asked.help.empty() ? std::string{} : " " + asked.help;
    auto const alone = exclusive_label(asked);
    auto const& first = asked.options.front().label;
    if (asked.type == question_type::single || alone.empty())
        return " For example, 1 means “" + first + "”.";
    return " For example: only “" + alone + "”, or “" + first + "” without it.";
}

}  // namespace

card stale_card(std::string const& command)
{
    return notice(
        {plain("This button belongs to something that is over. Type "), code(command + " status"),
         plain(" to see what is open here.")});
}

card unknown_guide_card(assessment const& run)
{
    return notice(
        {plain(
             "The assessment of " + product_of(run) +
             " was started with a version of the guide that I no longer have. Nothing is lost. Ask whoever "
             "runs me to put version "),
         code(run.guide_version), plain(" back.")});
}

card no_such_guide_card(guide const& current, std::string_view wanted)
{
    return notice(
        {plain(
             "I have no guide called " + in_quotation_marks(shorten(wanted, 40)) +
             ". Start without --guide, or with "),
         code("--guide " + current.id), plain(".")});
}

card no_guide_card()
{
    return notice({plain("I have no guide to ask from at the moment. Ask whoever runs me to set one.")});
}

card no_space_card()
{
    return notice(
        {plain("I have too little disk space left to begin in a new channel. What is open elsewhere goes "
               "on. Tell whoever runs me, and try again later.")});
}

std::string product_missing()
{
    return "Say which product it is about.";
}

std::string product_too_long(std::size_t characters)
{
    return "The product name has " + std::to_string(characters) + " characters; at most 80 fit. Shorten it.";
}

std::string product_open_already()
{
    return "An assessment of that product is open here. Go on with it, or name another product.";
}

card no_assessment_card(std::string const& command)
{
    return notice(
        {plain("There was no assessment here yet. Start one with "), code(command + " start Product name"),
         plain(".")});
}

card no_such_run_card(std::vector<assessment const*> const& known, int wanted)
{
    auto const names = names_of(known);
    return notice({plain(
        "There is no assessment #" + std::to_string(wanted) +
        " here to do that with. There is: " + (names.empty() ? "none" : listed(names)) + ".")});
}

card which_run_card(std::vector<assessment const*> const& candidates, std::string const& example)
{
    auto const names = names_of(candidates);
    return notice(
        {plain("Which one: " + listed(names) + "? Add its number: "),
         code(example + " #" + std::to_string(candidates.front()->number)), plain(".")});
}

card paused_card(assessment const& run)
{
    return notice(
        {plain("This assessment is paused, so I did not take that. Nothing is lost. "), person(run.owner),
         plain(" can resume it.")});
}

card cancelled_already_card(assessment const& run)
{
    return notice(
        {plain("The assessment of " + product_of(run) + " was cancelled by "), person(run.owner),
         plain(". You can start a new one.")});
}

card finished_already_card(assessment const& run, std::string const& command)
{
    return notice(
        {plain("The assessment of " + product_of(run) + " is finished. See the result with "),
         code(command + " results"), plain(".")});
}

card outsider_card(assessment const& run)
{
    auto content = notice(
        {plain("This assessment has a fixed list of people. "), person(run.owner), plain(" can add you.")});
    content.blocks.emplace_back(
        button_row{{make_button(action::ask_to_join, run_token(run), "Ask to join")}});
    return content;
}

card owner_only_card(assessment const& run, std::string_view what)
{
    return notice(
        {plain("Only the owner can " + std::string{what} + ". That is "), person(run.owner),
         plain(". The assessment goes on as it was.")});
}

std::string no_such_question(guide const& rules)
{
    return "There is no question with that number. They go from 1 to " +
           std::to_string(numbered_questions(rules)) + ".";
}

card no_such_question_card(guide const& rules)
{
    return notice({plain(no_such_question(rules))});
}

card question_not_asked_card(guide const& rules, question const& asked)
{
    return notice({plain(
        "The answers so far rule out " + question_name(rules, asked.id) +
        ". It comes back by itself if they change.")});
}

card nothing_before_card()
{
    return notice({plain("You are at the first question. There is nothing before it.")});
}

std::string invalid_answer(question const& asked, std::string_view defect, int tries)
{
    std::string sentence{defect};
    if (tries >= 2)
        sentence += example_of(asked);
    if (tries >= 3 && asked.allow_unknown)
        sentence += " If you are unsure, Do not know is a good answer.";
    return sentence;
}

std::string too_long(std::size_t characters)
{
    return "That is too long: " + std::to_string(characters) +
           " characters, and at most 1,000 fit. Shorten it " + "and send it again.";
}

std::string reason_too_long(std::size_t characters)
{
    return "The reason has " + std::to_string(characters) + " characters; at most 300 fit. Shorten it.";
}

std::string empty_choice(question const& asked)
{
    auto const label = exclusive_label(asked);
    if (label.empty())
        return "Nothing is ticked. Pick at least one, or press Do not know.";
    return "Nothing is ticked. Tick at least one; if none fits, tick “" + label + "”.";
}

std::string goes_alone(option const& exclusive)
{
    return "\"" + exclusive.label + "\" cannot go with another choice. Untick one of them.";
}

std::string empty_text(question const& asked)
{
    return asked.allow_unknown ? "It is empty. Write a sentence, or press Do not know."
                               : "It is empty. Write a sentence, or press Skip.";
}

std::string not_recognized(question const& asked, unclear const& how)
{
    auto const options = asked.options.size();
    auto const range = "Reply with a number from 1 to " + std::to_string(options);
    switch (how.because) {
    case unclear::why::no_such_option:
        return "I could not match " + in_quotation_marks(shorten(how.typed, 40)) + " to an option. " + range +
               (asked.type == question_type::multi ? ", or several: 1, 3." : ".");
    case unclear::why::several_fit:
        return in_quotation_marks(shorten(how.typed, 40)) + " fits more than one option. " + range + ".";
    case unclear::why::one_only: return "This question takes one answer. " + range + ".";
    }
    return {};
}

card refused_answer_card(assessment const& run, question const& asked, std::string sentence, int tries)
{
    auto content = notice({plain(std::move(sentence))});
    if (tries >= 3 && asked.allow_unknown)
        content.blocks.emplace_back(
            button_row{{make_button(action::do_not_know, question_token(run, asked.id), "Do not know")}});
    return content;
}

}  // namespace crossroads
