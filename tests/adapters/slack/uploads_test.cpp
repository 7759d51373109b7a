#include "channel/json_reading.hpp"
#include "slack/posts.hpp"
#include "slack/uploads.hpp"

#include <gtest/gtest.h>

#include <string>

namespace crossroads::slack {
namespace {

using std::chrono::seconds;

web_api const api("https://slack.com/api/", "xoxb-made-up");

outgoing_message with_file()
{
    outgoing_message out;
    out.id = "m-17";
    out.conversation = "slack:T0VAN:C0VAN";
    out.content.slot = "1/export/57/csv/U0BEN";
    out.content.who = message::audience::thread;
    out.content.thread_slot = "1/start";
    out.content.content.summary = "Export of <Blue> & Van.";
    out.content.file = attached_file{"answers-57.csv", "text/csv; charset=utf-8", "a,b\r\n", {}};
    out.sent = {{"1/start", "1749999000.000100"}};
    return out;
}

/// Where the bytes are on their way, or what shows them.
outgoing_message uploading(bool publishing)
{
    auto out = with_file();
    out.upload = file_upload{"F0FILE", publishing};
    return out;
}

std::string argument(http_call const& call, std::string_view name)
{
    auto const fields = decode_form(call.body);
    return fields ? std::string(find_field(*fields, name).value_or("-")) : "no form";
}

http_response ok(json body)
{
    body["ok"] = true;
    return {200, {{"Content-Type", "application/json; charset=utf-8"}}, body.dump()};
}

http_response error(std::string_view code)
{
    return {200, {}, json({{"ok", false}, {"error", code}}).dump()};
}

http_response with_status(unsigned status, http_headers headers = {})
{
    return {status, std::move(headers), "whatever"};
}

/// In one word; of a refusal the reason, of a call that follows its address.
std::string outcome(outgoing_message const& out, http_response const& response)
{
    auto const came = outcome_of(api, out, response);
    if (std::holds_alternative<delivered>(came))
        return "delivered";
    if (auto const* later = std::get_if<retry_later>(&came))
        return later->after ? "later " + std::to_string(later->after->count()) : "later";
    if (auto const* unknown = std::get_if<outcome_unknown>(&came))
        return "unknown " + unknown->reason;
    if (auto const* blocked = std::get_if<installation_blocked>(&came))
        return "blocked " + blocked->reason;
    if (auto const* refused = std::get_if<refused_for_good>(&came))
        return "refused " + refused->reason;
    if (auto const* next = std::get_if<upload_goes_on>(&came))
        return next->call.url;
    return "send as new";
}

TEST(SlackUpload, FirstAsksWhereTo)
{
    auto const call = call_that_sends(api, with_file());

    ASSERT_TRUE(call);
    EXPECT_EQ(call->url, "https://slack.com/api/files.getUploadURLExternal");
    EXPECT_EQ(argument(*call, "filename"), "answers-57.csv");
    EXPECT_EQ(argument(*call, "length"), "5");
    EXPECT_EQ(argument(*call, "alt_txt"), "-");
}

TEST(SlackUpload, SaysWhatAPictureShows)
{
    auto out = with_file();
    out.content.file->alt_text = "Hardening: 4 of 5 met.";

    EXPECT_EQ(argument(*call_that_sends(api, out), "alt_txt"), "Hardening: 4 of 5 met.");
}

TEST(SlackUpload, NeedsAThread)
{
    auto out = with_file();
    out.sent.clear();
    EXPECT_FALSE(call_that_sends(api, out));
    for (auto const who :
         {message::audience::channel, message::audience::one_person, message::audience::thread_and_channel}) {
        out = with_file();
        out.content.who = who;
        out.content.to = "U0BEN";
        EXPECT_FALSE(call_that_sends(api, out));
    }
}

TEST(SlackUpload, ThenPostsTheBytesWithoutTheToken)
{
    auto const came = outcome_of(
        api, with_file(),
        ok({{"upload_url", "https://files.slack.com/upload/v1/abc?d=1"}, {"file_id", "F0FILE"}}));

    auto const* next = std::get_if<upload_goes_on>(&came);
    ASSERT_TRUE(next);
    EXPECT_EQ(next->so_far.file, "F0FILE");
    EXPECT_FALSE(next->so_far.publishing);
    EXPECT_EQ(next->call.method, "POST");
    EXPECT_EQ(next->call.url, "https://files.slack.com/upload/v1/abc?d=1");
    EXPECT_EQ(next->call.body, "a,b\r\n");
    EXPECT_EQ(next->call.headers, (http_headers{{"Content-Type", "text/csv; charset=utf-8"}}));
}

TEST(SlackUpload, ThenShowsTheFileInTheThread)
{
    auto const came = outcome_of(api, uploading(false), with_status(200));

    auto const* next = std::get_if<upload_goes_on>(&came);
    ASSERT_TRUE(next);
    EXPECT_TRUE(next->so_far.publishing);
    EXPECT_EQ(next->so_far.file, "F0FILE");
    EXPECT_EQ(next->call.url, "https://slack.com/api/files.completeUploadExternal");
    EXPECT_EQ(
        json::parse(argument(next->call, "files")), (json{{{"id", "F0FILE"}, {"title", "answers-57.csv"}}}));
    EXPECT_EQ(argument(next->call, "channel_id"), "C0VAN");
    EXPECT_EQ(argument(next->call, "thread_ts"), "1749999000.000100");
    EXPECT_EQ(argument(next->call, "initial_comment"), "Export of &lt;Blue&gt; &amp; Van.");
    EXPECT_EQ(outcome(uploading(true), ok({{"files", json::array()}})), "delivered");
}

TEST(SlackUpload, BeforeTheLastCallWhatFailsCanBeDoneAgain)
{
    struct row {
        http_response answer;
        std::string asking;
        std::string publishing;
    };

    auto const wait = http_headers{{"Retry-After", "30"}};
    for (auto const& [answer, asking, publishing] : {
             row{with_status(502), "later", "unknown http_502"},
             row{with_status(200), "later", "unknown answer_is_not_json"},
             row{with_status(408), "later", "unknown http_408"},
             row{with_status(429, wait), "later 30", "later 30"},
             row{with_status(413), "refused http_413", "refused http_413"},
             row{error("internal_error"), "later", "unknown internal_error"},
             row{error("ratelimited"), "later", "later"},
             row{error("token_revoked"), "blocked token_revoked", "blocked token_revoked"},
             row{error("missing_scope"), "refused missing_scope", "refused missing_scope"},
             row{error("no_permission"), "refused no_permission", "refused no_permission"},
             row{error("storage_limit_reached"), "refused storage_limit_reached",
                 "refused storage_limit_reached"},
             row{error("file_not_found"), "refused file_not_found", "later"},
             row{error("message_not_found"), "refused message_not_found", "refused message_not_found"},
             row{error("<b>"), "refused unreadable_error", "refused unreadable_error"},
         }) {
        EXPECT_EQ(outcome(with_file(), answer), asking) << answer.status << answer.body;
        EXPECT_EQ(outcome(uploading(true), answer), publishing) << answer.status << answer.body;
    }
}

TEST(SlackUpload, OfTheBytesOnlyTheStatusCounts)
{
    struct row {
        unsigned status;
        std::string expected;
    };

    constexpr auto* complete = "https://slack.com/api/files.completeUploadExternal";
    for (auto const& [status, expected] :
         {row{200, complete}, row{201, complete}, row{302, "refused http_302"}, row{400, "refused http_400"},
          row{404, "refused http_404"}, row{408, "later"}, row{413, "refused http_413"}, row{429, "later"},
          row{500, "later"}, row{503, "later"}})
        EXPECT_EQ(outcome(uploading(false), with_status(status)), expected) << status;
}

TEST(SlackUpload, AnAnswerWithoutAnAddressIsRefused)
{
    EXPECT_EQ(outcome(with_file(), ok({})), "refused answer_has_no_upload_url");
    EXPECT_EQ(
        outcome(with_file(), ok({{"upload_url", 7}, {"file_id", "F"}})), "refused answer_has_no_upload_url");
    EXPECT_EQ(
        outcome(with_file(), ok({{"upload_url", "https://files.slack.com/x"}})),
        "refused answer_has_no_upload_url");
    EXPECT_EQ(
        outcome(with_file(), ok({{"upload_url", "https://evil.example/x"}, {"file_id", "F"}})),
        "refused upload_url_is_not_slacks");
}

TEST(SlackUpload, GoesToSlacksHostsOnly)
{
    struct row {
        std::string_view url;
        std::string_view api;
        bool allowed;
    };

    constexpr std::string_view slack = "https://slack.com/api/";
    constexpr std::string_view local = "http://127.0.0.1:4003/api/";
    for (auto const& [url, home, allowed] : {
             row{"https://files.slack.com/upload/v1/abc", slack, true},
             row{"https://FILES.Slack.com/upload", slack, true},
             row{"https://slack.com/upload", slack, true},
             row{"https://slack.com", slack, true},
             row{"https://files.slack-gov.com/upload", "https://slack-gov.com/api/", true},
             row{"http://files.slack.com/upload", slack, false},
             row{"http://slack.com/upload", slack, false},
             row{"https://files.slack.com:8443/upload", slack, false},
             row{"https://evilslack.com/upload", slack, false},
             row{"https://.slack.com/upload", slack, false},
             row{"https://slack.com.evil.example/upload", slack, false},
             row{"https://evil.example/slack.com", slack, false},
             row{"https://evil.example?.slack.com", slack, false},
             row{"https://evil.example#.slack.com", slack, false},
             row{"https://slack.com@evil.example/", slack, false},
             row{"https://evil.example\\.slack.com/", slack, false},
             row{"https://evil.example%2f.slack.com/", slack, false},
             row{"https:///files.slack.com/", slack, false},
             row{"files.slack.com/upload", slack, false},
             row{"", slack, false},
             row{"http://127.0.0.1:4003/upload/v1/F1", local, true},
             row{"http://127.0.0.1:4004/upload/v1/F1", local, false},
             row{"https://127.0.0.1:4003/upload/v1/F1", local, false},
             row{"https://[::1]/upload", "https://[::2]/api/", false},
             row{"https://[::1]:4003/upload", "https://[::1]:4003/api/", true},
         })
        EXPECT_EQ(may_upload_to(url, home), allowed) << url << " from " << home;
}

TEST(SlackUpload, IsLookedUpInItsThreadByTheNameOfTheFile)
{
    auto const call = call_that_looks_up(api, with_file(), std::chrono::sys_seconds(seconds(1'750'000'000)));
    ASSERT_TRUE(call);
    EXPECT_EQ(call->url, "https://slack.com/api/conversations.replies");
    EXPECT_EQ(argument(*call, "ts"), "1749999000.000100");

    auto const shows = [](json files) {
        auto const seen = outcome_of_look_up(
            with_file(), ok({{"messages", {{{"ts", "1750000001.000100"}, {"files", std::move(files)}}}}}));
        auto const* found = std::get_if<delivered>(&seen);
        return found == nullptr ? std::string("not there") : found->platform_id;
    };
    EXPECT_EQ(shows({{{"id", "F1"}, {"name", "answers-57.csv"}}}), "1750000001.000100");
    EXPECT_EQ(
        shows({{{"id", "F1"}, {"name", "answers.txt"}, {"title", "answers-57.csv"}}}), "1750000001.000100");
    EXPECT_EQ(shows({{{"id", "F1"}, {"name", "answers-56.csv"}}}), "not there");
    EXPECT_EQ(shows(json::array()), "not there");
    EXPECT_EQ(shows("answers-57.csv"), "not there");
}

}  // namespace
}  // namespace crossroads::slack
