#include "commands/teams_app_command.hpp"

#include "teams/app_icons.hpp"
#include "teams/app_manifest.hpp"
#include "teams/app_package.hpp"

#include <ostream>
#include <utility>

namespace crossroads {
namespace {

std::string or_else(std::string const& given, std::string const& otherwise)
{
    return given.empty() ? otherwise : given;
}

teams::app_identity
identity_of(teams_app_command const& asked, std::map<std::string, std::string> const& environment)
{
    auto const set = environment.find("CROSSROADS_TEAMS_APP_ID");
    return {
        or_else(asked.app_id, set == environment.end() ? std::string() : set->second),
        or_else(asked.name, "Assess"),
        or_else(asked.organisation, "Crossroads"),
        asked.website,
        or_else(asked.privacy, asked.website),
        or_else(asked.terms, asked.website),
        or_else(asked.package_version, "1.0.0")};
}

}  // namespace

exit_code write_teams_app(
    teams_app_command const& asked, std::map<std::string, std::string> const& environment, std::ostream& out,
    std::ostream& errors)
{
    auto const who = identity_of(asked, environment);
    if (auto const problem = teams::problem_with(who); !problem.empty()) {
        errors << "crossroads: " << problem << '\n';
        return exit_code::wrong_usage;
    }
    auto const schema = asked.without_slash ? teams::manifest_schema::v1_25 : teams::manifest_schema::v1_29;
    auto const problem = teams::write_zip(
        asked.destination, {{"manifest.json", teams::write_app_manifest(who, schema)},
                            {std::string(teams::colour_icon_file), teams::colour_icon()},
                            {std::string(teams::outline_icon_file), teams::outline_icon()}});
    if (!problem.empty()) {
        errors << "crossroads: cannot write " << asked.destination << ": " << problem << '\n';
        return exit_code::failed;
    }
    out << asked.destination << ": upload it in Teams under Apps, Manage your apps, Upload an app\n";
    out.flush();
    return exit_code::done;
}

}  // namespace crossroads
