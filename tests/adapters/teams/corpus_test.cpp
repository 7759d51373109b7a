// Third-party activities, outside of the project: what we make of them, and what Microsoft's two SDKs make of
// them.

#include "support/shared_samples.hpp"
#include "support/teams_requests.hpp"
#include "teams/incoming_text.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <string>

namespace crossroads::teams {
namespace {

json read_file(std::filesystem::path const& path)
{
    std::ifstream file(path);
    std::stringstream text;
    text << file.rdbuf();
    auto content = text.str();
    if (content.starts_with("\xEF\xBB\xBF"))
        content.erase(0, 3);
    return json::parse(content, nullptr, false);
}

std::filesystem::path corpus()
{
    return shared_samples() / "corpus" / "teams";
}

/// Rules that let in whatever Microsoft ever sent to anybody.
admission_rules open_to_all(std::string const& service_url)
{
    auto rules = testing::teams_rules();
    rules.tenants = {"*"};
    auto const host = service_url.find("://") == std::string::npos
                          ? std::string()
                          : service_url.substr(0, service_url.find('/', service_url.find("://") + 3));
    rules.service_hosts.push_back(host);
    return rules;
}

received receive(json const& activity)
{
    auto const rules = open_to_all(activity.is_object() ? text_member(activity, "serviceUrl") : "");
    return testing::teams_under_test(rules)->receive(testing::teams_request(activity), testing::teams_now);
}

TEST(TeamsCorpus, IsAnsweredAsDesigned)
{
    if (shared_samples().empty())
        GTEST_SKIP() << "set CROSSROADS_SHARED to the folder of third-party samples";
    std::set<unsigned> const designed = {200, 400, 401, 403, 501};
    std::size_t events = 0;
    std::size_t files = 0;
    for (auto const& entry : std::filesystem::directory_iterator(corpus() / "activities")) {
        auto const activity = read_file(entry.path());
        ASSERT_FALSE(activity.is_discarded()) << entry.path();
        ++files;
        auto const begun = std::chrono::steady_clock::now();
        auto const got = receive(activity);
        EXPECT_LT(std::chrono::steady_clock::now() - begun, std::chrono::milliseconds(100)) << entry.path();
        if (auto const* response = std::get_if<http_response>(&got.outcome))
            EXPECT_TRUE(designed.contains(response->status)) << entry.path() << " " << response->status;
        else
            ++events;
    }
    EXPECT_GT(files, 100U);
    EXPECT_GT(events, 10U);
}

std::string trimmed_of_all(std::string text)
{
    auto activity = testing::teams_activity("message");
    activity["text"] = std::move(text);
    return text_without_us(std::get<teams::activity>(read_activity(activity)));
}

TEST(TeamsCorpus, IsReadAsMicrosoftsSdksReadIt)
{
    if (shared_samples().empty())
        GTEST_SKIP() << "set CROSSROADS_SHARED to the folder of third-party samples";
    std::size_t texts = 0;
    std::size_t roots = 0;
    std::size_t tenants = 0;
    for (auto const& verdict : read_file(corpus() / "oracle.json")) {
        auto const file = text_member(verdict, "file");
        auto const read = read_activity(read_file(corpus() / file));
        auto const* said = std::get_if<activity>(&read);
        if (said == nullptr)
            continue;
        auto const& botbuilder = member(verdict, "bb");
        auto const& teams_sdk = member(verdict, "ts");
        if (member(botbuilder, "text").is_string() &&
            member(botbuilder, "text") == member(teams_sdk, "text")) {
            ++texts;
            EXPECT_EQ(text_without_us(*said), trimmed_of_all(text_member(teams_sdk, "text"))) << file;
        }
        if (member(teams_sdk, "threadId").is_string() && !said->thread.empty()) {
            ++roots;
            EXPECT_EQ(said->thread, text_member(teams_sdk, "root")) << file;
            EXPECT_EQ(thread_id(said->conversation, said->thread), text_member(teams_sdk, "threadId"))
                << file;
        }
        if (member(botbuilder, "tenant").is_string()) {
            ++tenants;
            EXPECT_EQ(said->tenant, text_member(botbuilder, "tenant")) << file;
        }
    }
    EXPECT_GT(texts, 10U);
    EXPECT_GT(roots, 5U);
    EXPECT_GT(tenants, 20U);
}

}  // namespace
}  // namespace crossroads::teams
