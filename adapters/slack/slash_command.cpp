#include "slack/slash_command.hpp"

#include "channel/text_length.hpp"
#include "slack/incoming_text.hpp"
#include "slack/mrkdwn.hpp"
#include "slack/verdicts.hpp"
#include "words/catalogue.hpp"

#include <utility>

namespace crossroads::slack {
namespace {

std::string_view field(form_fields const& fields, std::string_view name)
{
    return find_field(fields, name).value_or("");
}

}  // namespace

received decode_command(form_fields const& fields, std::string const& command, language spoken)
{
    constexpr std::string_view kind = "slash_command";
    for (auto const& [name, value] : fields)
        if (!is_utf8(name) || !is_utf8(value))
            return refused("not_utf8", 400);
    if (field(fields, "command") != command) {
        auto const text = mrkdwn(prose_of(words_in(spoken).commands.other_command, {{"command", command}}));
        auto other = ignored(kind);
        other.outcome = json_answer({{"response_type", "ephemeral"}, {"text", text}});
        return other;
    }
    auto const from = origin_of_command(fields);
    auto const trigger = field(fields, "trigger_id");
    inbound typed;
    typed.what.what = typed_command{plain_text_of(trimmed(field(fields, "text"))), true};
    typed.answer_by.came_by = reply_path::origin::command;
    typed.answer_by.trigger = trigger;
    typed.answer_by.response_url = field(fields, "response_url");
    if (!trigger.empty())
        typed.event_keys.push_back(event_key("trigger", from.team, trigger));
    return happened(kind, from, std::move(typed));
}

}  // namespace crossroads::slack
