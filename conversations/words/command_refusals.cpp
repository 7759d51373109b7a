#include "words/help_words.hpp"
#include "words/phrases.hpp"
#include "words/refusals.hpp"
#include "words/text.hpp"

namespace crossroads {

namespace {

constexpr std::size_t echo_limit = 40;

std::string what_is_wrong(wrong_usage const& problem, language in)
{
    auto const& words = words_in(in).commands;
    auto const typed = in_quotation_marks(shorten(problem.typed, echo_limit), in);
    auto const about_it = [&](std::string_view said) { return text_of(said, {{"text", typed}}); };
    using enum wrong_usage::problem;
    switch (problem.what) {
    case product_too_long: return crossroads::product_too_long(length(problem.typed), in);
    case unknown_option: return about_it(words.unknown_option);
    case names_value: return about_it(words.names_value);
    case people_value: return words.people_value.text();
    case export_value: return about_it(words.export_value);
    case language_value:
        return text_of(words.language_value, {{"text", typed}, {"known", known_languages()}});
    case not_a_person: return about_it(words.not_a_person);
    case who_missing: return words.who_missing.text();
    case number_missing: return words.number_missing.text();
    case unexpected_text: return about_it(words.unexpected_text);
    case window_value:
        return problem.typed.empty() ? words.window_missing.text() : about_it(words.window_value);
    case value_missing: return about_it(words.value_missing);
    }
    return {};
}

}  // namespace

card usage_card(wrong_usage const& problem, std::string const& command, language in)
{
    prose text{plain(what_is_wrong(problem, in) + " ")};
    auto const example = command + " " + usage_of(problem.name, in);
    for (auto& piece : prose_of(words_in(in).commands.like_this, {{"command", example}}))
        text.push_back(std::move(piece));
    return notice(std::move(text), in);
}

card unknown_command_card(unknown_command const& typed, std::string const& command, language in)
{
    auto const& words = words_in(in).commands;
    auto text = prose_of(words.unknown_command, {{"text", shorten(typed.typed, echo_limit)}});
    prose meant;
    for (auto const& name : typed.meant) {
        if (!meant.empty())
            meant.push_back(plain(" " + words.or_between.text() + " "));
        meant.push_back(code(name));
    }
    if (!meant.empty()) {
        text.push_back(plain(" "));
        for (auto& piece : prose_of(words.did_you_mean, {{"commands", meant}}))
            text.push_back(std::move(piece));
    }
    text.push_back(plain("\n"));
    for (auto& piece : prose_of(words.there_is, {{"commands", command_line_help(command, in)}}))
        text.push_back(std::move(piece));
    return notice(std::move(text), in);
}

card ambiguous_command_card(ambiguous_command const& typed, std::string const& command, language in)
{
    return notice(
        prose_of(
            words_in(in).commands.ambiguous, {{"text", shorten(typed.typed, echo_limit)},
                                              {"commands", listed(typed.candidates, in)},
                                              {"example", command + " " + typed.candidates.front()}}),
        in);
}

card channel_language_card(language spoken, std::string const& command, language in)
{
    return notice(
        prose_of(
            words_in(in).commands.channel_speaks, {{"language", own_name_of(spoken)},
                                                   {"command", command + " language deutsch"},
                                                   {"known", known_languages()}}),
        in);
}

card language_set_card(language spoken, bool already, language in)
{
    auto const& words = words_in(in).commands;
    return notice(
        prose_of(
            already ? words.channel_speaks_already : words.channel_now_speaks,
            {{"language", own_name_of(spoken)}}),
        in);
}

}  // namespace crossroads
