#pragma once

#include <string>
#include <string_view>

namespace crossroads::teams {

/// The schemas that a package can be written for. Older tenants refuse the newer one, which has slash
/// commands.
enum class manifest_schema { v1_25, v1_29 };

/// Who stands behind an app package; Teams shows it to whoever installs it.
struct app_identity {
    std::string app_id;        // the bot's (client) id, which is also the package's: a GUID
    std::string name;          // at most 30 characters: what people mention
    std::string organisation;  // at most 32 characters
    std::string website;       // https, as are the next two
    std::string privacy;
    std::string terms;
    std::string version;  // of the package, "1.0.0": an upload must have a higher one than the last
};

/// What is wrong with it, as one line; empty: nothing.
std::string problem_with(app_identity const& who);

inline constexpr std::string_view colour_icon_file = "color.png";
inline constexpr std::string_view outline_icon_file = "outline.png";

/// The package's manifest.json (Microsoft: "App manifest schema reference").
std::string write_app_manifest(app_identity const& who, manifest_schema schema);

}  // namespace crossroads::teams
