#include "adapters/playground/played_workspace.hpp"

#include <string>

namespace crossroads::playground {
namespace {

class ChatMethods : public played_workspace {
protected:
    json replies(std::string const& ts, json const& more = json::object())
    {
        return call("conversations.replies", with({{"channel", product}, {"ts", ts}}, more));
    }

    json history(json const& more = json::object())
    {
        return call("conversations.history", with({{"channel", product}}, more));
    }
};

TEST_F(ChatMethods, PostsAMessage)
{
    auto const answer =
        call("chat.postMessage", {{"channel", product}, {"text", "Hi"}, {"blocks", {section()}}});

    ASSERT_EQ(answer["ok"], true) << answer.dump();
    EXPECT_EQ(answer["channel"], product);
    EXPECT_EQ(answer["message"]["ts"], answer["ts"]);
    EXPECT_EQ(answer["message"]["bot_id"], in.app.bot_id);
    EXPECT_EQ(answer["message"]["user"], in.app.bot_user);
    EXPECT_FALSE(answer["message"]["blocks"][0]["block_id"].get<std::string>().empty());
}

TEST_F(ChatMethods, GivesEveryMessageATsOfItsOwn)
{
    auto const first = post({{"channel", product}, {"text", "1"}});
    auto const second = post({{"channel", product}, {"text", "2"}});

    EXPECT_EQ(first, "1767000000.000000");
    EXPECT_LT(first, second);
}

TEST_F(ChatMethods, RefusesMessagesAsSlackDoes)
{
    struct refused {
        json arguments;
        std::string error;
    };

    refused const cases[] = {
        {{{"channel", "C1"}, {"text", "x"}}, "channel_not_found"},
        {{{"channel", design}, {"text", "x"}}, "not_in_channel"},
        {{{"channel", product}}, "no_text"},
        {{{"channel", product}, {"text", ""}}, "no_text"},
        {{{"channel", product}, {"blocks", json::array()}}, "no_text"},
        {{{"channel", product}, {"blocks", "{"}}, "invalid_blocks_format"},
        {{{"channel", product}, {"blocks", {{"type", "section"}}}}, "invalid_blocks_format"},
        {{{"channel", product}, {"blocks", json::array({{{"type", "section"}}})}}, "invalid_blocks"},
        {{{"channel", product}, {"blocks", list_of(5, with(section(), {{"text", mrkdwn(letters(2700))}}))}},
         "msg_blocks_too_long"},
        {{{"channel", product}, {"text", "x"}, {"markdown_text", "y"}}, "markdown_text_conflict"},
        {{{"channel", product}, {"markdown_text", letters(12'001)}}, "msg_too_long"},
        {{{"channel", product}, {"text", "x"}, {"metadata", "["}}, "invalid_metadata_format"},
        {{{"channel", product}, {"text", "x"}, {"metadata", {{"event_type", "e"}}}},
         "invalid_metadata_schema"},
        {{{"channel", product}, {"text", "x"}, {"thread_ts", "12"}}, "invalid_thread_ts"},
        {{{"channel", product}, {"text", "x"}, {"thread_ts", "1767000000.123456"}}, "thread_not_found"},
    };
    for (auto const& [arguments, error] : cases)
        EXPECT_EQ(call("chat.postMessage", arguments)["error"], error) << arguments.dump().substr(0, 200);
    EXPECT_TRUE(find_channel(in, product)->messages.empty());
}

TEST_F(ChatMethods, PointsAtWhatIsWrongInBlocks)
{
    auto const blocks = json::array({section(), with(section(), {{"text", mrkdwn(letters(3001))}})});

    auto const answer = call("chat.postMessage", {{"channel", product}, {"blocks", blocks}});

    EXPECT_EQ(
        answer["response_metadata"]["messages"][0],
        "[ERROR] must be less than 3001 characters [json-pointer:/blocks/1/text/text]");
    EXPECT_EQ(answer["errors"][0], "must be less than 3001 characters [json-pointer:/blocks/1/text/text]");
}

TEST_F(ChatMethods, CutsATextAtFortyThousandCharacters)
{
    auto const ts = post({{"channel", product}, {"text", emoji(40'001)}});

    EXPECT_EQ(characters(find_channel(in, product)->messages.at(ts).text), 40'000U);
}

TEST_F(ChatMethods, RepliesInThreads)
{
    auto const root = post({{"channel", product}, {"text", "root"}});
    auto const reply = post({{"channel", product}, {"text", "reply"}, {"thread_ts", root}});
    auto const to_reply =
        call("chat.postMessage", {{"channel", product}, {"text", "r"}, {"thread_ts", reply}});

    EXPECT_EQ(to_reply["message"]["thread_ts"], root) << "a thread has one first message";
    auto const thread = replies(root)["messages"];
    ASSERT_EQ(thread.size(), 3U);
    EXPECT_EQ(thread[0]["reply_count"], 2);
    EXPECT_EQ(thread[1]["parent_user_id"], in.app.bot_user);
    EXPECT_EQ(replies(reply)["messages"].size(), 3U);
    EXPECT_EQ(history()["messages"].size(), 1U);
}

TEST_F(ChatMethods, ShowsABroadcastInTheChannelToo)
{
    auto const root = post({{"channel", product}, {"text", "root"}});
    post({{"channel", product}, {"text", "look"}, {"thread_ts", root}, {"reply_broadcast", "true"}});

    auto const messages = history()["messages"];

    ASSERT_EQ(messages.size(), 2U);
    EXPECT_EQ(messages[0]["subtype"], "thread_broadcast");
    EXPECT_EQ(messages[0]["root"]["ts"], root);
}

TEST_F(ChatMethods, PostsIntoTheChannelWhenTheThreadIsGone)
{
    auto const root = post({{"channel", product}, {"text", "root"}});
    call("chat.delete", {{"channel", product}, {"ts", root}});

    auto const answer =
        call("chat.postMessage", {{"channel", product}, {"text", "late"}, {"thread_ts", root}});

    EXPECT_EQ(answer["ok"], true);
    EXPECT_FALSE(answer["message"].contains("thread_ts"));
}

TEST_F(ChatMethods, KeepsMetadataForThoseWhoAsk)
{
    json const metadata{{"event_type", "crossroads"}, {"event_payload", {{"id", "m1"}}}};
    auto const root = post({{"channel", product}, {"text", "root"}, {"metadata", metadata}});

    EXPECT_FALSE(replies(root)["messages"][0].contains("metadata"));
    EXPECT_EQ(replies(root, {{"include_all_metadata", "true"}})["messages"][0]["metadata"], metadata);
    call("chat.update", {{"channel", product}, {"ts", root}, {"text", "new"}});
    EXPECT_EQ(history({{"include_all_metadata", "1"}})["messages"][0]["metadata"], metadata)
        << "an update keeps it";
}

TEST_F(ChatMethods, UpdatesTextAndBlocksTogether)
{
    auto const ts = post({{"channel", product}, {"text", "old"}, {"blocks", {section()}}});

    auto const answer = call("chat.update", {{"channel", product}, {"ts", ts}, {"text", "new"}});

    EXPECT_EQ(answer["text"], "new");
    EXPECT_TRUE(find_channel(in, product)->messages.at(ts).blocks.empty())
        << "a text alone takes the blocks away";
    call("chat.update", {{"channel", product}, {"ts", ts}, {"blocks", {section()}}});
    EXPECT_EQ(find_channel(in, product)->messages.at(ts).text, "new") << "blocks alone keep the text";
}

TEST_F(ChatMethods, ChangesItsOwnMessagesOnly)
{
    auto const hers = say(ana, "hello");
    auto const own = post({{"channel", product}, {"text", "hi"}});

    EXPECT_EQ(
        call("chat.update", {{"channel", product}, {"ts", hers}, {"text", "x"}})["error"],
        "cant_update_message");
    EXPECT_EQ(call("chat.delete", {{"channel", product}, {"ts", hers}})["error"], "cant_delete_message");
    EXPECT_EQ(
        call("chat.update", {{"channel", product}, {"ts", "1.000000"}, {"text", "x"}})["error"],
        "message_not_found");
    EXPECT_EQ(
        call("chat.update", {{"channel", product}, {"ts", own}, {"text", letters(4001)}})["error"],
        "msg_too_long");
    EXPECT_EQ(call("chat.update", {{"channel", product}, {"ts", own}})["error"], "no_text");
    EXPECT_EQ(call("chat.delete", {{"channel", product}, {"ts", own}})["ok"], true);
    EXPECT_EQ(call("chat.delete", {{"channel", product}, {"ts", own}})["error"], "message_not_found");
}

TEST_F(ChatMethods, LeavesATombstoneWhereAThreadStays)
{
    auto const root = post({{"channel", product}, {"text", "root"}});
    post({{"channel", product}, {"text", "reply"}, {"thread_ts", root}});

    call("chat.delete", {{"channel", product}, {"ts", root}});

    EXPECT_EQ(history()["messages"][0]["subtype"], "tombstone");
    EXPECT_EQ(replies(root)["messages"].size(), 2U);
}

TEST_F(ChatMethods, PostsToOnePersonAlone)
{
    auto const ts =
        call("chat.postEphemeral", {{"channel", product}, {"user", ana}, {"text", "psst"}})["message_ts"];

    EXPECT_EQ(private_messages(ana).size(), 1U);
    EXPECT_TRUE(history()["messages"].empty());
    EXPECT_EQ(
        call("chat.update", {{"channel", product}, {"ts", ts}, {"text", "x"}})["error"], "message_not_found");
    EXPECT_EQ(
        call("chat.postEphemeral", {{"channel", product}, {"user", "U1"}, {"text", "x"}})["error"],
        "user_not_in_channel");
}

TEST_F(ChatMethods, LinksToMessages)
{
    auto const ts = post({{"channel", product}, {"text", "x"}});

    auto const answer = call("chat.getPermalink", {{"channel", product}, {"message_ts", ts}});

    EXPECT_EQ(answer["permalink"], "http://playground/playground/#/archives/C0PLAYPRO/p1767000000000000");
    EXPECT_EQ(
        call("chat.getPermalink", {{"channel", product}, {"message_ts", "1.1"}})["error"],
        "message_not_found");
}

TEST_F(ChatMethods, GivesHistoryNewestFirstInPagesThatStayRight)
{
    for (auto const* text : {"1", "2", "3", "4"})
        post({{"channel", product}, {"text", text}});

    auto const first = history({{"limit", "2"}});
    post({{"channel", product}, {"text", "5"}});
    auto const second = history({{"limit", "2"}, {"cursor", first["response_metadata"]["next_cursor"]}});

    EXPECT_EQ(first["messages"][0]["text"], "4");
    EXPECT_EQ(first["has_more"], true);
    EXPECT_EQ(second["messages"][0]["text"], "2");
    EXPECT_EQ(second["has_more"], false);
}

TEST_F(ChatMethods, LimitsHistoryToAStretchOfTime)
{
    auto const first = post({{"channel", product}, {"text", "1"}});
    auto const second = post({{"channel", product}, {"text", "2"}});

    EXPECT_EQ(history({{"oldest", first}})["messages"].size(), 1U);
    EXPECT_EQ(history({{"oldest", first}, {"inclusive", "true"}})["messages"].size(), 2U);
    EXPECT_EQ(history({{"latest", second}})["messages"][0]["text"], "1");
    EXPECT_EQ(history({{"oldest", "1767000001"}})["messages"].size(), 0U);
    EXPECT_EQ(history({{"oldest", "soon"}})["error"], "invalid_ts_oldest");
    EXPECT_EQ(history({{"latest", "-1"}})["error"], "invalid_ts_latest");
    EXPECT_EQ(replies("1.000000")["error"], "thread_not_found");
}

}  // namespace
}  // namespace crossroads::playground
