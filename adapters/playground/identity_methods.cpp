#include "playground/api_method.hpp"
#include "playground/paging.hpp"

namespace crossroads::playground {
namespace {

json api_test(api_call const& call)
{
    auto const error = argument(call, "error");
    auto answer = error.empty() ? success() : failure(error);
    auto arguments = call.arguments;
    arguments.erase("token");
    if (!arguments.empty())
        answer["args"] = std::move(arguments);
    return answer;
}

json auth_test(api_call const& call)
{
    auto answer = success();
    answer["url"] = "https://" + call.in.team.domain + ".slack.com/";
    answer["team"] = call.in.team.name;
    answer["user"] = "crossroads";
    answer["team_id"] = call.in.team.id;
    answer["user_id"] = call.in.app.bot_user;
    answer["bot_id"] = call.in.app.bot_id;
    answer["is_enterprise_install"] = false;
    return answer;
}

json profile_of(std::string const& name, std::string const& real_name, std::string const& title)
{
    return {
        {"real_name", real_name},
        {"real_name_normalized", real_name},
        {"display_name", name},
        {"display_name_normalized", name},
        {"title", title}};
}

json user_shape(api_call const& call, person const& one, bool is_bot)
{
    json user{
        {"id", one.id},
        {"team_id", call.in.team.id},
        {"name", one.name},
        {"real_name", one.real_name},
        {"deleted", false},
        {"tz", one.time_zone},
        {"tz_label", one.time_zone},
        {"tz_offset", one.seconds_from_utc},
        {"profile", profile_of(one.name, one.real_name, one.title)},
        {"is_admin", one.is == role::admin},
        {"is_owner", false},
        {"is_primary_owner", false},
        {"is_restricted", one.is == role::guest},
        {"is_ultra_restricted", false},
        {"is_bot", is_bot},
        {"is_app_user", false},
        {"updated", 1},
    };
    if (flag_argument(call, "include_locale"))
        user["locale"] = "en-GB";
    return user;
}

person bot_as_person(workspace const& in)
{
    return {in.app.bot_user, "crossroads", in.app.name, "", "", "Etc/UTC", 0};
}

json users_info(api_call const& call)
{
    auto const id = argument(call, "user");
    bool const bot = id == call.in.app.bot_user;
    auto const* const found = find_person(call.in, id);
    if (!found && !bot)
        return failure("user_not_found");
    auto answer = success();
    answer["user"] = user_shape(call, bot ? bot_as_person(call.in) : *found, bot);
    return answer;
}

json users_list(api_call const& call)
{
    auto everyone = call.in.people;
    everyone.push_back(bot_as_person(call.in));
    auto const range = read_page(call, everyone.size(), 100);
    if (!range)
        return failure("invalid_cursor");
    auto answer = success();
    answer["members"] = json::array();
    for (auto i = range->first; i < range->last; ++i)
        answer["members"].push_back(user_shape(call, everyone[i], everyone[i].id == call.in.app.bot_user));
    answer["cache_ts"] = call.in.last_ts / 1'000'000;
    answer["response_metadata"]["next_cursor"] = range->next_cursor;
    return answer;
}

}  // namespace

std::vector<api_method> identity_methods()
{
    return {
        {"api.test", api_test, {}, "", true, false},
        {"auth.test", auth_test, {}, ""},
        {"users.info", users_info, {"user"}, "users:read", false},
        {"users.list", users_list, {}, "users:read", false},
    };
}

}  // namespace crossroads::playground
