#include "commands/teams_app_command.hpp"
#include "support/temporary_directory.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <map>
#include <memory>
#include <sstream>
#include <string>
#include <zip.h>

namespace crossroads {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Key;
using ::testing::StartsWith;

/// The files of an archive by name.
std::map<std::string, std::string> contents_of(std::filesystem::path const& path)
{
    std::map<std::string, std::string> contents;
    int code = 0;
    std::unique_ptr<zip_t, decltype(&zip_discard)> const archive(
        zip_open(path.c_str(), ZIP_RDONLY | ZIP_CHECKCONS, &code), &zip_discard);
    if (!archive)
        return contents;
    auto const entries = zip_get_num_entries(archive.get(), 0);
    for (zip_uint64_t at = 0; at < static_cast<zip_uint64_t>(entries); ++at) {
        zip_stat_t about;
        zip_stat_index(archive.get(), at, 0, &about);
        std::string content(about.size, '\0');
        auto* const file = zip_fopen_index(archive.get(), at, 0);
        zip_fread(file, content.data(), content.size());
        zip_fclose(file);
        contents.emplace(about.name, std::move(content));
    }
    return contents;
}

/// The number in four bytes at `from`, the highest first: a PNG's sides are at 16 and 20.
unsigned number_at(std::string const& png, std::size_t from)
{
    unsigned number = 0;
    for (std::size_t at = from; at < from + 4; ++at)
        number = number * 256 + static_cast<unsigned char>(png.at(at));
    return number;
}

class TeamsApp : public ::testing::Test {
protected:
    exit_code write(
        std::string const& name, std::map<std::string, std::string> const& environment,
        teams_app_command asked = {})
    {
        asked.destination = path(name);
        asked.website = "https://example.org";
        return write_teams_app(asked, environment, said_, errors_);
    }

    std::string path(std::string const& name) const { return (directory_.path() / name).string(); }

    temporary_directory directory_;
    std::ostringstream said_;
    std::ostringstream errors_;
    std::map<std::string, std::string> const environment_ = {
        {"CROSSROADS_TEAMS_APP_ID", "0b3f6c1e-2222-4444-8888-aaaabbbbcccc"}};
};

TEST_F(TeamsApp, IsAManifestAndTwoIcons)
{
    EXPECT_EQ(write("assess.zip", environment_), exit_code::done) << errors_.str();

    auto contents = contents_of(path("assess.zip"));
    EXPECT_THAT(contents, ElementsAre(Key("color.png"), Key("manifest.json"), Key("outline.png")));
    EXPECT_THAT(contents["color.png"], StartsWith("\x89PNG"));
    EXPECT_EQ(number_at(contents["color.png"], 16), 192U);
    EXPECT_EQ(number_at(contents["color.png"], 20), 192U);
    EXPECT_EQ(number_at(contents["outline.png"], 16), 32U);
    auto const manifest = nlohmann::json::parse(contents["manifest.json"]);
    EXPECT_EQ(manifest["id"], "0b3f6c1e-2222-4444-8888-aaaabbbbcccc");
    EXPECT_EQ(manifest["developer"]["privacyUrl"], "https://example.org");
    EXPECT_THAT(said_.str(), HasSubstr("assess.zip"));
}

TEST_F(TeamsApp, ReplacesAnEarlierPackage)
{
    write("assess.zip", environment_);
    teams_app_command again;
    again.package_version = "1.0.1";
    again.without_slash = true;

    EXPECT_EQ(write("assess.zip", environment_, again), exit_code::done);

    auto const manifest = nlohmann::json::parse(contents_of(path("assess.zip"))["manifest.json"]);
    EXPECT_EQ(manifest["version"], "1.0.1");
    EXPECT_EQ(manifest["manifestVersion"], "1.25");
}

TEST_F(TeamsApp, NeedsAnAppId)
{
    EXPECT_EQ(write("assess.zip", {}), exit_code::wrong_usage);

    EXPECT_THAT(errors_.str(), HasSubstr("Microsoft Entra"));
    EXPECT_FALSE(std::filesystem::exists(path("assess.zip")));
}

TEST_F(TeamsApp, SaysWhenItCannotBeWritten)
{
    EXPECT_EQ(write("nowhere/assess.zip", environment_), exit_code::failed);

    EXPECT_THAT(errors_.str(), HasSubstr("nowhere/assess.zip"));
}

}  // namespace
}  // namespace crossroads
