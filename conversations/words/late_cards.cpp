#include "words/phrases.hpp"
#include "words/result_card.hpp"
#include "words/text.hpp"

namespace crossroads {

card no_result_yet_card(assessment const& run, std::string const& command)
{
    return notice(
        {plain("There is no result for " + product_of(run) + " yet. See how far it is with "),
         code(command + " status"), plain("; "), person(run.owner), plain(" shows the result with "),
         code(command + " finish"), plain(".")});
}

namespace {

/// The late answer in words, with its question.
std::string what_did_it(assessment const& run, guide const& rules)
{
    auto const* asked = rules.find(run.late->question);
    if (asked == nullptr)
        return "an answer to a question";
    for (auto const& one : run.people)
        if (auto const history = one.answers.find(asked->id); history != one.answers.end())
            for (auto const& given : history->second)
                if (given.revision == run.late->revision && given.value)
                    return in_words(*asked, *given.value) + " (" + question_name(rules, asked->id) + ").";
    return "what the team says to " + question_name(rules, asked->id) + ".";
}

}  // namespace

card late_result_card(assessment const& run, guide const& rules, decision const& decided)
{
    auto const change = outcome_name(rules, run.outcome) + " → " + outcome_name(rules, decided.outcome);
    auto const token = write_token({run.key, token::subject::late, std::to_string(run.late->revision)});
    card content;
    content.summary =
        "A late answer changes the result: " + change + ". The owner decides whether to adopt it.";
    prose text{plain("A late answer changes the result: "), strong(change), plain(".\nWhat did it: ")};
    text.push_back(plain(what_did_it(run, rules)));
    content.blocks.emplace_back(paragraph{std::move(text)});
    content.blocks.emplace_back(note{{person(run.owner), plain(" decides whether to adopt it.")}});
    content.blocks.emplace_back(button_row{
        {make_button(action::adopt, token, "Adopt the new result", button::look::primary),
         make_button(action::keep_result, token, "Keep the old one")}});
    return content;
}

card late_decided_card(
    assessment const& run, guide const& rules, std::string const& outcome, late_decision how)
{
    switch (how) {
    case late_decision::adopted:
        return notice(
            {plain("A late answer changed the result to "), strong(outcome_name(rules, outcome)),
             plain(". Adopted by "), person(run.owner),
             plain(". The result and the plan above are updated.")});
    case late_decision::kept:
        return notice(
            {plain("A late answer would change the result to " + outcome_name(rules, outcome) + ". "),
             person(run.owner), plain(" keeps "), strong(outcome_name(rules, run.outcome)), plain(".")});
    case late_decision::led_back:
        return notice(
            {plain("Later answers lead back to "), strong(outcome_name(rules, run.outcome)),
             plain(". There is nothing to decide.")});
    case late_decision::overtaken:
        return notice({plain(
            "A late answer pointed to " + outcome_name(rules, outcome) +
            ". Another one came after it; see the message below.")});
    }
    return {};
}

card adopted_privately_card(assessment const& run, guide const& rules, bool already)
{
    return notice({plain(
        already
            ? "There is nothing to decide any more. The result is " + outcome_name(rules, run.outcome) + "."
            : "Adopted. The result is now " + outcome_name(rules, run.outcome) +
                  "; the result and the plan in the thread are updated.")});
}

card kept_privately_card(assessment const& run, guide const& rules)
{
    return notice({plain(
        "Kept. The result stays " + outcome_name(rules, run.outcome) +
        ". The late answer stays on record.")});
}

}  // namespace crossroads
