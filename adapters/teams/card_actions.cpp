#include "teams/card_actions.hpp"

#include "channel/conclusions.hpp"
#include "channel/fingerprint.hpp"
#include "teams/happened.hpp"
#include "teams/invoke_answers.hpp"
#include "words/catalogue.hpp"

#include <utility>

namespace crossroads::teams {
namespace {

using effect = card_action::effect;

happening happening_of(card_answer answer)
{
    auto& what = answer.what;
    switch (what.does) {
    case effect::save_form:
        return form_saved{std::move(what.token), std::move(answer.chosen), std::move(answer.typed)};
    case effect::close_form: return form_closed{std::move(what.token)};
    case effect::press: break;
    }
    pressed press{std::move(what.action), std::move(what.token), {}};
    if (auto const list = answer.chosen.find(press.token); list != answer.chosen.end())
        press.chosen = std::move(list->second);
    return press;
}

/// A repeat may have an id and a time of its own. A card for one person changes with each step: the same
/// action with the same input on the same step is the same event.
std::string step_key(activity const& said, card_answer const& answer)
{
    json const entered = {{"chosen", answer.chosen}, {"typed", answer.typed}};
    auto const data = write_json(write_card_action(answer.what)) + write_json(entered);
    return event_key("step", said, said.user + ":" + fingerprint(data));
}

}  // namespace

received take_card_answer(activity const& said, card_answer answer, std::string_view kind, bool in_answer)
{
    inbound arrived;
    arrived.event_keys.push_back(event_key(kind, said, said.id));
    if (!answer.what.own.empty())
        arrived.event_keys.push_back(step_key(said, answer));
    auto& to = arrived.answer_by;
    to.came_by =
        answer.what.does == effect::press ? reply_path::origin::press : reply_path::origin::submission;
    to.in_answer = in_answer;
    to.own_card = !answer.what.own.empty();
    to.view = to.own_card ? text_member(said.body, "replyToId") : std::string();
    to.view_hash = fingerprint(answer.what.own + ":" + said.id);
    if (!answer.what.about.empty() && answer.what.about != said.conversation) {
        to.direct = said.conversation;
        to.channel = answer.what.about;
        arrived.conversation = conversation_key("teams", said.tenant, answer.what.about);
    }
    arrived.what.what = happening_of(std::move(answer));
    return happened(kind, said, std::move(arrived));
}

http_response stale_card_answer(activity const& said)
{
    auto const in = language_of_locale(text_member(said.body, "locale")).value_or(language::english);
    return message_answer(words_in(in).card.out_of_date);
}

}  // namespace crossroads::teams
