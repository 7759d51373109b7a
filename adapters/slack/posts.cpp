#include "slack/posts.hpp"

#include "channel/json_reading.hpp"
#include "slack/api_answer.hpp"
#include "slack/api_error.hpp"
#include "slack/destination.hpp"
#include "slack/element_ids.hpp"
#include "slack/message_blocks.hpp"
#include "slack/profile.hpp"
#include "slack/uploads.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace crossroads::slack {
namespace {

constexpr std::string_view metadata_event = "crossroads_message";
constexpr std::chrono::seconds clock_tolerance{10};
constexpr std::string_view look_up_page = "200";

using audience = message::audience;

/// Nobody can edit an ephemeral message, direct ones are not edited, and a question for a profile is none.
bool is_private(outgoing_message const& out)
{
    return out.content.who == audience::one_person || out.content.who == audience::direct ||
           out.content.who == audience::profile;
}

bool is_edit(outgoing_message const& out)
{
    return out.content.edit && !is_private(out);
}

bool goes_to_thread(outgoing_message const& out)
{
    auto const who = out.content.who;
    return !is_edit(out) && (who == audience::thread || who == audience::thread_and_channel);
}

form_fields content_of(outgoing_message const& out)
{
    form_fields fields;
    fields.emplace_back("text", message_text(out.content.content));
    auto blocks = message_blocks(out.content.content);
    if (auto const channel = channel_of(out); channel && out.content.who == audience::direct)
        name_channel(blocks, *channel);
    if (!blocks.empty())
        fields.emplace_back("blocks", write_json(blocks));
    return fields;
}

void add_metadata(form_fields& fields, outgoing_message const& out)
{
    json const metadata = {{"event_type", metadata_event}, {"event_payload", {{"id", out.id}}}};
    fields.emplace_back("metadata", write_json(metadata));
}

std::optional<http_call> call_that_edits(web_api const& api, outgoing_message const& out)
{
    auto const channel = channel_of(out);
    auto const shown = out.sent.find(out.content.slot);
    if (!channel || shown == out.sent.end() || shown->second.empty())
        return std::nullopt;
    auto fields = content_of(out);
    add_metadata(fields, out);
    fields.emplace_back("channel", *channel);
    fields.emplace_back("ts", shown->second);
    return api.call("chat.update", fields);
}

bool lost_its_thread(outgoing_message const& out, json const& answer)
{
    auto const& posted = member(answer, "message");
    return goes_to_thread(out) && posted.is_object() && text_member(posted, "thread_ts").empty();
}

delivery_outcome outcome_of_success(web_api const& api, outgoing_message const& out, json const& answer)
{
    if (is_private(out))
        return delivered{};
    auto const& ts = text_member(answer, "ts");
    if (ts.empty())
        return outcome_unknown{"answer_has_no_ts"};
    if (!lost_its_thread(out, answer))
        return delivered{ts};
    auto channel = text_member(answer, "channel");
    if (channel.empty())
        channel = destination_of(out).value_or(destination{}).channel;
    return refused_for_good{"thread_root_gone", api.call("chat.delete", {{"channel", channel}, {"ts", ts}})};
}

std::string seconds_as_ts(std::chrono::sys_seconds at)
{
    return std::to_string(at.time_since_epoch().count()) + ".000000";
}

/// From where a look-up reads. Our clock may have been ahead of Slack's at the attempt, so that Slack's times
/// alone say what came before: the newest message this conversation has sent is older than the one looked
/// for.
std::string look_up_from(outgoing_message const& out, std::chrono::sys_seconds since)
{
    auto const is_earlier = [](std::string const& one, std::string const& other) {
        return std::pair(one.size(), one) < std::pair(other.size(), other);
    };
    std::string newest;
    for (auto const& [slot, ts] : out.sent)
        if (slot != channel_slot)
            newest = std::max(newest, ts, is_earlier);
    auto from = seconds_as_ts(since - clock_tolerance);
    return newest.empty() ? from : std::min(newest, from, is_earlier);
}

}  // namespace

