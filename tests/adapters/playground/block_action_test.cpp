#include "adapters/playground/played_workspace.hpp"

#include <string>

namespace crossroads::playground {
namespace {

class BlockAction : public played_workspace {
protected:
    void SetUp() override
    {
        json const radios = element("radio_buttons", {{"options", options(3)}, {"action_id", "radios"}});
        json const boxes = element("checkboxes", {{"options", options(3)}, {"action_id", "boxes"}});
        json const more = element("overflow", {{"options", options(2)}, {"action_id", "more"}});
        json const card{
            {"type", "actions"},
            {"block_id", "card"},
            {"elements", {with(button(), {{"value", "v7"}}), radios, boxes, more}}};
        root_ = post({{"channel", product}, {"text", "root"}});
        ts_ = post(
            {{"channel", product}, {"text", "card"}, {"blocks", json::array({card})}, {"thread_ts", root_}});
    }

    json press(std::string const& action_id, json const& more = json::object()) const
    {
        return with(
            {{"type", "press"},
             {"channel", product},
             {"ts", ts_},
             {"block_id", "card"},
             {"action_id", action_id}},
            more);
    }

    std::string root_;
    std::string ts_;
};

TEST_F(BlockAction, OfAButtonCarriesItsValue)
{
    auto const begun = begin(ana, press("go"));

    auto const payload = payload_of(begun);
    EXPECT_EQ(begun.call.url, "http://service/slack/interactions");
    EXPECT_EQ(payload["type"], "block_actions");
    EXPECT_EQ(payload["user"]["id"], ana);
    EXPECT_EQ(payload["user"]["team_id"], in.team.id);
    EXPECT_EQ(payload["team"]["id"], in.team.id);
    EXPECT_EQ(payload["api_app_id"], in.app.id);
    EXPECT_EQ(payload["channel"], (json{{"id", product}, {"name", "product"}}));
    EXPECT_EQ(payload["enterprise"], nullptr);
    EXPECT_EQ(payload["is_enterprise_install"], false);
    EXPECT_TRUE(in.triggers.contains(payload["trigger_id"].get<std::string>()));
    ASSERT_EQ(payload["actions"].size(), 1U);
    EXPECT_EQ(payload["actions"][0]["type"], "button");
    EXPECT_EQ(payload["actions"][0]["action_id"], "go");
    EXPECT_EQ(payload["actions"][0]["block_id"], "card");
    EXPECT_EQ(payload["actions"][0]["value"], "v7");
    EXPECT_EQ(payload["actions"][0]["text"]["text"], "Go");
    EXPECT_TRUE(payload["actions"][0].contains("action_ts"));
}

TEST_F(BlockAction, SaysWhereItHappened)
{
    auto const payload = payload_of(begin(ana, press("go")));

    EXPECT_EQ(
        payload["container"], (json{
                                  {"type", "message"},
                                  {"message_ts", ts_},
                                  {"channel_id", product},
                                  {"is_ephemeral", false},
                                  {"thread_ts", root_}}));
    EXPECT_EQ(payload["message"]["ts"], ts_);
    EXPECT_EQ(payload["message"]["thread_ts"], root_);
    EXPECT_EQ(payload["message"]["blocks"][0]["block_id"], "card");
}

TEST_F(BlockAction, CarriesWhatWasChosen)
{
    auto const radio = payload_of(begin(ana, press("radios", {{"value", "2"}})))["actions"][0];
    auto const boxes = payload_of(begin(ana, press("boxes", {{"value", {"0", "1"}}})))["actions"][0];
    auto const none = payload_of(begin(ana, press("boxes", {{"value", json::array()}})))["actions"][0];
    auto const more = payload_of(begin(ana, press("more", {{"value", "1"}})))["actions"][0];

    EXPECT_EQ(radio["selected_option"], option("2"));
    EXPECT_EQ(boxes["selected_options"], json::array({option("0"), option("1")}));
    EXPECT_EQ(none["selected_options"], json::array());
    EXPECT_EQ(more["selected_option"], option("1"));
}

TEST_F(BlockAction, CarriesTheStateOfEverythingAround)
{
    auto const payload = payload_of(begin(ana, press("go", {{"inputs", {{"card", {{"radios", "1"}}}}}})));

    auto const values = payload["state"]["values"]["card"];
    EXPECT_EQ(values["radios"], (json{{"type", "radio_buttons"}, {"selected_option", option("1")}}));
    EXPECT_EQ(values["boxes"], (json{{"type", "checkboxes"}, {"selected_options", json::array()}}));
    EXPECT_FALSE(values.contains("go"));
}

TEST_F(BlockAction, RefusesWhatIsNotOnOffer)
{
    auto const before = in.triggers.size();
    json const actions[] = {
        press("radios", {{"value", "9"}}),
        press("radios", {{"value", 7}}),
        press("boxes", {{"value", {"0", "0"}}}),
        press("boxes", {{"value", "0"}}),
        press("more"),
        press("gone"),
        with(press("go"), {{"block_id", "other"}}),
        with(press("go"), {{"ts", "1.000000"}}),
        with(press("go"), {{"channel", "C1"}}),
        press("go", {{"inputs", {{"card", {{"radios", "9"}}}}}}),
        {{"type", "press"}, {"view_id", "V1"}, {"block_id", "card"}, {"action_id", "go"}},
    };
    for (auto const& action : actions)
        EXPECT_EQ(act(ana, action)["ok"], false) << action.dump();
    EXPECT_EQ(in.triggers.size(), before);
}

TEST_F(BlockAction, InAnEphemeralMessageIsForWhoSeesIt)
{
    auto const ts = call(
        "chat.postEphemeral", {{"channel", product},
                               {"user", ana},
                               {"text", "x"},
                               {"blocks", {with(actions(button()), {{"block_id", "b"}})}}})["message_ts"];
    json const pressing{
        {"type", "press"}, {"channel", product}, {"ts", ts}, {"block_id", "b"}, {"action_id", "go"}};

    EXPECT_EQ(act(ben, pressing)["ok"], false);
    auto const payload = payload_of(begin(ana, pressing));
    EXPECT_EQ(payload["container"]["is_ephemeral"], true);
    EXPECT_FALSE(payload.contains("message"));
}

TEST_F(BlockAction, SaysWhenTheAppDoesNotAnswer)
{
    auto const begun = begin(ana, press("go"));

    EXPECT_EQ(finish(begun, {200, {}, ""})["ok"], true);
    EXPECT_EQ(finish(begun, {500, {}, ""})["ok"], false);
    EXPECT_EQ(playground::finish(in, settings, begun, webhook_failure::timed_out, now)["ok"], false);
    EXPECT_EQ(playground::finish(in, settings, begun, webhook_failure::not_reached, now)["ok"], false);
}

TEST_F(BlockAction, InAModalCarriesTheView)
{
    json const block =
        with(actions(element("radio_buttons", {{"options", options(2)}})), {{"block_id", "b"}});
    auto const view = open_modal_for(ana, modal_view(block));

    auto const payload = payload_of(begin(
        ana, {{"type", "press"},
              {"view_id", view["id"]},
              {"block_id", "b"},
              {"action_id", "pick"},
              {"value", "1"},
              {"inputs", {{"b", {{"pick", "1"}}}}}}));

    EXPECT_EQ(payload["container"], (json{{"type", "view"}, {"view_id", view["id"]}}));
    EXPECT_EQ(payload["hash"], view["hash"]);
    EXPECT_EQ(payload["view"]["state"]["values"]["b"]["pick"]["selected_option"], option("1"));
    EXPECT_FALSE(payload.contains("channel"));
    EXPECT_FALSE(payload.contains("message"));
    EXPECT_FALSE(payload.contains("response_url"));
}

}  // namespace
}  // namespace crossroads::playground
