#include "adapters/playground/played_workspace.hpp"

namespace crossroads::playground {
namespace {

class WorkspaceJson : public played_workspace {
protected:
    void SetUp() override
    {
        auto const root = post({{"channel", product}, {"text", "root"}, {"blocks", {section()}}});
        auto const said = say(ana, "hello \xF0\x9F\x9A\x90", {{"thread_ts", root}, {"broadcast", true}});
        act(ana, {{"type", "edit"}, {"channel", product}, {"ts", said}, {"text", "changed"}});
        call("chat.postEphemeral", {{"channel", product}, {"user", ben}, {"text", "psst"}});
        open_modal_for(ben, modal_view(input(text_input())));
        settle_delivery(in, in.deliveries.at(0).id, webhook_failure::timed_out, now);
    }
};

TEST_F(WorkspaceJson, ComesBackAsItWas)
{
    auto const written = write_workspace(in);

    auto const read = read_workspace(json::parse(write_json(written)));

    ASSERT_TRUE(read);
    EXPECT_EQ(write_workspace(*read), written);
}

TEST_F(WorkspaceJson, GoesOnAfterARestart)
{
    in = read_workspace(write_workspace(in)).value();
    auto const last = in.last_ts;

    post({{"channel", product}, {"text", "more"}});

    EXPECT_GT(in.last_ts, last);
    EXPECT_EQ(in.modals[ben].open.size(), 1U);
}

TEST_F(WorkspaceJson, RefusesWhatIsNoWorkspace)
{
    auto const written = write_workspace(in);

    for (auto const& [name, ignored] : written.items()) {
        auto damaged = written;
        damaged.erase(name);
        EXPECT_FALSE(read_workspace(damaged)) << "without " << name;
        damaged[name] = "something else";
        EXPECT_FALSE(read_workspace(damaged)) << "with another " << name;
    }
    for (auto const* text : {"null", "[]", "{}", "{\"schema\":1}", "{\"schema\":2}"})
        EXPECT_FALSE(read_workspace(json::parse(text))) << text;
}

}  // namespace
}  // namespace crossroads::playground
