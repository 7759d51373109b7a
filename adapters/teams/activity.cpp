#include "teams/activity.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace crossroads::teams {
namespace {

constexpr std::string_view thread_mark = ";messageid=";
constexpr std::size_t longest_id = 512;

std::string const& id_in(json const& body, std::string_view name)
{
    return text_member(member(body, name), "id");
}

std::string const& tenant_of_activity(json const& body)
{
    auto const& here = text_member(member(body, "conversation"), "tenantId");
    return here.empty() ? id_in(member(body, "channelData"), "tenant") : here;
}

/// Older activities do not say what kind of conversation it is.
chat kind_of(json const& body)
{
    auto const& conversation = member(body, "conversation");
    auto const& kind = text_member(conversation, "conversationType");
    if (kind == "personal")
        return chat::personal;
    if (kind == "groupChat")
        return chat::group;
    auto const& data = member(body, "channelData");
    bool const in_a_team = !id_in(data, "channel").empty() || !id_in(data, "team").empty();
    if (kind == "channel" || in_a_team || !take_apart(text_member(conversation, "id")).root.empty())
        return chat::channel;
    return flag_member(conversation, "isGroup") ? chat::group : chat::personal;
}

bool is_number(std::string_view text)
{
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos &&
           text.find_first_not_of('0') != std::string_view::npos;
}

bool is_too_long(activity const& read)
{
    auto const& [body, type, id, url, user, user_name, bot, bot_name, tenant, conversation, thread, where, targeted] =
        read;
    return std::ranges::any_of(
        std::array{&type, &id, &user, &bot, &tenant, &conversation, &thread},
        [](std::string const* one) { return one->size() > longest_id; });
}

}  // namespace

std::string const& channel_of(json const& body)
{
    return text_member(body, "channelId");
}

thread_address take_apart(std::string_view conversation_id)
{
    auto const mark = conversation_id.find(';');
    if (mark == std::string_view::npos)
        return {conversation_id, {}};
    auto rest = conversation_id.substr(mark);
    auto const root = rest.starts_with(thread_mark) ? rest.substr(thread_mark.size()) : std::string_view();
    return {conversation_id.substr(0, mark), is_number(root) ? root : std::string_view()};
}

std::string thread_id(std::string_view conversation, std::string_view root)
{
    auto id = std::string(take_apart(conversation).conversation);
    if (!root.empty())
        id.append(thread_mark).append(root);
    return id;
}

std::variant<activity, std::string_view> read_activity(json body)
{
    auto const& conversation = id_in(body, "conversation");
    auto const place = take_apart(conversation);
    activity read;
    read.type = text_member(body, "type");
    read.id = text_member(body, "id");
    read.service_url = text_member(body, "serviceUrl");
    read.user = id_in(body, "from");
    read.user_name = text_member(member(body, "from"), "name");
    read.bot = id_in(body, "recipient");
    read.bot_name = text_member(member(body, "recipient"), "name");
    read.tenant = tenant_of_activity(body);
    read.conversation = place.conversation;
    read.where = kind_of(body);
    if (read.where == chat::channel)
        read.thread = place.root;
    read.targeted = flag_member(member(body, "recipient"), "isTargeted");

    using named = std::pair<std::string_view, std::string const*>;
    for (auto const& [name, value] :
         {named{"channelId", &channel_of(body)}, named{"serviceUrl", &read.service_url},
          named{"type", &read.type}, named{"id", &read.id}, named{"from", &read.user},
          named{"recipient", &read.bot}, named{"conversation", &read.conversation},
          named{"tenant", &read.tenant}})
        if (value->empty())
            return name;
    if (is_too_long(read))
        return std::string_view("short_ids");
    read.body = std::move(body);
    return read;
}

}  // namespace crossroads::teams
