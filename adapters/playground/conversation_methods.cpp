#include "playground/api_method.hpp"
#include "playground/conversation.hpp"
#include "playground/paging.hpp"
#include "playground/slack_message.hpp"

#include <algorithm>
#include <utility>
#include <variant>
#include <vector>

namespace crossroads::playground {
namespace {

json channel_shape(workspace const& in, channel const& shown)
{
    json const topic{{"value", shown.topic}, {"creator", ""}, {"last_set", 0}};
    return {
        {"id", shown.id},
        {"name", shown.name},
        {"name_normalized", shown.name},
        {"is_channel", !is_direct(shown)},
        {"is_group", false},
        {"is_im", is_direct(shown)},
        {"is_mpim", false},
        {"is_private", false},
        {"is_archived", false},
        {"is_general", shown.name == "general"},
        {"is_member", bot_is_member(in, shown)},
        {"is_shared", false},
        {"is_ext_shared", false},
        {"is_org_shared", false},
        {"is_pending_ext_shared", false},
        {"pending_shared", json::array()},
        {"context_team_id", in.team.id},
        {"created", shown.created},
        {"creator", in.people.front().id},
        {"unlinked", 0},
        {"topic", topic},
        {"purpose", topic},
        {"previous_names", json::array()},
    };
}

json info(api_call const& call)
{
    auto const* const found = find_channel(call.in, argument(call, "channel"));
    if (!found)
        return failure("channel_not_found");
    auto answer = success();
    answer["channel"] = channel_shape(call.in, *found);
    if (flag_argument(call, "include_num_members"))
        answer["channel"]["num_members"] = found->members.size();
    return answer;
}

json list(api_call const& call)
{
    auto const types = argument(call, "types");
    auto const& in = call.in;
    bool const wanted = types.empty() || types.find("public_channel") != std::string_view::npos;
    std::vector<channel const*> listed;
    for (auto const& one : in.channels)
        if (wanted && !is_direct(one))
            listed.push_back(&one);
    auto const range = read_page(call, listed.size(), 100);
    if (!range)
        return failure("invalid_cursor");
    auto answer = success();
    answer["channels"] = json::array();
    for (auto i = range->first; i < range->last; ++i)
        answer["channels"].push_back(channel_shape(in, *listed[i]));
    answer["response_metadata"]["next_cursor"] = range->next_cursor;
    return answer;
}

json members(api_call const& call)
{
    auto const* const found = find_channel(call.in, argument(call, "channel"));
    if (!found)
        return failure("channel_not_found");
    std::vector<std::string> const all(found->members.begin(), found->members.end());
    auto const range = read_page(call, all.size(), 100);
    if (!range)
        return failure("invalid_cursor");
    auto answer = success();
    answer["members"] = json::array();
    for (auto i = range->first; i < range->last; ++i)
        answer["members"].push_back(all[i]);
    answer["response_metadata"]["next_cursor"] = range->next_cursor;
    return answer;
}

/// The stretch of time asked for; exclusive at both ends unless `inclusive`.
struct time_window {
    std::string oldest;
    std::string latest;
    bool inclusive = false;

    bool holds(std::string const& ts) const
    {
        bool const after = oldest.empty() || ts > oldest || (inclusive && ts == oldest);
        bool const before = latest.empty() || ts < latest || (inclusive && ts == latest);
        return after && before;
    }
};

/// "1767326126" and "1767326126.1" are as good as the full form, which compares as text.
std::optional<std::string> full_ts(std::string_view given)
{
    if (given.empty() || given == "0")
        return std::string();
    auto const dot = std::min(given.find('.'), given.size());
    std::string seconds(given.substr(0, dot));
    std::string micros(given.substr(std::min(dot + 1, given.size())));
    auto const digits = [](std::string const& part) {
        return part.find_first_not_of("0123456789") == std::string::npos;
    };
    if (seconds.empty() || seconds.size() > 10 || !digits(seconds) || !digits(micros))
        return std::nullopt;
    seconds.insert(0, 10 - seconds.size(), '0');
    micros.resize(6, '0');
    return seconds + '.' + micros;
}

std::variant<time_window, refusal> read_window(api_call const& call)
{
    auto const oldest = full_ts(argument(call, "oldest"));
    if (!oldest)
        return refusal{"invalid_ts_oldest", {}};
    auto const latest = full_ts(argument(call, "latest"));
    if (!latest)
        return refusal{"invalid_ts_latest", {}};
    return time_window{*oldest, *latest, flag_argument(call, "inclusive")};
}

json page_of(
    api_call const& call, channel const& where, std::vector<message const*> const& all, std::size_t otherwise,
    grows at)
{
    auto const range = read_page(call, all.size(), otherwise, at);
    if (!range)
        return failure("invalid_cursor");
    auto const detail = flag_argument(call, "include_all_metadata") ? message_detail::in_a_list_with_metadata
                                                                    : message_detail::in_a_list;
    auto answer = success();
    answer["messages"] = json::array();
    for (auto i = range->first; i < range->last; ++i)
        answer["messages"].push_back(slack_message(call.in, where, *all[i], detail));
    answer["has_more"] = !range->next_cursor.empty();
    if (!range->next_cursor.empty())
        answer["response_metadata"]["next_cursor"] = range->next_cursor;
    return answer;
}

json history(api_call const& call)
{
    auto const* const where = find_channel(call.in, argument(call, "channel"));
    if (!where)
        return failure("channel_not_found");
    if (!bot_is_member(call.in, *where))
        return failure("not_in_channel");
    auto const window = read_window(call);
    if (auto const* const refused = std::get_if<refusal>(&window))
        return failure(*refused);
    std::vector<message const*> newest_first;
    for (auto const& [ts, one] : where->messages) {
        bool const in_channel = one.thread_ts.empty() || one.broadcast;
        if (in_channel && !one.deleted && one.only_for.empty() && std::get<time_window>(window).holds(ts))
            newest_first.push_back(&one);
    }
    std::ranges::reverse(newest_first);
    auto answer = page_of(call, *where, newest_first, 100, grows::at_the_start);
    if (answer["ok"] == true)
        answer["pin_count"] = 0;
    return answer;
}

json replies(api_call const& call)
{
    auto const* const where = find_channel(call.in, argument(call, "channel"));
    if (!where)
        return failure("channel_not_found");
    if (!bot_is_member(call.in, *where))
        return failure("not_in_channel");
    auto const* const asked = find_message(*where, argument(call, "ts"));
    if (!asked)
        return failure("thread_not_found");
    auto const window = read_window(call);
    if (auto const* const refused = std::get_if<refusal>(&window))
        return failure(*refused);
    auto const& root_ts = asked->thread_ts.empty() ? asked->ts : asked->thread_ts;
    std::vector<message const*> thread;
    for (auto const& [ts, one] : where->messages) {
        bool const reply = one.thread_ts == root_ts && std::get<time_window>(window).holds(ts);
        if ((ts == root_ts || reply) && !one.deleted && one.only_for.empty())
            thread.push_back(&one);
    }
    return page_of(call, *where, thread, 1000, grows::at_the_end);
}

}  // namespace

std::vector<api_method> conversation_methods()
{
    return {
        {"conversations.info", info, {"channel"}, "channels:read", false},
        {"conversations.list", list, {}, "channels:read", false},
        {"conversations.members", members, {"channel"}, "channels:read", false},
        {"conversations.history", history, {"channel"}, "channels:history", true},
        {"conversations.replies", replies, {"channel", "ts"}, "channels:history", false},
    };
}

}  // namespace crossroads::playground
