#include "slack/uploads.hpp"

#include "slack/api_answer.hpp"
#include "slack/api_error.hpp"
#include "slack/destination.hpp"
#include "slack/message_blocks.hpp"
#include "words/text.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace crossroads::slack {
namespace {

constexpr std::string_view https = "https://";

/// "https://files.slack.com:8443" of a URL; empty if it has a user, a backslash or anything else a host has
/// not.
std::string_view origin_of(std::string_view url)
{
    auto const scheme = url.find("://");
    if (scheme == std::string_view::npos)
        return {};
    auto const end = std::min(url.find_first_of("/?#", scheme + 3), url.size());
    auto const host = url.substr(scheme + 3, end - scheme - 3);
    constexpr std::string_view of_a_host = "abcdefghijklmnopqrstuvwxyz0123456789.-:[]";
    bool const plain = !host.empty() && host.find_first_not_of(of_a_host) == std::string_view::npos;
    return plain ? url.substr(0, end) : std::string_view();
}

/// "slack.com" of "https://slack.com", with the port if there is one.
std::string_view host_of(std::string_view origin)
{
    return origin.substr(origin.find("://") + 3);
}

/// What a call before the last did can be done again.
delivery_outcome without_doubt(delivery_outcome outcome)
{
    if (std::holds_alternative<outcome_unknown>(outcome))
        return retry_later{};
    return outcome;
}

delivery_outcome for_a_file(delivery_outcome outcome)
{
    if (auto* blocked = std::get_if<installation_blocked>(&outcome);
        blocked && lacks_a_right(blocked->reason))
        return refused_for_good{std::move(blocked->reason)};
    if (auto* gone = std::get_if<send_as_new>(&outcome))
        return refused_for_good{std::move(gone->reason)};
    return outcome;
}

/// Slack has told where to: the bytes go there, without our token.
delivery_outcome send_bytes(web_api const& api, outgoing_message const& out, json const& answer)
{
    auto const& url = text_member(answer, "upload_url");
    auto const& file = text_member(answer, "file_id");
    if (url.empty() || file.empty())
        return refused_for_good{"answer_has_no_upload_url"};
    if (!may_upload_to(url, api.url()))
        return refused_for_good{"upload_url_is_not_slacks"};
    http_call bytes;
    bytes.url = url;
    bytes.headers.emplace_back("Content-Type", out.content.file->media_type);
    bytes.body = out.content.file->content;
    return upload_goes_on{std::move(bytes), {file, false}};
}

delivery_outcome publish(web_api const& api, outgoing_message const& out)
{
    auto const to = destination_of(out);
    if (!to)
        return refused_for_good{"nowhere_to_send"};
    json const files = {{{"id", out.upload->file}, {"title", out.content.file->name}}};
    auto call = api.call(
        "files.completeUploadExternal", {{"files", write_json(files)},
                                         {"channel_id", to->channel},
                                         {"thread_ts", to->thread},
                                         {"initial_comment", message_text(out.content.content)}});
    return upload_goes_on{std::move(call), {out.upload->file, true}};
}

delivery_outcome
outcome_of_bytes(web_api const& api, outgoing_message const& out, http_response const& response)
{
    if (response.status >= 200 && response.status < 300)
        return publish(api, out);
    if (response.status == 408 || response.status == 429 || response.status >= 500)
        return retry_later{asked_to_wait(response)};
    return refused_for_good{status_reason(response)};
}

/// Something between us and Slack answered the bytes in its name. Nothing is shown: all is begun again.
bool bytes_are_not_there(std::optional<json> const& answer)
{
    return answer && text_member(*answer, "error") == "file_not_found";
}

}  // namespace

bool goes_with_a_file(outgoing_message const& out)
{
    return out.content.file && !out.content.edit;
}

std::optional<http_call> call_that_begins_upload(web_api const& api, outgoing_message const& out)
{
    auto const to = destination_of(out);
    if (!to || to->thread.empty() || out.content.who != message::audience::thread)
        return std::nullopt;
    auto const& file = *out.content.file;
    form_fields fields = {{"filename", file.name}, {"length", std::to_string(file.content.size())}};
    if (!file.alt_text.empty())
        fields.emplace_back("alt_txt", file.alt_text);
    return api.call("files.getUploadURLExternal", fields);
}

delivery_outcome
outcome_of_upload(web_api const& api, outgoing_message const& out, http_response const& response)
{
    if (out.upload && !out.upload->publishing)
        return outcome_of_bytes(api, out, response);
    auto const answer = slack_answer(response);
    bool const publishing = out.upload.has_value();
    if (is_success(response, answer))
        return publishing ? delivery_outcome(delivered{}) : send_bytes(api, out, *answer);
    if (publishing && bytes_are_not_there(answer))
        return retry_later{};
    auto failed = for_a_file(outcome_of_failure(response, answer));
    return publishing ? failed : without_doubt(std::move(failed));
}

bool carries_file_of(outgoing_message const& out, json const& posted)
{
    if (!goes_with_a_file(out))
        return false;
    auto const& name = out.content.file->name;
    return std::ranges::any_of(array_member(posted, "files"), [&](json const& file) {
        return text_member(file, "name") == name || text_member(file, "title") == name;
    });
}

bool may_upload_to(std::string_view url, std::string_view api_url)
{
    auto const given = lower(url);
    auto const known = lower(api_url);
    auto const origin = origin_of(given);
    auto const home = origin_of(known);
    if (origin.empty() || home.empty())
        return false;
    if (origin == home)
        return true;
    auto const host = host_of(origin);
    auto const top = host_of(home);
    bool const below =
        host.size() > top.size() + 1 && host.ends_with(top) && host[host.size() - top.size() - 1] == '.';
    return home.starts_with(https) && origin.starts_with(https) && (host == top || below);
}

}  // namespace crossroads::slack
