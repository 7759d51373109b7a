#include "src/runtime/running_deliveries.hpp"

#include <gmock/gmock.h>

namespace crossroads {
namespace {

using testing::ElementsAre;

class UploadDeliveries : public running_deliveries {
protected:
    UploadDeliveries()
    {
        auto file = reply_in_thread("1/export/7/csv/U1", "1/start", "Export.");
        file.file = attached_file{"answers-7.csv", "text/csv", std::string("a\0b\r\n", 5), {}};
        commit({post_to_channel("1/start", "Start."), file, reply_in_thread("1/plan", "1/start", "Plan.")});
    }

    /// The texts in the order they arrived.
    std::vector<std::string> texts() const
    {
        std::vector<std::string> all;
        for (auto const& one : slack_.posts())
            all.push_back(one.text);
        return all;
    }

    void expect_each_once()
    {
        ASSERT_TRUE(all_done());
        EXPECT_THAT(texts(), ElementsAre("Start.", "Export.", "Plan."));
        auto const file = slack_.posts().at(1);
        EXPECT_EQ(file.thread, slack_.posts().at(0).ts);
        EXPECT_EQ(file.file_name, "answers-7.csv");
        EXPECT_EQ(file.bytes, std::string("a\0b\r\n", 5));
    }

    void expect_refused(std::string const& reason)
    {
        ASSERT_TRUE(all_done());
        EXPECT_THAT(failures_, ElementsAre("1/export/7/csv/U1: " + reason));
        EXPECT_THAT(texts(), ElementsAre("Start.", "Plan."));
        EXPECT_EQ(store_->dead_letters().size(), 1U);
    }
};

TEST_F(UploadDeliveries, BringAFileInThreeCallsInItsTurn)
{
    start();

    expect_each_once();
    for (auto const* method : {"files.getUploadURLExternal", "upload", "files.completeUploadExternal"})
        EXPECT_EQ(slack_.calls(method), 1U) << method;
    EXPECT_EQ(slack_.calls("conversations.replies"), 0U);
}

TEST_F(UploadDeliveries, BeginAgainWithoutALookUpWhileNothingCanBeSeen)
{
    slack_.next("files.getUploadURLExternal", {{502, {}, "<html>"}});
    slack_.next("files.getUploadURLExternal", {slack_error("internal_error")});
    slack_.next("upload", {{503, {}, ""}});
    slack_.next("upload", {{408, {}, ""}});
    start();

    expect_each_once();
    EXPECT_EQ(slack_.calls("files.getUploadURLExternal"), 5U);
    EXPECT_EQ(slack_.calls("conversations.replies"), 0U);
}

TEST_F(UploadDeliveries, FindAFileWhoseLastAnswerWasLostInsteadOfRepeatingIt)
{
    slack_.next("files.completeUploadExternal", {{502, {}, "<html>"}, true});
    start();

    expect_each_once();
    EXPECT_EQ(slack_.calls("conversations.replies"), 1U);
    EXPECT_EQ(slack_.calls("upload"), 1U);
}

TEST_F(UploadDeliveries, RepeatAFileThatALookUpDoesNotShow)
{
    slack_.next("files.completeUploadExternal", {{502, {}, "<html>"}, false});
    start();

    expect_each_once();
    EXPECT_EQ(slack_.calls("conversations.replies"), 1U);
    EXPECT_EQ(slack_.calls("upload"), 2U);
}

TEST_F(UploadDeliveries, GiveAFileTimeToAppearBeforeTheyLookItUp)
{
    slack_.next("files.completeUploadExternal", {{502, {}, "<html>"}, true});
    auto patient = quick();
    patient.unknown_file_wait = 300ms;
    auto const begun = std::chrono::steady_clock::now();
    start(patient);

    expect_each_once();
    EXPECT_GE(std::chrono::steady_clock::now() - begun, 300ms);
}

TEST_F(UploadDeliveries, LookUpAfterARestartWhatMayHaveBeenShownBeforeIt)
{
    slack_.next("files.completeUploadExternal", {{500, {}, ""}, true});
    auto slow = quick();
    slow.unknown_file_wait = 1h;
    start(slow);
    while (slack_.calls("files.completeUploadExternal") == 0 || tasks_->size() > 0)
        std::this_thread::yield();
    close();
    store_.reset();
    open_store();
    start();

    expect_each_once();
    EXPECT_EQ(slack_.calls("files.completeUploadExternal"), 1U);
}

TEST_F(UploadDeliveries, TellOfAFileTheAppMayNotUploadAndGoOn)
{
    slack_.next("files.getUploadURLExternal", {slack_error("missing_scope")});
    start();

    expect_refused("missing_scope");
    EXPECT_EQ(counted_.get("crossroads_deliveries_total", "blocked"), 0U);
}

TEST_F(UploadDeliveries, WaitWithAFileWhileTheTokenIsRefused)
{
    slack_.next("files.completeUploadExternal", {slack_error("token_revoked")});
    start();

    expect_each_once();
    EXPECT_EQ(counted_.get("crossroads_deliveries_total", "blocked"), 1U);
}

TEST_F(UploadDeliveries, GiveAFileUpWhoseBytesNeverArriveAndGoOn)
{
    auto chosen = quick();
    chosen.upload_attempts = 3;
    for (int i = 0; i < chosen.upload_attempts; ++i)
        slack_.next("upload", {{503, {}, ""}});
    start(chosen);

    expect_refused("no_answer");
    EXPECT_EQ(slack_.calls("upload"), 3U);
}

TEST_F(UploadDeliveries, BeginAgainWhenSomethingElseTookTheBytesAndSlackHasNone)
{
    slack_.next("upload", {{200, {{"Content-Type", "text/html"}}, "<html>"}});
    slack_.next("files.completeUploadExternal", {slack_error("file_not_found")});
    start();

    expect_each_once();
    EXPECT_EQ(slack_.calls("upload"), 2U);
    EXPECT_EQ(slack_.calls("conversations.replies"), 0U);
}

TEST_F(UploadDeliveries, GiveAFileUpThatSlackNeverHas)
{
    auto chosen = quick();
    chosen.upload_attempts = 3;
    for (int i = 0; i < chosen.upload_attempts; ++i)
        slack_.next("files.completeUploadExternal", {slack_error("file_not_found")});
    start(chosen);

    expect_refused("no_answer");
    EXPECT_EQ(slack_.calls("upload"), 3U);
}

TEST_F(UploadDeliveries, BearAnOutageOfTheWebApiThatIsLongerThanTheirPatienceWithAFile)
{
    auto chosen = quick();
    chosen.upload_attempts = 3;
    for (int i = 0; i < 2 * chosen.upload_attempts; ++i)
        slack_.next("files.getUploadURLExternal", {{503, {}, ""}});
    slack_.next("upload", {{503, {}, ""}});
    start(chosen);

    expect_each_once();
}

TEST_F(UploadDeliveries, BringNoBytesToAnotherHost)
{
    slack_.upload_to("http://127.0.0.1:1");
    start();

    expect_refused("upload_url_is_not_slacks");
}

}  // namespace
}  // namespace crossroads
