#include "src/runtime/running_deliveries.hpp"

namespace crossroads {
namespace {

class Deliveries : public running_deliveries {};

TEST_F(Deliveries, SendTheMessagesOfAConversationInOrderAndTheirRepliesIntoTheThread)
{
    commit(
        {post_to_channel("1/start", "Start."), reply_in_thread("1/question/a", "1/start", "A?"),
         reply_in_thread("1/question/b", "1/start", "B?")});
    start();

    ASSERT_TRUE(all_done());
    auto const posts = slack_.posts();
    ASSERT_EQ(posts.size(), 3U);
    EXPECT_EQ(posts[0].text, "Start.");
    EXPECT_EQ(posts[1].text, "A?");
    EXPECT_EQ(posts[2].text, "B?");
    EXPECT_EQ(posts[1].thread, posts[0].ts);
    EXPECT_EQ(posts[2].thread, posts[0].ts);
}

TEST_F(Deliveries, WaitAsLongAsThePlatformSaysAndSendOnce)
{
    slack_.next("chat.postMessage", {{429, {{"Retry-After", "1"}}, R"({"ok":false,"error":"ratelimited"})"}});
    commit({post_to_channel("1/start", "Start.")});
    auto const begun = std::chrono::steady_clock::now();
    start();

    ASSERT_TRUE(all_done());
    EXPECT_GE(std::chrono::steady_clock::now() - begun, 1s);
    EXPECT_EQ(slack_.posts().size(), 1U);
    EXPECT_EQ(slack_.calls("conversations.history"), 0U);  // a 429 was certainly not sent
}

TEST_F(Deliveries, FindAMessageWhoseAnswerWasLostInsteadOfRepeatingIt)
{
    slack_.next("chat.postMessage", {{502, {{"Content-Type", "text/html"}}, "<html>"}, true});
    commit({post_to_channel("1/start", "Start."), reply_in_thread("1/question/a", "1/start", "A?")});
    start();

    ASSERT_TRUE(all_done());
    auto const posts = slack_.posts();
    ASSERT_EQ(posts.size(), 2U);
    EXPECT_EQ(posts[1].thread, posts[0].ts);
    EXPECT_EQ(slack_.calls("conversations.history"), 1U);
}

TEST_F(Deliveries, RepeatAMessageThatALookUpDoesNotShow)
{
    slack_.next("chat.postMessage", {{503, {}, ""}, false});
    commit({post_to_channel("1/start", "Start.")});
    start();

    ASSERT_TRUE(all_done());
    EXPECT_EQ(slack_.posts().size(), 1U);
    EXPECT_EQ(slack_.calls("chat.postMessage"), 2U);
}

TEST_F(Deliveries, DoNotTakeAFailedLookUpForAMissingMessage)
{
    slack_.next("chat.postMessage", {{500, {}, ""}, true});
    slack_.next("conversations.history", {{500, {}, ""}});
    slack_.next("conversations.history", {slack_error("internal_error")});
    commit({post_to_channel("1/start", "Start.")});
    start();

    ASSERT_TRUE(all_done());
    EXPECT_EQ(slack_.posts().size(), 1U);
    EXPECT_EQ(slack_.calls("conversations.history"), 3U);
}

TEST_F(Deliveries, DoNotTakeALookUpWithARefusedTokenForAMissingMessage)
{
    slack_.next("chat.postMessage", {{500, {}, ""}, true});
    slack_.next("conversations.history", {slack_error("token_revoked")});
    commit({post_to_channel("1/start", "Start.")});
    start();

    ASSERT_TRUE(all_done());
    EXPECT_EQ(slack_.posts().size(), 1U);
    EXPECT_EQ(slack_.calls("conversations.history"), 2U);
    EXPECT_EQ(counted_.get("crossroads_deliveries_total", "blocked"), 1U);
}

TEST_F(Deliveries, ReportAMessageThatIsRefusedForGoodAndGoOnWithTheNext)
{
    slack_.next("chat.postMessage", {slack_error("msg_too_long")});
    commit({post_to_channel("1/start", "Start."), post_to_channel("2/start", "Second.")});
    start();

    ASSERT_TRUE(all_done());
    EXPECT_EQ(failures_, std::vector<std::string>{"1/start: msg_too_long"});
    ASSERT_EQ(slack_.posts().size(), 1U);
    EXPECT_EQ(slack_.posts()[0].text, "Second.");
    ASSERT_EQ(store_->dead_letters().size(), 1U);
    EXPECT_EQ(store_->dead_letters()[0].reason, "msg_too_long");
}

TEST_F(Deliveries, KeepMessagesWhileTheInstallationIsRefused)
{
    for (int i = 0; i < 3; ++i)
        slack_.next("chat.postMessage", {slack_error("token_revoked")});
    commit({post_to_channel("1/start", "Start.")});
    start();

    ASSERT_TRUE(all_done());
    EXPECT_EQ(slack_.posts().size(), 1U);
    EXPECT_TRUE(failures_.empty());
}

TEST_F(Deliveries, PostAnewWhatWasToBeEditedWhenTheMessageIsGone)
{
    commit({post_to_channel("1/start", "Start.")});
    start();
    ASSERT_TRUE(all_done());

    slack_.next("chat.update", {slack_error("message_not_found")});
    commit({edit_of("1/start", "Edited.")});
    ASSERT_TRUE(all_done());
    commit({reply_in_thread("1/question/a", "1/start", "A?")});
    ASSERT_TRUE(all_done());

    auto const posts = slack_.posts();
    ASSERT_EQ(posts.size(), 3U);
    EXPECT_EQ(posts[1].text, "Edited.");
    EXPECT_EQ(posts[2].thread, posts[1].ts);  // the new message has taken the slot over
}

TEST_F(Deliveries, FindWhatWasPostedAnewWhenTheAnswerToThatWasLost)
{
    commit({post_to_channel("1/start", "Start.")});
    start();
    ASSERT_TRUE(all_done());

    for (int i = 0; i < 2; ++i)
        slack_.next("chat.update", {slack_error("message_not_found")});
    slack_.next("chat.postMessage", {{502, {{"Content-Type", "text/html"}}, "<html>"}, true});
    commit({edit_of("1/start", "Edited.")});
    ASSERT_TRUE(all_done());

    ASSERT_EQ(slack_.posts().size(), 2U);
    EXPECT_EQ(slack_.posts()[1].text, "Edited.");
}

TEST_F(Deliveries, SendADirectMessageAgainWhenItsAnswerWasLost)
{
    // Nothing shows whether it arrived: a copy is better than a message that is missing.
    slack_.next("chat.postMessage", {{502, {{"Content-Type", "text/html"}}, "<html>"}, false});
    auto told = post_to_channel("1/ready", "Ready. Show the result?");
    told.who = message::audience::direct;
    told.to = "U1";
    commit({told});
    start();
    ASSERT_TRUE(all_done());

    EXPECT_EQ(slack_.posts().size(), 1U);
    EXPECT_EQ(slack_.calls("chat.postMessage"), 2U);
}

TEST_F(Deliveries, LookUpAfterARestartWhatMayHaveBeenSentBeforeIt)
{
    slack_.next("chat.postMessage", {{500, {}, ""}, true});
    commit({post_to_channel("1/start", "Start.")});
    auto slow = quick();
    slow.unknown_wait = 1h;
    start(slow);
    while (slack_.calls("chat.postMessage") == 0 || tasks_->size() > 0)
        std::this_thread::yield();
    close();
    store_.reset();

    open_store();
    start();

    ASSERT_TRUE(all_done());
    EXPECT_EQ(slack_.posts().size(), 1U);
    EXPECT_EQ(slack_.calls("chat.postMessage"), 1U);
}

TEST_F(Deliveries, GiveACallOfTheLastLifeTimeToArriveBeforeTheyLookItUp)
{
    // As if the process had died right after the call was made.
    commit({post_to_channel("1/start", "Start.")});
    auto const claimed = store_->claim_outgoing(1);
    ASSERT_EQ(claimed.size(), 1U);
    auto recorded = store_->record_attempt(claimed[0].conversation, claimed[0].id, 1);
    ASSERT_TRUE(asio::co_spawn(context_, std::move(recorded), asio::use_future).get());
    store_.reset();
    open_store();
    auto slow = quick();
    slow.unknown_wait = 300ms;
    auto const begun = std::chrono::steady_clock::now();
    start(slow);

    ASSERT_TRUE(all_done());
    EXPECT_GE(std::chrono::steady_clock::now() - begun, 300ms);
    EXPECT_EQ(slack_.calls("conversations.history"), 1U);
    EXPECT_EQ(slack_.posts().size(), 1U);
}

TEST_F(Deliveries, DoNotHoldUpOneConversationBecauseOfAnother)
{
    slack_.next("chat.postMessage", {{429, {{"Retry-After", "3600"}}, ""}});
    commit({post_to_channel("1/start", "Held up.")});
    start();
    while (slack_.calls("chat.postMessage") == 0 || tasks_->size() > 0)
        std::this_thread::yield();

    commit({post_to_channel("1/start", "Other.")}, "slack:T1:C2");
    auto const limit = std::chrono::steady_clock::now() + 5s;
    while (slack_.posts().empty() && std::chrono::steady_clock::now() < limit)
        std::this_thread::yield();

    ASSERT_EQ(slack_.posts().size(), 1U);
    EXPECT_EQ(slack_.posts()[0].text, "Other.");
}

TEST_F(Deliveries, LeaveEditsOfAWholeWorkspaceAloneWhenThePlatformSaysSoOfOne)
{
    slack_.next("chat.update", {{429, {{"Retry-After", "3600"}}, ""}});
    commit({post_to_channel("1/start", "Start."), edit_of("1/start", "Edited.")});
    start();
    while (slack_.calls("chat.update") == 0 || tasks_->size() > 0)
        std::this_thread::yield();

    commit({post_to_channel("1/start", "Other."), edit_of("1/start", "Edited.")}, "slack:T1:C2");
    while (slack_.posts().size() < 2 || tasks_->size() > 0)
        std::this_thread::yield();

    EXPECT_EQ(slack_.calls("chat.update"), 1U);
}

}  // namespace
}  // namespace crossroads
