#include "settings/teams_settings.hpp"

#include "teams/guid.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace crossroads {
namespace {

constexpr std::string_view multi_tenant = "botframework.com";

bool is_domain(std::string_view text)
{
    return text.find('.') != std::string_view::npos && std::ranges::all_of(text, [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                      c == '.' || c == '-';
           });
}

std::vector<std::string> list_of(std::string_view text)
{
    std::vector<std::string> entries;
    while (!text.empty()) {
        auto const comma = std::min(text.find(','), text.size());
        if (comma > 0)
            entries.emplace_back(text.substr(0, comma));
        text.remove_prefix(std::min(comma + 1, text.size()));
    }
    return entries;
}

void read_url(setting_reader& from, std::string const& key, std::string const& example, std::string& into)
{
    from.text(key, into);
    auto const* value = from.find(key);
    if (value != nullptr && !value->text.starts_with("https://") && !value->text.starts_with("http://"))
        from.refuse(*value, "is not a URL", "write it as " + example);
}

void read_ids(setting_reader& from, settings& into)
{
    from.text("teams_app_id", into.teams_app_id);
    from.text("teams_app_password", into.teams_app_password);
    from.text("teams_tenant_id", into.teams_tenant_id);
    auto const* app = from.find("teams_app_id");
    if (app != nullptr && !teams::is_guid(app->text))
        from.refuse(
            *app, "is \"" + app->text + "\"",
            "copy the application (client) id from Microsoft Entra, a GUID");
    auto const* tenant = from.find("teams_tenant_id");
    if (tenant != nullptr && !teams::is_guid(tenant->text) && !is_domain(tenant->text))
        from.refuse(
            *tenant, "is \"" + tenant->text + "\"",
            "copy the directory (tenant) id from Microsoft Entra, a GUID");
}

void read_lists(setting_reader& from, settings& into)
{
    if (auto const* hosts = from.find("teams_service_hosts")) {
        into.teams_service_hosts = list_of(hosts->text);
        bool const has_path = std::ranges::any_of(into.teams_service_hosts, [](std::string const& one) {
            auto const scheme = one.find("://");
            return one.find('/', scheme == std::string::npos ? 0 : scheme + 3) != std::string::npos;
        });
        if (into.teams_service_hosts.empty() || has_path)
            from.refuse(
                *hosts, "is \"" + hosts->text + "\"",
                "write hosts with commas between them, such as smba.trafficmanager.net");
    }
    if (auto const* tenants = from.find("teams_tenants")) {
        into.teams_tenants = list_of(tenants->text);
        bool const all_are_ids = std::ranges::all_of(
            into.teams_tenants, [](std::string const& one) { return one == "*" || teams::is_guid(one); });
        if (into.teams_tenants.empty() || !all_are_ids)
            from.refuse(
                *tenants, "is \"" + tenants->text + "\"",
                "write directory (tenant) ids with commas between them, or * for any");
    }
}

void require_rest(setting_reader& from, settings const& read)
{
    if (read.teams_app_password.empty())
        from.missing(
            "CROSSROADS_TEAMS_APP_PASSWORD", "is not set",
            "make a client secret for the app in Microsoft Entra and copy its value");
    if (read.teams_tenant_id.empty())
        from.missing(
            "CROSSROADS_TEAMS_TENANT_ID", "is not set",
            "copy the directory (tenant) id from the app's overview in Microsoft Entra");
    bool const names_nobody =
        read.teams_tenants.empty() && !read.teams_tenant_id.empty() && !teams::is_guid(read.teams_tenant_id);
    if (names_nobody)
        from.missing(
            "CROSSROADS_TEAMS_TENANTS",
            "is not set, and CROSSROADS_TEAMS_TENANT_ID is " +
                std::string(
                    read.teams_tenant_id == multi_tenant ? "that of every tenant" : "a name, not an id"),
            "list the directory (tenant) ids whose people may use the bot");
}

}  // namespace

void read_teams(setting_reader& from, settings& into)
{
    read_ids(from, into);
    read_url(
        from, "teams_openid_metadata_url",
        "https://login.botframework.com/v1/.well-known/openidconfiguration", into.teams_openid_metadata_url);
    read_url(from, "teams_login_url", "https://login.microsoftonline.com", into.teams_login_url);
    read_lists(from, into);
    if (from.find("teams_app_id") != nullptr) {
        require_rest(from, into);
        return;
    }
    for (auto const& known : setting_descriptions())
        if (auto const* value = from.find(std::string(known.key));
            value != nullptr && known.key.starts_with("teams_"))
            from.refuse(*value, "is set although CROSSROADS_TEAMS_APP_ID is not", "set both, or neither");
}

}  // namespace crossroads
