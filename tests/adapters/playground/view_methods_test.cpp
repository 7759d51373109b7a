#include "adapters/playground/played_workspace.hpp"

#include <chrono>

namespace crossroads::playground {
namespace {

using namespace std::chrono_literals;

class ViewMethods : public played_workspace {
protected:
    json open(json const& more) { return call("views.open", with({{"view", modal_view(section())}}, more)); }

    std::vector<modal> const& modals_of(std::string const& person) { return in.modals[person].open; }
};

TEST_F(ViewMethods, OpensAModalForWhoPressed)
{
    auto const answer = open({{"trigger_id", trigger_of(ana)}});

    ASSERT_EQ(answer["ok"], true) << answer.dump();
    EXPECT_EQ(answer["view"]["root_view_id"], answer["view"]["id"]);
    EXPECT_EQ(answer["view"]["previous_view_id"], nullptr);
    EXPECT_EQ(answer["view"]["app_installed_team_id"], in.team.id);
    ASSERT_EQ(modals_of(ana).size(), 1U);
    EXPECT_TRUE(modals_of(ben).empty());
}

TEST_F(ViewMethods, TakesATriggerOnceAndForThreeSeconds)
{
    auto const used = trigger_of(ana);
    open({{"trigger_id", used}});
    auto const in_time = trigger_of(ana);
    auto const late = trigger_of(ana);

    EXPECT_EQ(open({{"trigger_id", used}})["error"], "exchanged_trigger_id");
    EXPECT_EQ(open({{"trigger_id", "123.456.abc"}})["error"], "invalid_trigger_id");
    EXPECT_EQ(open(json::object())["error"], "invalid_arguments");
    now += 3s;
    EXPECT_EQ(open({{"trigger_id", in_time}})["ok"], true);
    now += 1us;
    EXPECT_EQ(open({{"trigger_id", late}})["error"], "expired_trigger_id");
}

TEST_F(ViewMethods, RefusesAViewThatSlackWouldRefuse)
{
    auto const trigger = trigger_of(ana);

    auto const answer = open(
        {{"trigger_id", trigger}, {"view", with(modal_view(section()), {{"title", plain(letters(25))}})}});

    EXPECT_EQ(answer["error"], "invalid_arguments");
    EXPECT_EQ(
        answer["response_metadata"]["messages"][0],
        "[ERROR] must be less than 25 characters [json-pointer:/view/title/text]");
    EXPECT_EQ(open({{"trigger_id", trigger}, {"view", "x"}})["error"], "invalid_arguments");
    EXPECT_EQ(open({{"trigger_id", trigger}})["ok"], true) << "a refused view does not use the trigger up";
}

TEST_F(ViewMethods, RefusesAViewOverTwoHundredAndFiftyKilobytes)
{
    auto const huge = modal_view(list_of(90, with(section(), {{"text", mrkdwn(letters(3000))}})));

    EXPECT_EQ(open({{"trigger_id", trigger_of(ana)}, {"view", huge}})["error"], "view_too_large");
}

TEST_F(ViewMethods, StacksModalsThreeDeep)
{
    open({{"trigger_id", trigger_of(ana)}});
    auto const push = [this] {
        return call("views.push", {{"trigger_id", trigger_of(ana)}, {"view", modal_view(section())}});
    };

    auto const second = push();
    EXPECT_EQ(second["view"]["previous_view_id"], second["view"]["root_view_id"]);
    EXPECT_EQ(push()["ok"], true);
    EXPECT_EQ(push()["error"], "push_limit_reached");
    EXPECT_EQ(
        call("views.push", {{"trigger_id", trigger_of(ben)}, {"view", modal_view(section())}})["error"],
        "not_found");
}

TEST_F(ViewMethods, UpdatesTheViewThatWasSeen)
{
    auto const first = open({{"trigger_id", trigger_of(ana)}})["view"];
    json const changed = with(modal_view(section()), {{"title", plain("Changed")}});

    auto const answer =
        call("views.update", {{"view_id", first["id"]}, {"hash", first["hash"]}, {"view", changed}});

    EXPECT_EQ(answer["ok"], true);
    EXPECT_NE(answer["view"]["hash"], first["hash"]);
    EXPECT_EQ(modals_of(ana).front().view["title"]["text"], "Changed");
    EXPECT_EQ(
        call("views.update", {{"view_id", first["id"]}, {"hash", first["hash"]}, {"view", changed}})["error"],
        "hash_conflict");
    EXPECT_EQ(call("views.update", {{"view_id", "V1"}, {"view", changed}})["error"], "not_found");
    EXPECT_EQ(call("views.update", {{"view", changed}})["error"], "invalid_arguments");
}

TEST_F(ViewMethods, FindsAViewByItsExternalId)
{
    json const named = with(modal_view(section()), {{"external_id", "mine"}});
    open({{"trigger_id", trigger_of(ana)}, {"view", named}});

    EXPECT_EQ(call("views.update", {{"external_id", "mine"}, {"view", named}})["ok"], true);
    EXPECT_EQ(open({{"trigger_id", trigger_of(ben)}, {"view", named}})["error"], "duplicate_external_id");
}

}  // namespace
}  // namespace crossroads::playground
