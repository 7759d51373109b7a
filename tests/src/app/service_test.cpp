#include "storage/files_store.hpp"
#include "storage/posix_disk.hpp"
#include "support/running_service.hpp"
#include "support/temporary_directory.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <set>
#include <string>

namespace crossroads::testing {
namespace {

using json = nlohmann::json;

/// The assessments of all channels, as they are on disk. Only while no service runs.
std::vector<json> stored_assessments(std::filesystem::path const& data)
{
    files_store const store(open_posix_disk(data.string()), files_store_settings{});
    std::vector<json> found;
    for (auto const& state : store.states("slack:")) {
        auto const document = json::parse(state);
        for (auto const& one : document["assessments"])
            found.push_back(one);
    }
    return found;
}

TEST(Service, SaysThatItIsAliveAndReady)
{
    temporary_directory const data;
    running_service running(data.path());

    EXPECT_EQ(running.get("/healthz").status, 200U);
    EXPECT_EQ(running.get("/readyz").status, 200U);
    EXPECT_EQ(running.get("/nowhere").status, 404U);
    EXPECT_EQ(running.get("/slack/events").status, 405U);
}

TEST(Service, RefusesAWrongSignatureWithoutAWordAndStoresNothing)
{
    temporary_directory const data;
    {
        running_service running(data.path());
        auto request = slack_request(
            "application/x-www-form-urlencoded", "command=%2Fassess&text=start", slack_now, "wrong");

        auto const response =
            running.send({"POST", running.url() + "/slack/commands", request.headers, request.body});

        EXPECT_EQ(response.status, 401U);
        EXPECT_EQ(response.body, "");
        EXPECT_EQ(find_header(response.headers, "Content-Type"), std::nullopt);
        EXPECT_NE(running.get("/metrics").body.find("refused:"), std::string::npos);
    }
    EXPECT_TRUE(stored_assessments(data.path()).empty());
}

TEST(Service, PostsTheStartCardAndTheFirstQuestionIntoItsThread)
{
    temporary_directory const data;
    running_service running(data.path());

    auto const response = running.command("U1", "start Blue Van");

    EXPECT_EQ(response.status, 200U);
    auto const messages = running.channel_messages(1);
    ASSERT_EQ(messages.size(), 1U);
    auto const root = messages[0]["ts"].get<std::string>();
    json replies;
    auto const limit = std::chrono::steady_clock::now() + std::chrono::seconds(10);
    do {
        replies =
            running.api("conversations.replies", {{"channel", running.channel()}, {"ts", root}})["messages"];
    } while (replies.size() < 2 && std::chrono::steady_clock::now() < limit);
    ASSERT_EQ(replies.size(), 2U);
    EXPECT_EQ(replies[1]["thread_ts"], root);
}

TEST(Service, CountsAPrivateAnswerThatThePlatformAccepted)
{
    temporary_directory const data;
    running_service running(data.path());
    json const mention = {
        {"type", "event_callback"},
        {"event_id", "Ev1"},
        {"team_id", running.team()},
        {"authorizations", {{{"team_id", running.team()}, {"user_id", "UBOT"}, {"is_bot", true}}}},
        {"event",
         {{"type", "app_mention"},
          {"channel", running.channel()},
          {"user", running.api("users.list", {})["members"][0]["id"]},
          {"text", "<@UBOT> help"},
          {"ts", "1750000000.000100"}}}};

    EXPECT_EQ(running.webhook("/slack/events", "application/json", mention.dump()).status, 200U);

    std::string const calls = "crossroads_immediate_calls_total{outcome=";
    auto const limit = std::chrono::steady_clock::now() + std::chrono::seconds(10);
    std::string metrics;
    do {
        metrics = running.get("/metrics").body;
    } while (metrics.find(calls) == std::string::npos && std::chrono::steady_clock::now() < limit);
    EXPECT_NE(metrics.find(calls + "\"accepted\"} 1\n"), std::string::npos) << metrics;
}

TEST(Service, AppliesACommandThatIsDeliveredTwiceOnce)
{
    temporary_directory const data;
    {
        running_service running(data.path());
        form_fields const fields = {{"command", "/assess"},      {"text", "start Blue Van"},
                                    {"team_id", running.team()}, {"channel_id", running.channel()},
                                    {"user_id", "U1"},           {"trigger_id", "1.2.3"}};
        auto const body = encode_form(fields);
        auto const first = running.webhook("/slack/commands", "application/x-www-form-urlencoded", body);
        auto const second = running.webhook("/slack/commands", "application/x-www-form-urlencoded", body);

        EXPECT_EQ(second.status, first.status);
        EXPECT_EQ(second.body, first.body);
    }
    EXPECT_EQ(stored_assessments(data.path()).size(), 1U);
}

TEST(Service, GoesOnAfterARestartWhereItWas)
{
    temporary_directory const data;
    {
        running_service running(data.path());
        running.command("U1", "start Blue Van");
        running.channel_messages(1);
    }
    running_service again(data.path());

    auto const response = again.command("U1", "status");

    EXPECT_NE(response.body.find("Blue Van"), std::string::npos) << response.body;
    EXPECT_EQ(again.channel_messages(1).size(), 1U);
}

/// The built-in guide under another version.
std::string guide_of_version(std::filesystem::path const& folder, std::string const& version)
{
    std::ifstream file(std::filesystem::path(CROSSROADS_SOURCE_DIR) / "config" / "guide.json");
    auto document = json::parse(std::string(std::istreambuf_iterator<char>(file), {}));
    document["version"] = version;
    auto const path = folder / ("guide-" + version + ".json");
    std::ofstream(path) << document.dump(1);
    return path.string();
}

TEST(Service, KeepsAnOpenAssessmentOnItsGuideWhenTheGuideChanges)  // scenario C07
{
    temporary_directory const data;
    temporary_directory const guides;
    {
        running_service running(data.path(), guide_of_version(guides.path(), "1.0.0"));
        running.command("U1", "start Blue Van");
    }
    {
        running_service running(data.path(), guide_of_version(guides.path(), "1.1.0"));
        auto const status = running.command("U1", "status");
        EXPECT_NE(status.body.find("Blue Van"), std::string::npos) << status.body;
        running.command("U1", "cancel");
        auto const unknown = running.command("U1", "answer 1 2");
        EXPECT_EQ(unknown.status, 200U);
        EXPECT_EQ(unknown.body.find("guide"), std::string::npos) << unknown.body;
    }
    auto const stored = stored_assessments(data.path());
    ASSERT_EQ(stored.size(), 1U);
    EXPECT_EQ(stored[0]["guide"]["version"], "1.0.0") << stored[0].dump(1);
}

std::filesystem::path shared_corpus()
{
    auto const* named = std::getenv("CROSSROADS_SHARED");
    auto const shared = named != nullptr ? std::filesystem::path(named)
                                         : std::filesystem::path(CROSSROADS_SOURCE_DIR) / ".." / "shared";
    return shared / "corpus" / "slack";
}

std::string read_text(std::filesystem::path const& path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// Content type and body with which Slack would send a payload of the corpus.
std::pair<std::string, std::string> as_webhook(std::string const& folder, std::string const& text)
{
    if (folder.starts_with("commands")) {
        form_fields fields;
        auto const document = json::parse(text, nullptr, false);
        for (auto const& [name, value] : document.items())
            fields.emplace_back(name, value.is_string() ? value.get<std::string>() : value.dump());
        return {"application/x-www-form-urlencoded", encode_form(fields)};
    }
    if (folder.starts_with("interactive"))
        return {"application/x-www-form-urlencoded", encode_form({{"payload", text}})};
    if (folder.starts_with("inner-events")) {
        json const envelope = {
            {"type", "event_callback"},
            {"team_id", "T0001"},
            {"event_id", "Ev" + std::to_string(std::hash<std::string>{}(text))},
            {"event", json::parse(text, nullptr, false)}};
        return {"application/json", envelope.dump(-1, ' ', false, json::error_handler_t::replace)};
    }
    return {"application/json", text};
}

TEST(Service, AnswersEveryRealPayloadWithin100Milliseconds)
{
    auto const corpus = shared_corpus();
    if (!std::filesystem::exists(corpus))
        GTEST_SKIP() << "skipped: the corpus of real payloads is not here (set CROSSROADS_SHARED)";
    temporary_directory const data;
    running_service running(data.path());
    std::set<unsigned> const deliberate = {200, 400, 401};
    std::size_t answered = 0;
    std::chrono::microseconds slowest{0};
    for (auto const* folder :
         {"commands", "commands-masked", "interactive", "interactive-masked", "events", "events-masked",
          "inner-events"}) {
        if (!std::filesystem::exists(corpus / folder))
            continue;
        for (auto const& entry : std::filesystem::recursive_directory_iterator(corpus / folder)) {
            if (entry.path().extension() != ".json")
                continue;
            auto const [type, body] = as_webhook(folder, read_text(entry.path()));
            auto const begun = std::chrono::steady_clock::now();
            auto const response = running.webhook("/slack/events", type, body);
            auto const took = std::chrono::duration_cast<std::chrono::microseconds>(
                std::chrono::steady_clock::now() - begun);
            EXPECT_TRUE(deliberate.contains(response.status)) << entry.path() << ' ' << response.status;
            EXPECT_LT(took, std::chrono::milliseconds(100)) << entry.path();
            slowest = std::max(slowest, took);
            ++answered;
        }
    }
    EXPECT_GT(answered, 400U);
    RecordProperty("payloads", static_cast<int>(answered));
    std::cout << answered << " payloads, the slowest took " << slowest.count() << " microseconds\n";
}

}  // namespace
}  // namespace crossroads::testing
