#include "playground/api_method.hpp"

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
        {"is_admin", false},
        {"is_owner", false},
        {"is_primary_owner", false},
        {"is_restricted", false},
        {"is_ultra_restricted", false},
        {"is_bot", is_bot},
        {"is_app_user", false},
        {"updated", 1},
    };
    if (flag_argument(call, "include_locale"))
        user["locale"] = "en-GB";
    return user;
}

json users_info(api_call const& call)
{
    auto const id = argument(call, "user");
    auto answer = success();
    if (auto const* const found = find_person(call.in, id)) {
        answer["user"] = user_shape(call, *found, false);
        return answer;
    }
    if (id != call.in.app.bot_user)
        return failure("user_not_found");
    person const bot{call.in.app.bot_user, "crossroads", call.in.app.name, "", "", "Etc/UTC", 0};
    answer["user"] = user_shape(call, bot, true);
    return answer;
}

}  // namespace

std::vector<api_method> identity_methods()
{
    return {
        {"api.test", api_test, {}, "", true, false},
        {"auth.test", auth_test, {}, ""},
        {"users.info", users_info, {"user"}, "users:read", false},
    };
}

}  // namespace crossroads::playground
