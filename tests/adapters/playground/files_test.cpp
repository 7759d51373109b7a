#include "adapters/playground/played_workspace.hpp"
#include "playground/browser_state.hpp"
#include "playground/files.hpp"

namespace crossroads::playground {
namespace {

class Files : public played_workspace {
protected:
    /// The path and the id of a new upload address.
    std::pair<std::string, std::string> announce(std::string const& name, std::size_t length)
    {
        auto const answer = call("files.getUploadURLExternal", {{"filename", name}, {"length", length}});
        EXPECT_EQ(answer["ok"], true) << answer.dump();
        return {answer.value("upload_url", ""), answer.value("file_id", "")};
    }

    http_response upload(std::string const& url, std::string body, std::string type = "text/csv")
    {
        constexpr std::string_view root = "http://playground/playground/upload/";
        EXPECT_TRUE(url.starts_with(root)) << url;
        http_request request;
        request.method = "POST";
        request.headers = {{"Content-Type", std::move(type)}};
        request.body = std::move(body);
        return take_upload(in, url.substr(std::min(root.size(), url.size())), request);
    }

    json complete(std::string const& id, json const& more = json::object())
    {
        return call(
            "files.completeUploadExternal",
            with({{"files", {{{"id", id}, {"title", "A title"}}}}, {"channel_id", product}}, more));
    }

