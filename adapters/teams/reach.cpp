#include "teams/reach.hpp"

#include "channel/text_length.hpp"
#include "words/text.hpp"

#include <utility>

namespace crossroads::teams {
namespace {

constexpr std::size_t most_names = 200;
constexpr std::size_t longest_name = 80;

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

}  // namespace

reach reach_of(activity const& said)
{
    reach news{said.service_url, said.bot, said.where, {}};
    if (auto const name = clean(said.user_name); !name.empty())
        news.names.emplace(said.user, shortened(name, longest_name));
    return news;
}

std::string write_reach(reach const& known)
{
    json const written = {
        {"service_url", known.service_url},
        {"bot", known.bot},
        {"where", name_of(known.where)},
        {"names", known.names}};
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
    return known;
}

reach merged(reach known, reach news)
{
    for (auto const& [id, name] : news.names)
        known.names.insert_or_assign(id, name);
    for (auto one = known.names.begin(); one != known.names.end() && known.names.size() > most_names;)
        one = news.names.contains(one->first) ? std::next(one) : known.names.erase(one);
    news.names = std::move(known.names);
    return news;
}

}  // namespace crossroads::teams
