#include "adapters/playground/played_workspace.hpp"
#include "playground/browser_state.hpp"

#include <string>

namespace crossroads::playground {
namespace {

class DirectMessages : public played_workspace {
protected:
    json seen_by(std::string const& person, std::uint64_t since = 0)
    {
        return browser_state(in, settings, *find_person(in, person), since);
    }

    static std::size_t direct_channels(json const& state)
    {
        std::size_t count = 0;
        for (auto const& one : state["channels"])
            count += one["direct"] == true ? 1U : 0U;
        return count;
    }
};

TEST_F(DirectMessages, GoToAPersonWhoseIdIsGivenAsTheChannel)
{
    auto const first = call("chat.postMessage", {{"channel", ana}, {"text", "One"}});
    auto const second = call("chat.postMessage", {{"channel", ana}, {"text", "Two"}});

    ASSERT_EQ(first["ok"], true) << first.dump();
    EXPECT_EQ(first["channel"].get<std::string>().front(), 'D');
    EXPECT_EQ(second["channel"], first["channel"]);
    EXPECT_EQ(take_events().size(), 0U) << "the app does not listen to them";
}

TEST_F(DirectMessages, AreSeenByNobodyElse)
{
    auto const before = in.revision;
    call("chat.postMessage", {{"channel", ana}, {"text", "For Ana"}});

    EXPECT_TRUE(has_news(in, *find_person(in, ana), before));
    EXPECT_EQ(direct_channels(seen_by(ana)), 1U);
    EXPECT_NE(seen_by(ana).dump().find("For Ana"), std::string::npos);
    EXPECT_FALSE(has_news(in, *find_person(in, ben), before));
    EXPECT_EQ(direct_channels(seen_by(ben)), 0U);
    EXPECT_EQ(seen_by(ben).dump().find("For Ana"), std::string::npos);
    EXPECT_EQ(call("conversations.list", json::object())["channels"].size(), 4U);
}

TEST_F(DirectMessages, HaveButtonsThatOnlyTheirReaderPresses)
{
    auto const posted =
        call("chat.postMessage", {{"channel", ana}, {"text", "x"}, {"blocks", {actions(button())}}});
    std::string const channel = posted["channel"];
    std::string const ts = posted["ts"];
    json const press = {
        {"type", "press"},
        {"channel", channel},
        {"ts", ts},
        {"block_id", find_channel(in, channel)->messages.at(ts).blocks[0]["block_id"]},
        {"action_id", "go"}};

    EXPECT_EQ(payload_of(begin(ana, press))["channel"]["id"], channel);
    EXPECT_EQ(act(ben, press)["ok"], false);
    EXPECT_EQ(
        call("chat.postEphemeral", {{"channel", channel}, {"user", ana}, {"text", "Saved."}})["ok"], true);
}

TEST_F(DirectMessages, AreKeptInTheStateFile)
{
    call("chat.postMessage", {{"channel", ana}, {"text", "For Ana"}});
    auto const read = read_workspace(write_workspace(in));
    ASSERT_TRUE(read);
    EXPECT_EQ(write_workspace(*read), write_workspace(in));
}

}  // namespace
}  // namespace crossroads::playground
