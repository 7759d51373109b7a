#include "playground/api_method.hpp"
#include "playground/conversation.hpp"
#include "playground/files.hpp"

#include <algorithm>
#include <utility>
#include <variant>

namespace crossroads::playground {
namespace {

constexpr std::int64_t largest_file = std::int64_t{1024} * 1024;  // what the local server takes
constexpr std::size_t room_for_files = std::size_t{16} * 1024 * 1024;
constexpr std::size_t most_files_at_once = 10;

std::size_t room_taken(workspace const& in)
{
    std::size_t bytes = 0;
    for (auto const& [id, file] : in.files)
        bytes += file.length;
    return bytes;
}

json get_upload_url(api_call const& call)
{
    auto const length = number_argument(call, "length").value_or(0);
    if (length <= 0)
        return failure("invalid_arguments", {"[ERROR] must be a positive number [json-pointer:/length]"});
    if (length > largest_file)
        return failure("file_upload_size_restricted");
    if (room_taken(call.in) + static_cast<std::size_t>(length) > room_for_files)
        return failure("storage_limit_reached");
    uploaded_file file;
    file.id = make_id(call.in, "F0");
    file.name = argument(call, "filename");
    file.title = file.name;
    file.alt_text = argument(call, "alt_txt");
    file.length = static_cast<std::size_t>(length);
    file.secret = make_secret(call.in, call.settings);
    file.created = std::chrono::floor<std::chrono::seconds>(call.now).time_since_epoch().count();
    auto answer = success();
    answer["upload_url"] = call.settings.own_url + "/playground/upload/" + file.secret;
    answer["file_id"] = file.id;
    call.in.files.emplace(file.id, std::move(file));
    mark_changed(call.in);
    return answer;
}

/// The files to publish, as named in the argument, with their new titles; empty if it is not understood.
std::vector<std::pair<std::string, std::string>> named_files(api_call const& call)
{
    auto const& given = field_of(call.arguments, "files");
    auto const list = given.is_string() ? read_json(given.get_ref<std::string const&>()) : given;
    std::vector<std::pair<std::string, std::string>> named;
    if (!list || !list->is_array() || list->size() > most_files_at_once)
        return named;
    for (auto const& one : *list)
        named.emplace_back(text_of(one, "id"), text_of(one, "title"));
    return named;
}

bool can_be_published(workspace const& in, std::string const& id)
{
    auto const found = in.files.find(id);
    return found != in.files.end() && found->second.uploaded && !found->second.published;
}

/// Slack shares a file in the channel, or in one of its threads, as a message of the app.
std::variant<message, refusal>
shared_message(api_call const& call, channel const& where, std::vector<std::string> files)
{
    if (!bot_is_member(call.in, where))
        return refusal{"not_in_channel", {}};
    auto thread = resolve_thread(call, where);
    if (auto* refused = std::get_if<refusal>(&thread))
        return std::move(*refused);
    message shared;
    shared.user = call.in.app.bot_user;
    shared.text = argument(call, "initial_comment");
    shared.thread_ts = std::move(std::get<std::string>(thread));
    shared.subtype = "file_share";
    shared.files = std::move(files);
    return shared;
}

json complete_upload(api_call const& call)
{
    auto const named = named_files(call);
    if (named.empty())
        return failure("invalid_arguments", {"[ERROR] must name the files [json-pointer:/files]"});
    std::vector<std::string> ids;
    for (auto const& [id, title] : named) {
        if (!can_be_published(call.in, id) || std::ranges::count(ids, id) > 0)
            return failure("file_not_found");
        ids.push_back(id);
    }
    auto* const where = find_channel(call.in, argument(call, "channel_id"));
    if (!where)
        return failure("channel_not_found");
    auto shared = shared_message(call, *where, ids);
    if (auto const* const refused = std::get_if<refusal>(&shared))
        return failure(*refused);
    auto answer = success();
    for (auto const& [id, title] : named) {
        auto& file = call.in.files.at(id);
        file.published = true;
        if (!title.empty())
            file.title = title;
        answer["files"].push_back(slack_file(file));
    }
    post(call.in, *where, std::move(std::get<message>(shared)), call.now);
    return answer;
}

}  // namespace

std::vector<api_method> file_methods()
{
    return {
        {"files.getUploadURLExternal", get_upload_url, {"filename", "length"}, "files:write", false},
        {"files.completeUploadExternal", complete_upload, {"files"}, "files:write"},
    };
}

}  // namespace crossroads::playground
