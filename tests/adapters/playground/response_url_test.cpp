#include "adapters/playground/played_workspace.hpp"
#include "playground/response.hpp"

#include <chrono>
#include <string>

namespace crossroads::playground {
namespace {

using namespace std::chrono_literals;

class ResponseUrl : public played_workspace {
protected:
    void SetUp() override
    {
        root_ = post({{"channel", product}, {"text", "root"}});
        ts_ = post(
            {{"channel", product},
             {"text", "card"},
             {"blocks", {with(actions(button()), {{"block_id", "b"}})}},
             {"thread_ts", root_}});
        secret_ = press(ts_);
    }

    /// The secret of the response_url that a press gives.
    std::string press(std::string const& ts)
    {
        auto const begun = begin(
            ana,
            {{"type", "press"}, {"channel", product}, {"ts", ts}, {"block_id", "b"}, {"action_id", "go"}});
        auto const url = payload_of(begun)["response_url"].get<std::string>();
        return url.substr(url.rfind('/') + 1);
    }

    http_response respond(json const& body)
    {
        return handle_response_url(in, secret_, {"POST", "", {}, body.dump(), ""}, now);
    }

    std::string root_;
    std::string ts_;
    std::string secret_;
};

TEST_F(ResponseUrl, AnswersWhoActedInTheirThread)
{
    auto const response = respond({{"text", "Saved."}});

    EXPECT_EQ(response.status, 200U);
    EXPECT_EQ(response.body, "ok");
    auto const seen = private_messages(ana);
    ASSERT_EQ(seen.size(), 1U);
    EXPECT_EQ(seen[0].text, "Saved.");
    EXPECT_EQ(seen[0].thread_ts, root_);
}

TEST_F(ResponseUrl, AnswersEveryoneWhenAsked)
{
    respond({{"text", "For all"}, {"response_type", "in_channel"}});
    respond({{"text", "In the thread"}, {"response_type", "in_channel"}, {"thread_ts", root_}});

    auto const& messages = find_channel(in, product)->messages;
    EXPECT_EQ(std::prev(messages.end())->second.thread_ts, root_);
    EXPECT_EQ(std::prev(messages.end(), 2)->second.thread_ts, "");
}

TEST_F(ResponseUrl, ReplacesAndDeletesTheOriginal)
{
    EXPECT_EQ(respond({{"text", "Changed"}, {"replace_original", true}}).status, 200U);
    EXPECT_EQ(find_channel(in, product)->messages.at(ts_).text, "Changed");

    EXPECT_EQ(respond({{"delete_original", true}}).status, 200U);
    EXPECT_TRUE(find_channel(in, product)->messages.at(ts_).deleted);
    EXPECT_EQ(respond({{"text", "x"}, {"replace_original", true}}).status, 404U);
}

TEST_F(ResponseUrl, ReachesAnEphemeralMessage)
{
    auto const answer = call(
        "chat.postEphemeral", {{"channel", product},
                               {"user", ana},
                               {"text", "x"},
                               {"blocks", {with(actions(button()), {{"block_id", "b"}})}}});
    secret_ = press(answer["message_ts"]);

    respond({{"text", "Changed"}, {"replace_original", true}});

    EXPECT_EQ(private_messages(ana).at(0).text, "Changed");
}

TEST_F(ResponseUrl, WorksFiveTimesWithinThirtyMinutes)
{
    for (int use = 0; use < 5; ++use)
        EXPECT_EQ(respond({{"text", "x"}}).status, 200U);
    EXPECT_EQ(respond({{"text", "x"}}).status, 404U);

    secret_ = press(ts_);
    now += 30min;
    EXPECT_EQ(respond({{"text", "x"}}).status, 200U);
    now += 1s;
    EXPECT_EQ(respond({{"text", "x"}}).status, 404U);
}

TEST_F(ResponseUrl, RefusesWhatSlackWouldRefuse)
{
    EXPECT_EQ(respond(json::object()).status, 400U);
    EXPECT_EQ(respond({{"blocks", json::array({{{"type", "section"}}})}}).status, 400U);
    EXPECT_EQ(handle_response_url(in, secret_, {"POST", "", {}, "text=x", ""}, now).status, 400U);
    EXPECT_EQ(handle_response_url(in, "wrong", {"POST", "", {}, "{}", ""}, now).status, 404U);
}

}  // namespace
}  // namespace crossroads::playground
