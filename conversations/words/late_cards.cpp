#include "words/phrases.hpp"
#include "words/result_card.hpp"
#include "words/text.hpp"

namespace crossroads {

card no_result_yet_card(assessment const& run, std::string const& command, language in)
{
    return notice(
        prose_of(
            words_in(in).result.none_yet, {{"product", product_of(run, in)},
                                           {"status", command + " status"},
                                           {"owner", person(run.owner)},
                                           {"finish", command + " finish"}}),
        in);
}

namespace {

/// The late answer in words, with its question.
std::string what_did_it(assessment const& run, guide const& rules)
{
    auto const& words = words_in(rules.shown_in).result;
    auto const* asked = rules.find(run.late->question);
    if (asked == nullptr)
        return words.late_unknown.text();
    auto const name = question_name(rules, asked->id);
    for (auto const& one : run.people)
        if (auto const history = one.answers.find(asked->id); history != one.answers.end())
            for (auto const& given : history->second)
                if (given.revision == run.late->revision && given.value)
                    return text_of(
                        words.late_answer,
                        {{"answer", in_words(*asked, *given.value, rules.shown_in)}, {"question", name}});
    return text_of(words.late_team, {{"question", name}});
}

}  // namespace

card late_result_card(assessment const& run, guide const& rules, decision const& decided)
{
    auto const& words = words_in(rules.shown_in).result;
    auto const change = outcome_name(rules, run.outcome) + " → " + outcome_name(rules, decided.outcome);
    auto const token = write_token({run.key, token::subject::late, std::to_string(run.late->revision)});
    card content;
    content.summary = text_of(words.late_summary, {{"change", change}});
    auto text = prose_of(words.late_change, {{"change", change}});
    text.push_back(plain("\n" + text_of(words.what_did_it, {{"answer", what_did_it(run, rules)}})));
    content.blocks.emplace_back(paragraph{std::move(text)});
    content.blocks.emplace_back(note{prose_of(words.owner_decides, {{"owner", person(run.owner)}})});
    content.blocks.emplace_back(button_row{
        {make_button(action::adopt, token, words.adopt, button::look::primary),
         make_button(action::keep_result, token, words.keep)}});
    return content;
}

card late_decided_card(
    assessment const& run, guide const& rules, std::string const& outcome, late_decision how)
{
    auto const& words = words_in(rules.shown_in).result;
    auto const wording_for = [&]() -> std::string_view {
        switch (how) {
        case late_decision::adopted: return words.late_adopted;
        case late_decision::kept: return words.late_kept;
        case late_decision::led_back: return words.late_led_back;
        case late_decision::overtaken: return words.late_overtaken;
        }
        return {};
    };
    return notice(
        prose_of(
            wording_for(), {{"outcome", outcome_name(rules, outcome)},
                            {"owner", person(run.owner)},
                            {"kept", outcome_name(rules, run.outcome)}}),
        rules.shown_in);
}

card adopted_privately_card(assessment const& run, guide const& rules, bool already)
{
    auto const& words = words_in(rules.shown_in).result;
    return notice(
        prose_of(
            already ? words.nothing_to_decide : words.adopted,
            {{"outcome", outcome_name(rules, run.outcome)}}),
        rules.shown_in);
}

card kept_privately_card(assessment const& run, guide const& rules)
{
    return notice(
        prose_of(words_in(rules.shown_in).result.kept, {{"outcome", outcome_name(rules, run.outcome)}}),
        rules.shown_in);
}

}  // namespace crossroads
