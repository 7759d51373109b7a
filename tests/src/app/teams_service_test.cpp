// The whole service, and Microsoft's side played on loopback.

#include "support/running_service.hpp"
#include "support/scripted_teams.hpp"
#include "support/teams_requests.hpp"
#include "support/temporary_directory.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <future>
#include <string>
#include <vector>

namespace crossroads::testing {
namespace {

using json = nlohmann::json;

class TeamsService : public ::testing::Test {
protected:
    void SetUp() override { start(); }

    void start()
    {
        settings chosen;
        chosen.data_dir = data_.path();
        chosen.teams_app_id = teams_app;
        chosen.teams_app_password = "a-secret";
        chosen.teams_tenant_id = teams_tenant;
        chosen.teams_openid_metadata_url = teams_.url("/openid");
        chosen.teams_login_url = teams_.url();
        chosen.teams_service_hosts = {teams_.url()};
        chosen.allow_private_targets = true;
        running_.reset();
        running_ = std::make_unique<running_service>(std::move(chosen));
    }

    http_response send(http_request request)
    {
        return running_->send(
            {"POST", running_->url() + "/teams/messages", std::move(request.headers),
             std::move(request.body)});
    }

    /// Signed now, by the key that the channel has published at first.
    http_response deliver(json activity, teams_signer const& signer = known_teams_signer())
    {
        if (!activity.contains("serviceUrl") || activity["serviceUrl"] == teams_service_url)
            activity["serviceUrl"] = teams_.service_url();
        auto const now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
        auto claims = teams_claims();
        claims["nbf"] = now;
        claims["exp"] = now + 3600;
        claims["serviceurl"] = activity["serviceUrl"];
        return send(teams_request(activity.dump(), signer.sign(claims)));
    }

    /// A press on the card of `call`, on the action with this title.
    static json press(
        scripted_teams::call const& on, std::string const& title, std::string const& id,
        json const& inputs = {})
    {
        auto activity = teams_activity("invoke");
        activity["id"] = "f:" + id;
        activity["name"] = "adaptiveCard/action";
        for (auto const& element : on.body["attachments"][0]["content"]["body"])
            for (auto const& action : element.value("actions", json::array()))
                if (action["title"] == title)
                    activity["value"] = {{"action", {{"type", "Action.Execute"}, {"data", action["data"]}}}};
        if (!inputs.is_null())
            activity["value"]["action"]["data"].update(inputs);
        return activity;
    }

