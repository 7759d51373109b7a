#include "teams/reach.hpp"

#include "channel/text_length.hpp"
#include "words/text.hpp"

#include <charconv>
#include <cstdint>
#include <system_error>
#include <utility>

namespace crossroads::teams {
namespace {

constexpr std::size_t most_people = 200;
constexpr std::size_t longest_name = 80;
constexpr std::size_t longest_locale = 35;
constexpr int widest_offset = 14 * 3'600;  // of any place on Earth

std::string_view name_of(chat where)
{
    switch (where) {
    case chat::personal: return "personal";
    case chat::group: return "group";
    case chat::channel: return "channel";
    }
    return "personal";
}

chat chat_named(std::string_view name)
{
    if (name == "channel")
        return chat::channel;
    return name == "group" ? chat::group : chat::personal;
}

std::optional<int> number_in(std::string_view two_digits)
{
    int number = 0;
    auto const* const end = two_digits.data() + two_digits.size();
    auto const [stop, problem] = std::from_chars(two_digits.data(), end, number);
    return problem == std::errc() && stop == end ? std::optional(number) : std::nullopt;
}

/// Of "2026-11-23T08:05:00.1-08:00", the local time of whoever wrote.
std::optional<int> offset_in(std::string_view local_time)
{
    constexpr std::size_t length = 6;  // "-08:00"
    if (local_time.size() <= length)
        return std::nullopt;
    auto const offset = local_time.substr(local_time.size() - length);
    bool const is_offset = (offset[0] == '+' || offset[0] == '-') && offset[3] == ':';
    auto const hours = number_in(offset.substr(1, 2));
    auto const minutes = number_in(offset.substr(4, 2));
    if (!is_offset || !hours || !minutes)
        return std::nullopt;
    auto const seconds = *hours * 3'600 + *minutes * 60;
    if (*hours < 0 || *minutes < 0 || seconds > widest_offset)
        return std::nullopt;
    return offset[0] == '-' ? -seconds : seconds;
}

client_settings client_of(json const& body)
{
    auto const& locale = text_member(body, "locale");
    return {
        locale.size() <= longest_locale ? clean(locale) : std::string(),
        offset_in(text_member(body, "localTimestamp"))};
}

client_settings client_in(json const& written)
{
    client_settings read{text_member(written, "locale"), std::nullopt};
    auto const& offset = member(written, "utc_offset");
    if (offset.is_number_integer())
        read.utc_offset = static_cast<int>(offset.get<std::int64_t>());
    return read;
}

json write_clients(std::map<std::string, client_settings> const& clients)
{
    auto written = json::object();
    for (auto const& [id, client] : clients) {
        written[id] = {{"locale", client.locale}};
        if (client.utc_offset)
            written[id]["utc_offset"] = *client.utc_offset;
    }
    return written;
}

/// The news over what was known, and no more people than there is room for.
template <class Known>
void join(std::map<std::string, Known>& known, std::map<std::string, Known> const& news)
{
    for (auto const& [id, one] : news)
        known.insert_or_assign(id, one);
    for (auto one = known.begin(); one != known.end() && known.size() > most_people;)
        one = news.contains(one->first) ? std::next(one) : known.erase(one);
}

}  // namespace

reach reach_of(activity const& said)
{
    reach news{said.service_url, said.bot, said.where, {}};
    if (auto const name = clean(said.user_name); !name.empty())
        news.names.emplace(said.user, shortened(name, longest_name));
    if (auto const client = client_of(said.body); client != client_settings{})
        news.clients.emplace(said.user, client);
    return news;
}

std::string write_reach(reach const& known)
{
    json const written = {
        {"service_url", known.service_url},
        {"bot", known.bot},
        {"where", name_of(known.where)},
        {"names", known.names},
        {"clients", write_clients(known.clients)}};
    return write_json(written);
}

std::optional<reach> read_reach(std::string_view text)
{
    auto const parsed = parse_json(text);
    if (!parsed || text_member(*parsed, "service_url").empty())
        return std::nullopt;
    reach known{
        text_member(*parsed, "service_url"),
        text_member(*parsed, "bot"),
        chat_named(text_member(*parsed, "where")),
        {}};
    auto const& names = member(*parsed, "names");
    if (names.is_object())
        for (auto const& [id, name] : names.items())
            if (auto const* shown = name.get_ptr<json::string_t const*>())
                known.names.emplace(id, *shown);
    auto const& clients = member(*parsed, "clients");
    if (clients.is_object())
        for (auto const& [id, client] : clients.items())
            known.clients.emplace(id, client_in(client));
    return known;
}

reach merged(reach known, reach news)
{
    join(known.names, news.names);
    join(known.clients, news.clients);
    news.names = std::move(known.names);
    news.clients = std::move(known.clients);
    return news;
}

}  // namespace crossroads::teams