    std::string uploaded(std::string const& name, std::string const& content)
    {
        auto const [url, id] = announce(name, content.size());
        EXPECT_EQ(upload(url, content).status, 200U);
        return id;
    }
};

TEST_F(Files, StandInTheThreadAndCanBeDownloaded)
{
    auto const root = post({{"channel", product}, {"text", "root"}});
    auto const id = uploaded("a b\"c.csv", std::string("x\0\xFF", 3));
    take_events();

    auto const answer = complete(id, {{"thread_ts", root}, {"initial_comment", "Here it is"}});

    EXPECT_EQ(answer["ok"], true) << answer.dump();
    EXPECT_EQ(answer["files"][0]["id"], id);
    EXPECT_FALSE(answer.contains("ts"));
    auto const replies = call("conversations.replies", {{"channel", product}, {"ts", root}})["messages"];
    ASSERT_EQ(replies.size(), 2U);
    EXPECT_EQ(replies[1]["text"], "Here it is");
    EXPECT_EQ(replies[1]["subtype"], "file_share");
    EXPECT_EQ(replies[1]["files"][0]["name"], "a b\"c.csv");
    EXPECT_EQ(replies[1]["files"][0]["title"], "A title");
    EXPECT_EQ(replies[1]["thread_ts"], root);
    auto const events = take_events();
    ASSERT_EQ(events.size(), 1U);
    EXPECT_EQ(events[0]["subtype"], "file_share");
    EXPECT_EQ(events[0]["bot_id"], in.app.bot_id);
    auto const file = file_download(in, id);
    ASSERT_TRUE(file);
    EXPECT_EQ(file->body, std::string("x\0\xFF", 3));
    EXPECT_EQ(find_header(file->headers, "content-disposition"), "attachment; filename=\"a_b_c.csv\"");
    EXPECT_EQ(find_header(file->headers, "x-content-type-options"), "nosniff");
}

TEST_F(Files, AreShownToBrowsersWithAPathToDownloadThem)
{
    auto const id = uploaded("answers.csv", "a,b");
    complete(id);

    auto const state = browser_state(in, settings, *find_person(in, ben), 0);

    auto const& shown = state["messages"].back()["files"][0];
    EXPECT_EQ(shown["path"], "/playground/files/" + id + "/answers.csv");
    EXPECT_EQ(shown["title"], "A title");
    EXPECT_EQ(shown["size"], 3);
}

TEST_F(Files, MayComeAsTheFirstPartOfAForm)
{
    auto const [url, id] = announce("answers.csv", 5);
    auto const form =
        std::string("--sep\r\nContent-Disposition: form-data; name=\"body\"\r\n\r\na\r\n,b\r\n--sep--\r\n");

    EXPECT_EQ(upload(url, form, "multipart/form-data; boundary=sep").status, 200U);

    complete(id);
    EXPECT_EQ(file_download(in, id)->body, "a\r\n,b");
}

TEST_F(Files, AFormWithoutAPartIsRefused)
{
    for (auto const* form : {"", "--sep", "--sep\r\n", "--sep\r\n\r\nabc", "abc\r\n--sep--"}) {
        auto const [url, id] = announce("answers.csv", 3);
        EXPECT_EQ(upload(url, form, "multipart/form-data; boundary=\"sep\"").status, 400U) << form;
    }
}

TEST_F(Files, AnAddressWorksOnceForWhatWasAnnounced)
{
    auto const [url, id] = announce("answers.csv", 3);
    EXPECT_EQ(upload(url, "too long").status, 400U);
    EXPECT_EQ(upload(url + "x", "abc").status, 404U);
    EXPECT_EQ(upload(url, "abc").status, 200U);
    EXPECT_EQ(upload(url, "abc").status, 404U);
}

TEST_F(Files, AreNotThereBeforeTheyArePublished)
{
    auto const id = uploaded("answers.csv", "abc");
    EXPECT_FALSE(file_download(in, id));
    EXPECT_FALSE(file_download(in, "F0NOBODY"));
}

TEST_F(Files, AreRefusedAsSlackDoes)
{
    auto const refusal = [](json const& answer) { return answer.value("error", "ok"); };
    auto const [url, announced] = announce("answers.csv", 3);
    EXPECT_EQ(refusal(complete(announced)), "file_not_found") << "before its bytes came";
    auto const id = uploaded("answers.csv", "abc");
    EXPECT_EQ(refusal(complete(id, {{"channel_id", "C0NOBODY"}})), "channel_not_found");
    EXPECT_EQ(refusal(complete(id, {{"channel_id", design}})), "not_in_channel");
    EXPECT_EQ(refusal(complete(id, {{"thread_ts", "1767000000.999999"}})), "thread_not_found");
    EXPECT_EQ(refusal(complete(id, {{"files", "no JSON"}})), "invalid_arguments");
    EXPECT_EQ(refusal(complete(id)), "ok");
    EXPECT_EQ(refusal(complete(id)), "file_not_found") << "published already";
    auto const ask = [&](json const& length) {
        return refusal(call("files.getUploadURLExternal", {{"filename", "x"}, {"length", length}}));
    };
    EXPECT_EQ(ask(0), "invalid_arguments");
    EXPECT_EQ(ask(-1), "invalid_arguments");
    EXPECT_EQ(ask(1024 * 1024 + 1), "file_upload_size_restricted");
    for (int i = 0; i < 15; ++i)
        ask(1024 * 1024);
    EXPECT_EQ(ask(1024 * 1024), "storage_limit_reached");
}

TEST_F(Files, SurviveARestart)
{
    auto const id = uploaded("answers.csv", std::string("x\0\xFF", 3));
    complete(id);
    auto const written = write_workspace(in);

    auto const read = read_workspace(json::parse(write_json(written)));

    ASSERT_TRUE(read);
    EXPECT_EQ(write_workspace(*read), written);
    EXPECT_EQ(file_download(*read, id)->body, std::string("x\0\xFF", 3));
}

TEST_F(Files, ADamagedStateFileIsRefused)
{
    complete(uploaded("answers.csv", "abc"));
    auto written = write_workspace(in);
    for (auto const& [name, ignored] : written["files"].begin().value().items()) {
        auto damaged = written;
        damaged["files"].begin().value().erase(name);
        EXPECT_FALSE(read_workspace(damaged)) << name;
    }
}

}  // namespace
}  // namespace crossroads::playground