std::optional<http_call> call_that_sends(web_api const& api, outgoing_message const& out)
{
    if (is_edit(out))
        return call_that_edits(api, out);
    if (out.content.who == audience::profile)
        return call_for_profile(api, out.content.to);
    if (goes_with_a_file(out))
        return call_that_begins_upload(api, out);
    auto const to = destination_of(out);
    if (!to)
        return std::nullopt;
    if (is_private(out) && out.content.to.empty())
        return std::nullopt;
    auto fields = content_of(out);
    fields.emplace_back("channel", to->channel);
    if (!to->thread.empty())
        fields.emplace_back("thread_ts", to->thread);
    if (out.content.who == audience::one_person) {
        fields.emplace_back("user", out.content.to);
        return api.call("chat.postEphemeral", fields);
    }
    if (out.content.who == audience::thread_and_channel)
        fields.emplace_back("reply_broadcast", "true");
    fields.emplace_back("unfurl_links", "false");
    fields.emplace_back("unfurl_media", "false");
    add_metadata(fields, out);
    return api.call("chat.postMessage", fields);
}

delivery_outcome outcome_of(web_api const& api, outgoing_message const& out, http_response const& response)
{
    if (goes_with_a_file(out))
        return outcome_of_upload(api, out, response);
    auto const answer = slack_answer(response);
    bool const slack_decided = answer && response.status != 429 && response.status < 500;
    if (slack_decided && out.content.who == audience::profile) {
        auto const address = parse_conversation_key(out.conversation);
        return profile_in(*answer, out.content.to, address ? address->tenant : std::string());
    }
    if (is_success(response, answer))
        return outcome_of_success(api, out, *answer);
    auto outcome = outcome_of_failure(response, answer);
    auto* gone = std::get_if<send_as_new>(&outcome);
    if (gone != nullptr && !is_edit(out))
        return refused_for_good{std::move(gone->reason)};
    return outcome;
}

std::optional<http_call>
call_that_looks_up(web_api const& api, outgoing_message const& out, std::chrono::sys_seconds since)
{
    if (is_edit(out) || is_private(out))
        return std::nullopt;
    auto const to = destination_of(out);
    if (!to)
        return std::nullopt;
    form_fields fields = {
        {"channel", to->channel},
        {"oldest", look_up_from(out, since)},
        {"include_all_metadata", "true"},
        {"limit", std::string(look_up_page)}};
    if (to->thread.empty())
        return api.call("conversations.history", fields);
    fields.emplace_back("ts", to->thread);
    return api.call("conversations.replies", fields);
}

look_up_outcome outcome_of_look_up(outgoing_message const& out, http_response const& response)
{
    auto const answer = slack_answer(response);
    if (response.status == 429 || response.status >= 500 || !answer)
        return retry_later{asked_to_wait(response)};
    if (!flag_member(*answer, "ok")) {
        auto const& error = text_member(*answer, "error");
        auto const kind = class_of(error);
        if (kind == error_class::wait || kind == error_class::maybe_done)
            return retry_later{asked_to_wait(response)};
        if (kind == error_class::installation && !lacks_a_right(error))
            return installation_blocked{error_code(error)};
        return not_there{};  // no right to read the channel, for one: sending again may double, losing is
                             // worse
    }
    std::string first;
    for (auto const& posted : array_member(*answer, "messages")) {
        auto const& payload = member(member(posted, "metadata"), "event_payload");
        auto const& ts = text_member(posted, "ts");
        bool const ours = text_member(payload, "id") == out.id || carries_file_of(out, posted);
        if (ours && !ts.empty() && (first.empty() || ts < first))
            first = ts;
    }
    if (first.empty())
        return not_there{};
    return delivered{first};
}

}  // namespace crossroads::slack
