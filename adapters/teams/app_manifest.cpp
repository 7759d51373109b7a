#include "teams/app_manifest.hpp"

#include "channel/json_reading.hpp"
#include "teams/guid.hpp"
#include "words/text.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace crossroads::teams {
namespace {

constexpr std::size_t longest_name = 30;
constexpr std::size_t longest_organisation = 32;
constexpr std::size_t longest_url = 2048;

std::string_view number_of(manifest_schema schema)
{
    switch (schema) {
    case manifest_schema::v1_25: return "1.25";
    case manifest_schema::v1_29: return "1.29";
    }
    return "1.29";
}

json commands(std::string_view name)
{
    using described = std::pair<std::string_view, std::string>;
    auto list = json::array();
    for (auto const& [title, description] :
         {described{"start", "Begin an assessment here: start, and the name of the product"},
          described{"answer", "Answer the next open question, for your eyes only"},
          described{"status", "Who has answered and what is still open"},
          described{"results", "The result, and what it rests on"},
          described{"help", "What " + std::string(name) + " can do"}})
        list.push_back({{"title", title}, {"description", description}});
    return list;
}

/// In a team and in a group chat commands come by mention, and in the newer schema by slash as well.
json command_lists(std::string_view name, manifest_schema schema)
{
    json together = {{"scopes", {"team", "groupChat"}}, {"commands", commands(name)}};
    if (schema == manifest_schema::v1_29)
        together["triggers"] = {"mention", "slash"};
    json const alone = {{"scopes", {"personal"}}, {"commands", commands(name)}};
    return json::array({std::move(together), alone});
}

json bot(app_identity const& who, manifest_schema schema)
{
    json described = {
        {"botId", who.app_id},
        {"scopes", {"team", "groupChat", "personal"}},
        {"isNotificationOnly", false},
        {"supportsFiles", false},
        {"commandLists", command_lists(who.name, schema)}};
    if (schema == manifest_schema::v1_29)
        described["supportsTargetedMessages"] = true;
    return described;
}

/// To see replies that do not mention the bot; a team's owner, or an admin, agrees when it is installed.
json permissions_of_a_place()
{
    auto asked = json::array();
    for (auto const* name : {"ChannelMessage.Read.Group", "ChatMessage.Read.Chat"})
        asked.push_back({{"name", name}, {"type", "Application"}});
    return {{"permissions", {{"resourceSpecific", std::move(asked)}}}};
}

/// "1.0.12"
bool is_version(std::string_view text)
{
    constexpr std::size_t longest = 20;
    int numbers = 0;
    bool in_number = false;
    for (char const c : text) {
        bool const digit = c >= '0' && c <= '9';
        if (!digit && (c != '.' || !in_number))
            return false;
        numbers += digit && !in_number ? 1 : 0;
        in_number = digit;
    }
    return numbers == 3 && in_number && text.size() <= longest;
}

bool is_name(std::string_view text, std::size_t longest)
{
    return !text.empty() && length(text) <= longest &&
           std::ranges::none_of(text, [](unsigned char c) { return c < ' ' || c == 0x7F; });
}

bool is_web_address(std::string_view text)
{
    constexpr std::string_view scheme = "https://";
    return text.starts_with(scheme) && text.size() > scheme.size() && text.size() <= longest_url &&
           std::ranges::all_of(text, [](char c) { return c > ' ' && c != '"' && c != 0x7F; });
}

}  // namespace

std::string problem_with(app_identity const& who)
{
    if (!is_guid(who.app_id))
        return "the app id is \"" + who.app_id +
               "\": copy the application (client) id from Microsoft Entra, a GUID";
    if (!is_name(who.name, longest_name))
        return "the name is \"" + who.name + "\": use one of 1 to 30 characters";
    if (!is_name(who.organisation, longest_organisation))
        return "the organisation is \"" + who.organisation + "\": use a name of 1 to 32 characters";
    for (auto const* url : {&who.website, &who.privacy, &who.terms})
        if (!is_web_address(*url))
            return "\"" + *url + "\" is no web address: write it as https://example.org/about";
    if (!is_version(who.version))
        return "the package version is \"" + who.version + "\": write three numbers, such as 1.0.0";
    return {};
}

std::string write_app_manifest(app_identity const& who, manifest_schema schema)
{
    auto const number = std::string(number_of(schema));
    json const manifest = {
        {"$schema",
         "https://developer.microsoft.com/json-schemas/teams/v" + number + "/MicrosoftTeams.schema.json"},
        {"manifestVersion", number},
        {"version", who.version},
        {"id", who.app_id},
        {"developer",
         {{"name", who.organisation},
          {"websiteUrl", who.website},
          {"privacyUrl", who.privacy},
          {"termsOfUseUrl", who.terms}}},
        {"name", {{"short", who.name}, {"full", who.name + ": where a product goes next"}}},
        {"description",
         {{"short", "A team answers in a thread; the result is a recommendation and a plan."},
          {"full",
           "Asks a team the questions of a decision guide, one at a time, where the team already talks. At "
           "the end it posts a recommendation with its reasons and a scope plan of six to twelve weeks. The "
           "rules are fixed and open; no model decides."}}},
        {"icons", {{"color", colour_icon_file}, {"outline", outline_icon_file}}},
        {"accentColor", "#2F5D8A"},
        {"bots", json::array({bot(who, schema)})},
        {"permissions", {"identity", "messageTeamMembers"}},
        {"validDomains", json::array()},
        {"webApplicationInfo", {{"id", who.app_id}, {"resource", "https://AnyString"}}},
        {"authorization", permissions_of_a_place()}};
    return manifest.dump(2, ' ', false, json::error_handler_t::replace) + "\n";
}

}  // namespace crossroads::teams
