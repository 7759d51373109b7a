#include "teams/replies.hpp"

#include "channel/conclusions.hpp"
#include "teams/adaptive_card.hpp"
#include "teams/connector.hpp"
#include "teams/invoke_answers.hpp"
#include "words/catalogue.hpp"

#include <string>
#include <utility>
#include <variant>

namespace crossroads::teams {
namespace {

/// What is said around the domain's words: in the language of the person's client.
card_words const& words_for(reply_path const& to)
{
    return words_in(language_of_locale(to.locale).value_or(language::english)).card;
}

reach reach_in(reply_path const& to)
{
    return read_reach(to.reach).value_or(reach{});
}

/// A card of this person alone: each action on it leads to the next step.
card_bearing own_bearing(reply_path const& to)
{
    return {to.direct.empty() ? std::string() : to.channel, to.view_hash};
}

json own_card(card const& content, reply_path const& to)
{
    auto const where = reach_in(to);
    return adaptive_card(content, {where.names, own_bearing(to)});
}

json own_card(form const& content, reply_path const& to)
{
    auto const where = reach_in(to);
    return adaptive_card(content, {where.names, own_bearing(to)});
}

card closed_card(reply_path const& to)
{
    card content;
    content.summary = words_for(to).closed.text();
    content.blocks.emplace_back(paragraph{{plain(content.summary)}});
    return content;
}

std::string errors_in(refuse_form const& refusal)
{
    std::string text;
    for (auto const& [token, error] : refusal.errors)
        text.append(text.empty() ? "" : " ").append(error);
    return text;
}

bool is_submission(reply_path const& to)
{
    return to.came_by == reply_path::origin::submission;
}

struct answer_writer {
    reply_path const& to;

    http_response operator()(nothing_to_say const&) const
    {
        return to.own_card && is_submission(to) ? card_answer_with(own_card(closed_card(to), to))
                                                : message_answer(words_for(to).noted);
    }

    http_response operator()(say_privately const& said) const
    {
        if (to.own_card)
            return card_answer_with(own_card(said.content, to));
        auto const text = whole_text_of(said.content, reach_in(to).names);
        return message_answer(text.empty() ? words_for(to).below : std::string_view(text));
    }

    http_response operator()(open_form const& said) const { return form_answer(said.content); }

    http_response operator()(show_next_form const& said) const { return form_answer(said.content); }

    http_response operator()(close_form const&) const
    {
        return card_answer_with(own_card(closed_card(to), to));
    }

    http_response operator()(refuse_form const& said) const { return error_answer(errors_in(said)); }

    http_response form_answer(form const& content) const
    {
        return to.own_card ? card_answer_with(own_card(content, to)) : message_answer(words_for(to).below);
    }
};

/// Where a private message to the person goes.
place private_place(reply_path const& to)
{
    if (!to.direct.empty())
        return {to.direct, {}};
    return {thread_id(to.channel, to.thread), to.alone ? std::string() : to.user};
}

/// In the place of the card acted on where that is the person's own, else in a message of its own.
std::optional<http_call> private_call(json card, std::string const& summary, reply_path const& to)
{
    auto const where = reach_in(to);
    if (where.service_url.empty() || to.user.empty())
        return std::nullopt;
    auto message = card_message(std::move(card), summary);
    if (to.own_card && !to.view.empty())
        return put_message(where, private_place(to), to.view, std::move(message));
    return post_message(where, private_place(to), std::move(message));
}

struct call_writer {
    reply_path const& to;

    std::optional<http_call> operator()(nothing_to_say const&) const
    {
        return is_submission(to) ? close() : std::nullopt;
    }

    std::optional<http_call> operator()(say_privately const& said) const
    {
        auto const names = reach_in(to).names;
        bool const is_said = to.in_answer && (to.own_card || !whole_text_of(said.content, names).empty());
        if (is_said)
            return std::nullopt;
        return private_call(own_card(said.content, to), summary_of(said.content, names), to);
    }

    std::optional<http_call> operator()(open_form const& said) const { return show(said.content); }

    std::optional<http_call> operator()(show_next_form const& said) const { return show(said.content); }

    std::optional<http_call> operator()(close_form const&) const { return close(); }

    std::optional<http_call> operator()(refuse_form const& said) const
    {
        if (to.in_answer)
            return std::nullopt;
        card content;
        content.summary = errors_in(said);
        content.blocks.emplace_back(paragraph{{plain(content.summary)}});
        auto beside = to;  // the form stays, with everything in it
        beside.own_card = false;
        return private_call(own_card(content, beside), content.summary, beside);
    }

    std::optional<http_call> show(form const& content) const
    {
        if (to.in_answer && to.own_card)
            return std::nullopt;
        return private_call(own_card(content, to), content.title, to);
    }

    std::optional<http_call> close() const
    {
        if (to.in_answer || !to.own_card || to.view.empty())
            return std::nullopt;
        auto const content = closed_card(to);
        return private_call(own_card(content, to), content.summary, to);
    }
};

}  // namespace

http_response answer_to(reply const& said, reply_path const& to)
{
    return to.in_answer ? std::visit(answer_writer{to}, said) : empty_answer();
}

std::optional<http_call> call_for_reply(reply const& said, reply_path const& to)
{
    return std::visit(call_writer{to}, said);
}

}  // namespace crossroads::teams
