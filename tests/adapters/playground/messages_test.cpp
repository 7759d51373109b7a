#include "adapters/playground/played_workspace.hpp"
#include "playground/browser_state.hpp"

#include <string>

namespace crossroads::playground {
namespace {

/// What people write reaches the app as events.
class Messages : public played_workspace {};

TEST_F(Messages, ReachTheAppAsEvents)
{
    auto const ts = say(ana, "a < b & c");

    auto const events = take_events();

    ASSERT_EQ(events.size(), 1U);
    EXPECT_EQ(events[0]["type"], "message");
    EXPECT_EQ(events[0]["user"], ana);
    EXPECT_EQ(events[0]["text"], "a &lt; b &amp; c");
    EXPECT_EQ(events[0]["ts"], ts);
    EXPECT_EQ(events[0]["event_ts"], ts);
    EXPECT_EQ(events[0]["channel"], product);
    EXPECT_EQ(events[0]["channel_type"], "channel");
    EXPECT_EQ(events[0]["blocks"][0]["elements"][0]["elements"][0]["text"], "a < b & c");
    EXPECT_FALSE(events[0].contains("bot_id"));
}

TEST_F(Messages, TravelInAnEnvelopeWithAnIdOfItsOwn)
{
    say(ana, "one");
    say(ana, "two");

    auto const first = json::parse(in.deliveries.at(0).body);
    auto const second = json::parse(in.deliveries.at(1).body);

    EXPECT_EQ(first["type"], "event_callback");
    EXPECT_EQ(first["team_id"], in.team.id);
    EXPECT_EQ(first["api_app_id"], in.app.id);
    EXPECT_EQ(first["event_time"], 1'767'000'000);
    EXPECT_EQ(first["authorizations"].size(), 1U);
    EXPECT_EQ(first["authorizations"][0]["is_bot"], true);
    EXPECT_NE(first["event_id"], second["event_id"]);
}

TEST_F(Messages, ThatMentionTheAppArriveTwice)
{
    auto const ts = say(ana, "@crossroads start Blue Van");

    auto const events = take_events();

    ASSERT_EQ(events.size(), 2U);
    EXPECT_EQ(events[0]["type"], "app_mention");
    EXPECT_EQ(events[1]["type"], "message");
    for (auto const& event : events) {
        EXPECT_EQ(event["ts"], ts);
        EXPECT_EQ(event["text"], "<@U0PLAYBOT> start Blue Van");
    }
}

TEST_F(Messages, InThreadsNameTheirThread)
{
    auto const root = post({{"channel", product}, {"text", "root"}});
    take_events();

    say(ana, "an answer", {{"thread_ts", root}});

    auto const events = take_events();
    EXPECT_EQ(events[0]["thread_ts"], root);
    EXPECT_EQ(events[0]["parent_user_id"], in.app.bot_user);
}

TEST_F(Messages, SentToTheChannelTooAreBroadcasts)
{
    auto const root = post({{"channel", product}, {"text", "root"}});
    take_events();

    say(ana, "an answer", {{"thread_ts", root}, {"broadcast", true}});

    auto const events = take_events();
    EXPECT_EQ(events[0]["subtype"], "thread_broadcast");
    EXPECT_EQ(events[0]["root"]["user"], in.app.bot_user);
}

TEST_F(Messages, OfTheAppComeBackToIt)
{
    post({{"channel", product}, {"text", "hi"}});

    auto const events = take_events();

    ASSERT_EQ(events.size(), 1U);
    EXPECT_EQ(events[0]["bot_id"], in.app.bot_id);
    EXPECT_EQ(events[0]["app_id"], in.app.id);
    EXPECT_FALSE(events[0].contains("subtype"));
}

TEST_F(Messages, ForOnePersonAreNoEvents)
{
    call("chat.postEphemeral", {{"channel", product}, {"user", ana}, {"text", "psst"}});

    EXPECT_TRUE(take_events().empty());
}

TEST_F(Messages, StayInChannelsWithoutTheApp)
{
    say(ana, "hello @crossroads", {{"channel", design}});

    EXPECT_TRUE(take_events().empty());
    auto const& messages = find_channel(in, design)->messages;
    ASSERT_EQ(messages.size(), 2U);
    EXPECT_NE(messages.rbegin()->second.text.find("/invite"), std::string::npos);
}

TEST_F(Messages, CanBeEditedByTheirAuthor)
{
    auto const ts = say(ana, "old");
    take_events();

    EXPECT_EQ(act(ana, {{"type", "edit"}, {"channel", product}, {"ts", ts}, {"text", "new"}})["ok"], true);

    auto const events = take_events();
    ASSERT_EQ(events.size(), 1U);
    EXPECT_EQ(events[0]["subtype"], "message_changed");
    EXPECT_EQ(events[0]["hidden"], true);
    EXPECT_NE(events[0]["ts"], ts);
    EXPECT_EQ(events[0]["message"]["ts"], ts);
    EXPECT_EQ(events[0]["message"]["text"], "new");
    EXPECT_EQ(events[0]["message"]["edited"]["user"], ana);
    EXPECT_EQ(events[0]["previous_message"]["text"], "old");
}

TEST_F(Messages, CanBeDeletedByTheirAuthor)
{
    auto const ts = say(ana, "oh");
    take_events();

    EXPECT_EQ(act(ana, {{"type", "delete"}, {"channel", product}, {"ts", ts}})["ok"], true);

    auto const events = take_events();
    ASSERT_EQ(events.size(), 1U);
    EXPECT_EQ(events[0]["subtype"], "message_deleted");
    EXPECT_EQ(events[0]["deleted_ts"], ts);
    EXPECT_EQ(events[0]["previous_message"]["text"], "oh");
}

TEST_F(Messages, WithRepliesLeaveATombstone)
{
    auto const ts = say(ana, "question");
    say(ben, "answer", {{"thread_ts", ts}});
    take_events();

    act(ana, {{"type", "delete"}, {"channel", product}, {"ts", ts}});

    auto const events = take_events();
    ASSERT_EQ(events.size(), 1U);
    EXPECT_EQ(events[0]["subtype"], "message_changed");
    EXPECT_EQ(events[0]["message"]["subtype"], "tombstone");
}

TEST_F(Messages, BelongToTheirAuthor)
{
    auto const ts = say(ana, "mine");
    auto const before = write_workspace(in);

    for (auto const* type : {"edit", "delete", "dismiss"}) {
        auto const answer = act(ben, {{"type", type}, {"channel", product}, {"ts", ts}, {"text", "his"}});
        EXPECT_EQ(answer["ok"], false) << type;
    }
    EXPECT_EQ(write_workspace(in), before);
}

TEST_F(Messages, ThatCannotBeSentChangeNothing)
{
    auto const before = write_workspace(in);
    json const actions[] = {
        {{"type", "say"}, {"channel", "C1"}, {"text", "x"}},
        {{"type", "say"}, {"channel", product}, {"text", "  \n "}},
        {{"type", "say"}, {"channel", product}},
        {{"type", "say"}, {"channel", product}, {"text", letters(40'001)}},
        {{"type", "say"}, {"channel", product}, {"text", "x"}, {"thread_ts", "1.000000"}},
        {{"type", "shout"}},
        json::object(),
        {{"type", 7}},
    };
    for (auto const& action : actions) {
        auto const answer = act(ana, action);
        EXPECT_EQ(answer["ok"], false) << action.dump().substr(0, 100);
        EXPECT_FALSE(answer["error"].get<std::string>().empty());
    }
    EXPECT_EQ(act("U1", {{"type", "say"}, {"channel", product}, {"text", "x"}})["ok"], false);
    EXPECT_EQ(write_workspace(in), before);
}

TEST_F(Messages, ForOnePersonAreShownToThatPersonOnly)
{
    call("chat.postEphemeral", {{"channel", product}, {"user", ana}, {"text", "psst"}});

    auto const hers = browser_state(in, settings, *find_person(in, ana), 0);
    auto const his = browser_state(in, settings, *find_person(in, ben), 0);

    EXPECT_EQ(hers["messages"].size(), 1U);
    EXPECT_EQ(hers["messages"][0]["only_me"], true);
    EXPECT_TRUE(his["messages"].empty());
}

TEST_F(Messages, CanBeDismissedByWhoAloneSeesThem)
{
    auto const answer = call("chat.postEphemeral", {{"channel", product}, {"user", ana}, {"text", "psst"}});
    json const dismissal{{"type", "dismiss"}, {"channel", product}, {"ts", answer["message_ts"]}};

    EXPECT_EQ(act(ben, dismissal)["ok"], false);
    EXPECT_EQ(act(ana, dismissal)["ok"], true);
    EXPECT_TRUE(private_messages(ana).empty());
}

TEST_F(Messages, AreToldToBrowsersOnce)
{
    auto const& her = *find_person(in, ana);
    auto const before = in.revision;
    EXPECT_FALSE(has_news(in, her, before));

    auto const ts = say(ben, "news");

    EXPECT_TRUE(has_news(in, her, before));
    auto const news = browser_state(in, settings, her, before);
    ASSERT_EQ(news["messages"].size(), 1U);
    EXPECT_EQ(news["messages"][0]["ts"], ts);
    EXPECT_EQ(news["whole"], false);
    EXPECT_FALSE(has_news(in, her, news["revision"].get<std::uint64_t>()));
}

TEST_F(Messages, ThatWereDeletedAreToldAsGone)
{
    auto const ts = say(ben, "oops");
    auto const seen = in.revision;
    act(ben, {{"type", "delete"}, {"channel", product}, {"ts", ts}});

    auto const news = browser_state(in, settings, *find_person(in, ana), seen);

    EXPECT_EQ(news["messages"][0]["deleted"], true);
    EXPECT_FALSE(news["messages"][0].contains("text"));
    EXPECT_TRUE(browser_state(in, settings, *find_person(in, ana), 0)["messages"].empty());
}

TEST_F(Messages, StartAnewForABrowserOfAnotherWorkspace)
{
    auto const state = browser_state(in, settings, *find_person(in, ana), in.revision + 100);

    EXPECT_EQ(state["whole"], true);
    EXPECT_EQ(state["people"].size(), 5U);
}

}  // namespace
}  // namespace crossroads::playground