    temporary_directory data_;
    scripted_teams teams_;
    std::unique_ptr<running_service> running_;
};

TEST_F(TeamsService, PostsTheStartCardAndTheFirstQuestionIntoItsThread)
{
    EXPECT_EQ(deliver(teams_command("start Blue Van")).status, 200U);

    auto calls = teams_.calls(3);
    std::erase_if(calls, [](auto const& one) { return one.target.ends_with("?isTargetedActivity=true"); });
    ASSERT_GE(calls.size(), 2U);
    EXPECT_EQ(calls[0].target, "/emea/v3/conversations/19%3Avan%40thread.tacv2/activities");
    EXPECT_EQ(
        calls[1].target,
        "/emea/v3/conversations/19%3Avan%40thread.tacv2%3Bmessageid%3D" + calls[0].id + "/activities");
    EXPECT_EQ(calls[0].authorization, "Bearer bot-token-1");
    EXPECT_EQ(teams_.tokens(), 1U);
}

TEST_F(TeamsService, EditsTheCardWhenSomebodyAnswered)
{
    deliver(teams_command("start Blue Van"));
    auto const calls = teams_.calls(3);
    auto const question = std::ranges::find_if(
        calls, [](auto const& one) { return one.body.dump().find("Input.ChoiceSet") != std::string::npos; });
    ASSERT_NE(question, calls.end());
    std::string input;
    std::string value;
    for (auto const& element : question->body["attachments"][0]["content"]["body"])
        if (element["type"] == "Input.ChoiceSet") {
            input = element["id"];
            value = element["choices"][0]["value"];
        }

    auto const response = deliver(press(*question, "Save", "one", {{input, value}}));

    EXPECT_EQ(response.status, 200U);
    EXPECT_EQ(json::parse(response.body)["statusCode"], 200);
    EXPECT_TRUE(teams_.comes([&](auto const& one) {
        return one.method == "PUT" && one.target.ends_with("/activities/" + question->id);
    }));
}

TEST_F(TeamsService, RefusesWhoIsNotMicrosoftOrNotOfTheTenant)
{
    teams_signer const forger("key-1");
    auto foreign = teams_command("help");
    foreign["conversation"]["tenantId"] = "tenant-two";
    auto elsewhere = teams_command("help");
    elsewhere["serviceUrl"] = "http://127.0.0.1:1/";

    EXPECT_EQ(deliver(teams_command("help"), forger).status, 401U);
    EXPECT_EQ(send({"POST", "/", {{"Content-Type", "application/json"}}, "{}", {}}).status, 401U);
    EXPECT_EQ(deliver(foreign).status, 403U);
    EXPECT_EQ(deliver(elsewhere).status, 403U);
    EXPECT_TRUE(teams_.calls(0).empty());
}

TEST_F(TeamsService, FetchesTheKeysOnceForAllWhoWait)
{
    std::vector<std::future<unsigned>> answers;
    for (int i = 0; i < 8; ++i)
        answers.push_back(std::async(std::launch::async, [this, i] {
            auto activity = teams_activity("typing");
            activity["id"] = std::to_string(i);
            return deliver(activity).status;
        }));

    for (auto& one : answers)
        EXPECT_EQ(one.get(), 200U);
    EXPECT_EQ(teams_.key_fetches(), 1U);
}

TEST_F(TeamsService, DoesNotFetchAgainForEveryMadeUpKey)
{
    deliver(teams_activity("typing"));
    for (int i = 0; i < 5; ++i) {
        teams_signer const unknown("made-up-" + std::to_string(i));
        EXPECT_EQ(deliver(teams_activity("typing"), unknown).status, 401U);
    }

    EXPECT_EQ(teams_.key_fetches(), 1U);
}

TEST_F(TeamsService, TakesANewTokenWhenTheOldOneIsRefused)
{
    teams_.next({401});
    deliver(teams_command("start Blue Van"));

    auto const calls = teams_.calls(2);

    ASSERT_GE(calls.size(), 2U);
    EXPECT_EQ(teams_.tokens(), 2U);
    EXPECT_EQ(calls.back().authorization, "Bearer bot-token-2");
}

TEST_F(TeamsService, RepeatsAPostOnceWhenNobodyCanTell)
{
    teams_.next({502, true});
    deliver(teams_command("start Blue Van"));

    ASSERT_TRUE(teams_.comes([](auto const& one) {
        return one.target.find("messageid") != std::string::npos && !one.body.contains("recipient");
    }));
    auto const calls = teams_.calls(0);
    auto const posts = std::ranges::count_if(calls, [](auto const& one) {
        return one.target == "/emea/v3/conversations/19%3Avan%40thread.tacv2/activities";
    });
    EXPECT_EQ(posts, 2);
}

TEST_F(TeamsService, GoesOnAtTheServiceUrlSeenLast)
{
    deliver(teams_command("start Blue Van"));
    auto const before = teams_.calls(3).size();
    auto moved = teams_command("status share");
    moved["id"] = "1790";
    moved["serviceUrl"] = teams_.service_url("amer");
    deliver(moved);

    auto const calls = teams_.calls(before + 1);

    EXPECT_THAT(calls.back().target, ::testing::StartsWith("/amer/v3/"));
}

TEST_F(TeamsService, KnowsTheWayAfterARestart)
{
    deliver(teams_command("start Blue Van"));
    auto const before = teams_.calls(3);
    start();
    auto pause = teams_command("pause");
    pause["id"] = "1790";
    deliver(pause);

    auto const calls = teams_.calls(before.size() + 1);

    EXPECT_GT(calls.size(), before.size());
    EXPECT_THAT(calls.back().target, ::testing::StartsWith("/emea/v3/"));
}

TEST_F(TeamsService, AppliesAnActivityThatComesTwiceOnce)
{
    deliver(teams_command("start Blue Van"));
    auto const before = teams_.calls(3).size();
    EXPECT_EQ(deliver(teams_command("start Blue Van")).status, 200U);
    auto again = teams_command("help");
    again["id"] = "1790";
    EXPECT_EQ(deliver(again).status, 200U);

    auto const calls = teams_.calls(before + 1);

    // The help, and no word about the second start.
    EXPECT_EQ(calls.size(), before + 1) << running_->get("/metrics").body;
}

TEST_F(TeamsService, ServesNoSlackThatIsNotSetUp)
{
    EXPECT_EQ(running_->webhook("/slack/events", "application/json", "{}").status, 404U);
    EXPECT_EQ(running_->get("/api/messages").status, 405U);
}

}  // namespace
}  // namespace crossroads::testing
