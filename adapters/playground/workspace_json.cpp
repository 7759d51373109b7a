#include "channel/base64.hpp"
#include "playground/workspace.hpp"

#include <utility>

namespace crossroads::playground {
namespace {

constexpr int schema = 1;

json write_instant(instant at)
{
    return at.time_since_epoch().count();
}

instant read_instant(json const& value)
{
    return instant(std::chrono::microseconds(value.get<std::int64_t>()));
}

json write(uploaded_file const& one)
{
    return {
        {"id", one.id},
        {"name", one.name},
        {"title", one.title},
        {"alt_text", one.alt_text},
        {"length", one.length},
        {"secret", one.secret},
        {"bytes", encode_base64(one.bytes)},
        {"uploaded", one.uploaded},
        {"published", one.published},
        {"created", one.created}};
}

uploaded_file read_file(json const& from)
{
    uploaded_file one;
    from.at("id").get_to(one.id);
    from.at("name").get_to(one.name);
    from.at("title").get_to(one.title);
    from.at("alt_text").get_to(one.alt_text);
    from.at("length").get_to(one.length);
    from.at("secret").get_to(one.secret);
    one.bytes = decode_base64(from.at("bytes").get<std::string>()).value_or("");
    from.at("uploaded").get_to(one.uploaded);
    from.at("published").get_to(one.published);
    from.at("created").get_to(one.created);
    return one;
}

json write(message const& one)
{
    json written = {
        {"ts", one.ts},
        {"user", one.user},
        {"text", one.text},
        {"blocks", one.blocks},
        {"metadata", one.metadata},
        {"thread_ts", one.thread_ts},
        {"broadcast", one.broadcast},
        {"subtype", one.subtype},
        {"client_msg_id", one.client_msg_id},
        {"edited_by", one.edited_by},
        {"edited_ts", one.edited_ts},
        {"only_for", one.only_for},
        {"deleted", one.deleted},
        {"revision", one.revision}};
    if (!one.files.empty())
        written["files"] = one.files;
    return written;
}

message read_message(json const& from)
{
    message one;
    from.at("ts").get_to(one.ts);
    from.at("user").get_to(one.user);
    from.at("text").get_to(one.text);
    one.blocks = from.at("blocks");
    one.metadata = from.at("metadata");
    from.at("thread_ts").get_to(one.thread_ts);
    from.at("broadcast").get_to(one.broadcast);
    from.at("subtype").get_to(one.subtype);
    from.at("client_msg_id").get_to(one.client_msg_id);
    from.at("edited_by").get_to(one.edited_by);
    from.at("edited_ts").get_to(one.edited_ts);
    from.at("only_for").get_to(one.only_for);
    from.at("deleted").get_to(one.deleted);
    from.at("revision").get_to(one.revision);
    if (from.contains("files"))
        from.at("files").get_to(one.files);
    return one;
}

json write(channel const& one)
{
    json messages = json::array();
    for (auto const& [ts, content] : one.messages)
        messages.push_back(write(content));
    return {
        {"id", one.id},
        {"name", one.name},
        {"topic", one.topic},
        {"created", one.created},
        {"members", one.members},
        {"messages", std::move(messages)},
        {"revision", one.revision}};
}

channel read_channel(json const& from)
{
    channel one;
    from.at("id").get_to(one.id);
    from.at("name").get_to(one.name);
    from.at("topic").get_to(one.topic);
    from.at("created").get_to(one.created);
    from.at("members").get_to(one.members);
    from.at("revision").get_to(one.revision);
    for (auto const& content : from.at("messages")) {
        auto read = read_message(content);
        auto ts = read.ts;
        one.messages.emplace(std::move(ts), std::move(read));
    }
    return one;
}

json write(person const& one)
{
    return {
        {"id", one.id},
        {"name", one.name},
        {"real_name", one.real_name},
        {"title", one.title},
        {"colour", one.colour},
        {"time_zone", one.time_zone},
        {"seconds_from_utc", one.seconds_from_utc},
        {"role", one.is == role::admin   ? "admin"
                 : one.is == role::guest ? "guest"
                                         : "member"}};
}

person read_person(json const& from)
{
    person one;
    from.at("id").get_to(one.id);
    from.at("name").get_to(one.name);
    from.at("real_name").get_to(one.real_name);
    from.at("title").get_to(one.title);
    from.at("colour").get_to(one.colour);
    from.at("time_zone").get_to(one.time_zone);
    from.at("seconds_from_utc").get_to(one.seconds_from_utc);
    auto const is = from.value("role", std::string());  // a workspace of an earlier version has none
    one.is = is == "admin" ? role::admin : is == "guest" ? role::guest : role::member;
    return one;
}

json write(modal_stack const& stack)
{
    json open = json::array();
    for (auto const& one : stack.open)
        open.push_back(
            {{"id", one.id},
             {"view", one.view},
             {"values", one.values},
             {"hash", one.hash},
             {"root_id", one.root_id},
             {"previous_id", one.previous_id}});
    return {{"open", std::move(open)}, {"revision", stack.revision}};
}

modal_stack read_modals(json const& from)
{
    modal_stack stack;
    from.at("revision").get_to(stack.revision);
    for (auto const& written : from.at("open")) {
        modal one;
        written.at("id").get_to(one.id);
        one.view = written.at("view");
        one.values = written.at("values");
        written.at("hash").get_to(one.hash);
        written.at("root_id").get_to(one.root_id);
        written.at("previous_id").get_to(one.previous_id);
        stack.open.push_back(std::move(one));
    }
    return stack;
}

json write(trigger const& one)
{
    return {{"person", one.person}, {"made", write_instant(one.made)}, {"used", one.used}};
}

trigger read_trigger(json const& from)
{
    return {from.at("person").get<std::string>(), read_instant(from.at("made")), from.at("used").get<bool>()};
}

json write(reply_address const& one)
{
    return {{"person", one.person},       {"channel", one.channel},          {"message_ts", one.message_ts},
            {"thread_ts", one.thread_ts}, {"made", write_instant(one.made)}, {"uses", one.uses}};
}

reply_address read_reply_address(json const& from)
{
    return {
        from.at("person").get<std::string>(),
        from.at("channel").get<std::string>(),
        from.at("message_ts").get<std::string>(),
        from.at("thread_ts").get<std::string>(),
        read_instant(from.at("made")),
        from.at("uses").get<int>()};
}

json write(event_delivery const& one)
{
    return {
        {"id", one.id},
        {"body", one.body},
        {"attempts", one.attempts},
        {"due", write_instant(one.due)},
        {"failure", one.failure}};
}

event_delivery read_delivery(json const& from)
{
    return {
        from.at("id").get<std::string>(), from.at("body").get<std::string>(), from.at("attempts").get<int>(),
        read_instant(from.at("due")), from.at("failure").get<std::string>()};
}

template <class Map>
json write_map(Map const& from)
{
    json written = json::object();
    for (auto const& [key, value] : from)
        written[key] = write(value);
    return written;
}

template <class List>
json write_list(List const& from)
{
    json written = json::array();
    for (auto const& value : from)
        written.push_back(write(value));
    return written;
}

/// Throws json::exception where a field is missing or of another type.
workspace read(json const& state)
{
    workspace all;
    auto const& team = state.at("team");
    all.team = {
        team.at("id").get<std::string>(), team.at("name").get<std::string>(),
        team.at("domain").get<std::string>()};
    auto const& app = state.at("app");
    all.app = {
        app.at("id").get<std::string>(), app.at("name").get<std::string>(),
        app.at("bot_id").get<std::string>(), app.at("bot_user").get<std::string>()};
    for (auto const& one : state.at("people"))
        all.people.push_back(read_person(one));
    for (auto const& one : state.at("channels"))
        all.channels.push_back(read_channel(one));
    for (auto const& [id, one] : state.at("modals").items())
        all.modals.emplace(id, read_modals(one));
    for (auto const& [id, one] : state.at("triggers").items())
        all.triggers.emplace(id, read_trigger(one));
    for (auto const& [id, one] : state.at("reply_addresses").items())
        all.reply_addresses.emplace(id, read_reply_address(one));
    for (auto const& one : state.at("deliveries"))
        all.deliveries.push_back(read_delivery(one));
    if (state.contains("files"))  // a workspace of an earlier version has none
        for (auto const& [id, one] : state.at("files").items())
            all.files.emplace(id, read_file(one));
    state.at("last_ts").get_to(all.last_ts);
    state.at("ids_made").get_to(all.ids_made);
    state.at("revision").get_to(all.revision);
    return all;
}

}  // namespace

json write_workspace(workspace const& all)
{
    json written = {
        {"schema", schema},
        {"team", {{"id", all.team.id}, {"name", all.team.name}, {"domain", all.team.domain}}},
        {"app",
         {{"id", all.app.id},
          {"name", all.app.name},
          {"bot_id", all.app.bot_id},
          {"bot_user", all.app.bot_user}}},
        {"people", write_list(all.people)},
        {"channels", write_list(all.channels)},
        {"modals", write_map(all.modals)},
        {"triggers", write_map(all.triggers)},
        {"reply_addresses", write_map(all.reply_addresses)},
        {"deliveries", write_list(all.deliveries)},
        {"last_ts", all.last_ts},
        {"ids_made", all.ids_made},
        {"revision", all.revision},
    };
    if (!all.files.empty())
        written["files"] = write_map(all.files);
    return written;
}

std::optional<workspace> read_workspace(json const& state)
{
    if (!state.is_object() || !state.contains("schema") || state["schema"] != schema)
        return std::nullopt;
    try {
        auto all = read(state);
        return all.people.empty() ? std::nullopt : std::optional(std::move(all));
    } catch (json::exception const&) {
        return std::nullopt;
    }
}

}  // namespace crossroads::playground
