#include "playground/workspace.hpp"

#include "playground/signature.hpp"

#include <algorithm>

namespace crossroads::playground {
namespace {

using namespace std::chrono_literals;

channel
new_channel(std::string id, std::string name, std::string topic, std::set<std::string> members, instant now)
{
    channel made;
    made.id = std::move(id);
    made.name = std::move(name);
    made.topic = std::move(topic);
    made.members = std::move(members);
    made.created = std::chrono::floor<std::chrono::seconds>(now).time_since_epoch().count();
    made.revision = 1;
    return made;
}

}  // namespace

workspace new_workspace(instant now)
{
    workspace made;
    made.team = {"T0PLAY000", "Playground", "playground"};
    made.app = {"A0PLAY000", "Crossroads", "B0PLAY000", "U0PLAYBOT"};
    made.people = {
        {"U0PLAYANA", "Ana", "Ana Duarte", "Product", "#0f766e", "Europe/Lisbon", 0},
        {"U0PLAYBEN", "Ben", "Ben Okafor", "Engineering", "#9a3412", "Europe/London", 0},
        {"U0PLAYCHR", "Chris", "Chris Lindqvist", "Design", "#6d28d9", "Europe/Stockholm", 3600},
        {"U0PLAYDAN", "Dana", "Dana Cohen", "Operations, workspace admin", "#9d174d", "America/New_York",
         -18000, role::admin},
        {"U0PLAYGUS", "Gus", "Gus Weber", "Agency, guest", "#1e40af", "Europe/Berlin", 3600, role::guest},
    };
    std::set<std::string> everybody;
    for (auto const& one : made.people)
        everybody.insert(one.id);
    auto with_bot = everybody;
    with_bot.insert(made.app.bot_user);
    made.channels.push_back(new_channel("C0PLAYGEN", "general", "Company-wide news", with_bot, now));
    made.channels.push_back(new_channel("C0PLAYPRO", "product", "What we build next", with_bot, now));
    made.channels.push_back(new_channel("C0PLAYENG", "engineering", "How we build it", with_bot, now));
    made.channels.push_back(new_channel(
        "C0PLAYDES", "design", "The app is not in this channel: /invite it first", everybody, now));
    made.revision = 1;
    return made;
}

person const* find_person(workspace const& in, std::string_view id)
{
    auto const found = std::ranges::find(in.people, id, &person::id);
    return found == in.people.end() ? nullptr : &*found;
}

channel const* find_channel(workspace const& in, std::string_view id)
{
    auto const found = std::ranges::find(in.channels, id, &channel::id);
    return found == in.channels.end() ? nullptr : &*found;
}

channel* find_channel(workspace& in, std::string_view id)
{
    auto const found = std::ranges::find(in.channels, id, &channel::id);
    return found == in.channels.end() ? nullptr : &*found;
}

message const* find_message(channel const& in, std::string_view ts)
{
    auto const found = in.messages.find(std::string(ts));
    bool const shown = found != in.messages.end() && !found->second.deleted && found->second.only_for.empty();
    return shown ? &found->second : nullptr;
}

message* find_message(channel& in, std::string_view ts)
{
    auto const found = in.messages.find(std::string(ts));
    bool const shown = found != in.messages.end() && !found->second.deleted && found->second.only_for.empty();
    return shown ? &found->second : nullptr;
}

bool bot_is_member(workspace const& in, channel const& of)
{
    return of.members.contains(in.app.bot_user);
}

bool is_direct(channel const& one)
{
    return one.id.starts_with('D');
}

bool sees(person const& who, channel const& where)
{
    return !is_direct(where) || where.members.contains(who.id);
}

channel& direct_channel(workspace& in, person const& who, instant now)
{
    auto const known = std::ranges::find_if(
        in.channels, [&who](channel const& one) { return is_direct(one) && sees(who, one); });
    if (known != in.channels.end())
        return *known;
    auto& made = in.channels.emplace_back(new_channel(
        make_id(in, "D"), in.app.name, "What the app tells you alone", {who.id, in.app.bot_user}, now));
    made.revision = mark_changed(in);
    return made;
}

std::uint64_t mark_changed(workspace& in)
{
    return ++in.revision;
}

std::string next_ts(workspace& in, instant now)
{
    in.last_ts = std::max(in.last_ts + 1, std::int64_t{now.time_since_epoch().count()});
    auto const padded = [](std::int64_t number, std::size_t width) {
        auto digits = std::to_string(number);
        return std::string(width - std::min(width, digits.size()), '0') + digits;
    };
    return padded(in.last_ts / 1'000'000, 10) + '.' + padded(in.last_ts % 1'000'000, 6);
}

std::string make_id(workspace& in, std::string_view prefix)
{
    constexpr std::string_view digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    std::string number(8, '0');
    auto rest = ++in.ids_made;
    for (auto digit = number.rbegin(); digit != number.rend(); ++digit, rest /= digits.size())
        *digit = digits[rest % digits.size()];
    return std::string(prefix) + number;
}

std::string make_secret(workspace& in, app_settings const& settings)
{
    return keyed_digest(settings.signing_secret, "playground:" + std::to_string(++in.ids_made)).substr(0, 24);
}

void forget_expired(workspace& in, instant now)
{
    std::erase_if(in.triggers, [now](auto const& one) { return now - one.second.made > 10min; });
    std::erase_if(in.reply_addresses, [now](auto const& one) { return now - one.second.made > 2h; });
}

}  // namespace crossroads::playground
