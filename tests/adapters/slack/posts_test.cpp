#include "channel/json_reading.hpp"
#include "slack/posts.hpp"

#include <gtest/gtest.h>

#include <functional>
#include <ostream>
#include <string>

namespace crossroads::slack {
namespace {

using std::chrono::seconds;
using audience = message::audience;

web_api const api("https://slack.test/api/", "xoxb-made-up");

outgoing_message message_to(audience who)
{
    outgoing_message out;
    out.id = "m-17";
    out.conversation = "slack:T0VAN:C0VAN";
    out.content.slot = "1/question/traction";
    out.content.who = who;
    out.content.thread_slot = who == audience::channel ? "" : "1/start";
    out.content.to = who == audience::one_person ? "U0BEN" : "";
    out.content.content = {"Question 1.", {paragraph{{plain("Question 1.")}}}};
    out.sent = {{"1/start", "1749999000.000100"}};
    return out;
}

outgoing_message edit()
{
    auto out = message_to(audience::thread);
    out.content.edit = true;
    out.sent["1/question/traction"] = "1750000000.000200";
    return out;
}

std::string method(std::optional<http_call> const& call)
{
    return call ? call->url.substr(call->url.rfind('/') + 1) : "";
}

std::string argument(std::optional<http_call> const& call, std::string_view name)
{
    if (!call)
        return "no call";
    auto const fields = decode_form(call->body);
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

TEST(SlackPost, ToAChannelStartsAThread)
{
    auto const call = call_that_sends(api, message_to(audience::channel));

    EXPECT_EQ(method(call), "chat.postMessage");
    EXPECT_EQ(argument(call, "channel"), "C0VAN");
    EXPECT_EQ(argument(call, "thread_ts"), "-");
    EXPECT_EQ(argument(call, "text"), "Question 1.");
    EXPECT_EQ(json::parse(argument(call, "blocks")).size(), 1U);
    EXPECT_EQ(argument(call, "unfurl_links"), "false");
    EXPECT_EQ(argument(call, "unfurl_media"), "false");
    EXPECT_EQ(
        json::parse(argument(call, "metadata")),
        (json{{"event_type", "crossroads_message"}, {"event_payload", {{"id", "m-17"}}}}));
}

TEST(SlackPost, ToAThreadNamesItsFirstMessage)
{
    auto const call = call_that_sends(api, message_to(audience::thread));

    EXPECT_EQ(argument(call, "thread_ts"), "1749999000.000100");
    EXPECT_EQ(argument(call, "reply_broadcast"), "-");
}

TEST(SlackPost, ToThreadAndChannelIsBroadcast)
{
    EXPECT_EQ(
        argument(call_that_sends(api, message_to(audience::thread_and_channel)), "reply_broadcast"), "true");
}

TEST(SlackPost, ToOnePersonIsEphemeral)
{
    auto const call = call_that_sends(api, message_to(audience::one_person));

    EXPECT_EQ(method(call), "chat.postEphemeral");
    EXPECT_EQ(argument(call, "user"), "U0BEN");
    EXPECT_EQ(argument(call, "thread_ts"), "1749999000.000100");
    EXPECT_EQ(argument(call, "metadata"), "-");
}

TEST(SlackPost, ToOnePersonWithoutAThreadShowsInTheChannel)
{
    auto out = message_to(audience::one_person);
    out.content.thread_slot.clear();

    EXPECT_EQ(argument(call_that_sends(api, out), "thread_ts"), "-");
}

TEST(SlackPost, ThatEditsUpdatesWhatItsSlotShows)
{
    auto const call = call_that_sends(api, edit());

    EXPECT_EQ(method(call), "chat.update");
    EXPECT_EQ(argument(call, "channel"), "C0VAN");
    EXPECT_EQ(argument(call, "ts"), "1750000000.000200");
    EXPECT_EQ(argument(call, "thread_ts"), "-");
    EXPECT_NE(argument(call, "text"), "-");
    EXPECT_NE(argument(call, "metadata"), "-");
}

TEST(SlackPost, ToOnePersonIsNeverEdited)
{
    auto out = message_to(audience::one_person);
    out.content.edit = true;

    EXPECT_EQ(method(call_that_sends(api, out)), "chat.postEphemeral");
}

TEST(SlackPost, WithoutBlocksIsItsText)
{
    auto out = message_to(audience::channel);
    out.content.content.blocks.clear();

    EXPECT_EQ(argument(call_that_sends(api, out), "blocks"), "-");
    EXPECT_EQ(argument(call_that_sends(api, out), "text"), "Question 1.");
}

TEST(SlackPost, ThatCannotBeAddressedIsNone)
{
    auto no_thread = message_to(audience::thread);
    no_thread.sent.clear();
    auto no_slot = message_to(audience::thread);
    no_slot.content.thread_slot.clear();
    auto never_sent = edit();
    never_sent.sent.erase("1/question/traction");
    auto nobody = message_to(audience::one_person);
    nobody.content.to.clear();
    auto elsewhere = message_to(audience::channel);
    elsewhere.conversation = "teams:T0VAN:C0VAN";
    auto no_key = message_to(audience::channel);
    no_key.conversation = "slack:T0VAN";

    for (auto const& out : {no_thread, no_slot, never_sent, nobody, elsewhere, no_key})
        EXPECT_FALSE(call_that_sends(api, out));
}

/// What an outcome is, in one line.
struct outcome_name {
    std::string operator()(delivered const& one) const { return "delivered " + one.platform_id; }

    std::string operator()(learned_profile const& one) const { return "learned of " + one.what.of; }

    std::string operator()(retry_later const& one) const
    {
        return "retry" + (one.after ? " after " + std::to_string(one.after->count()) : std::string());
    }

    std::string operator()(outcome_unknown const& one) const { return "unknown " + one.reason; }

    std::string operator()(upload_goes_on const& one) const { return "goes on at " + one.call.url; }

    std::string operator()(installation_blocked const& one) const { return "blocked " + one.reason; }

    std::string operator()(refused_for_good const& one) const
    {
        return "refused " + one.reason + (one.clean_up ? ", cleaned up" : "");
    }

    std::string operator()(send_as_new const& one) const { return "as new " + one.reason; }

    std::string operator()(not_there const&) const { return "not there"; }
};

struct outcome_case {
    char const* name;
    outgoing_message out;
    http_response response;
    char const* expected;
};

std::ostream& operator<<(std::ostream& out, outcome_case const& one)
{
    return out << one.name;
}

class SlackOutcome : public ::testing::TestWithParam<outcome_case> {};

TEST_P(SlackOutcome, IsClassified)
{
    auto const outcome = outcome_of(api, GetParam().out, GetParam().response);

    EXPECT_EQ(std::visit(outcome_name(), outcome), GetParam().expected);
}

http_response const posted = ok(
    {{"channel", "C0VAN"}, {"ts", "1750000001.000300"}, {"message", {{"thread_ts", "1749999000.000100"}}}});
http_response const posted_outside =
    ok({{"channel", "C0VAN"}, {"ts", "1750000001.000300"}, {"message", {{"ts", "1750000001.000300"}}}});

http_response status(unsigned code, http_headers headers = {}, std::string body = "<html>Sorry</html>")
{
    return {code, std::move(headers), std::move(body)};
}

outgoing_message const reply_in_thread = message_to(audience::thread);
outgoing_message const start = message_to(audience::channel);

INSTANTIATE_TEST_SUITE_P(
    Table, SlackOutcome,
    ::testing::Values(
        outcome_case{"Posted", reply_in_thread, posted, "delivered 1750000001.000300"},
        outcome_case{"PostedInChannel", start, posted_outside, "delivered 1750000001.000300"},
        outcome_case{
            "WithoutTheMessage", reply_in_thread, ok({{"ts", "1750000001.000300"}}),
            "delivered 1750000001.000300"},
        outcome_case{"Edited", edit(), ok({{"ts", "1750000000.000200"}}), "delivered 1750000000.000200"},
        outcome_case{"EditedWithoutThread", edit(), posted_outside, "delivered 1750000001.000300"},
        outcome_case{
            "Ephemeral", message_to(audience::one_person), ok({{"message_ts", "1750000001.000300"}}),
            "delivered "},
        outcome_case{
            "OutsideOfItsThread", reply_in_thread, posted_outside, "refused thread_root_gone, cleaned up"},
        outcome_case{
            "BroadcastOutsideOfItsThread", message_to(audience::thread_and_channel), posted_outside,
            "refused thread_root_gone, cleaned up"},
        outcome_case{"WithoutTs", start, ok({}), "unknown answer_has_no_ts"},
        outcome_case{"TsIsANumber", start, ok({{"ts", 1750000001.0003}}), "unknown answer_has_no_ts"},
        outcome_case{"RateLimited", start, status(429, {{"Retry-After", "30"}}), "retry after 30"},
        outcome_case{"RateLimitedWithoutTime", start, status(429), "retry"},
        outcome_case{"RateLimitedForNoTime", start, status(429, {{"retry-after", "0"}}), "retry after 1"},
        outcome_case{
            "RateLimitedForYears", start, status(429, {{"Retry-After", "99999999"}}), "retry after 3600"},
        outcome_case{
            "RateLimitedForever", start, status(429, {{"Retry-After", "99999999999999999999999"}}),
            "retry after 3600"},
        outcome_case{"RateLimitedNegative", start, status(429, {{"Retry-After", "-5"}}), "retry after 1"},
        outcome_case{
            "RateLimitedUntilADate", start, status(429, {{"Retry-After", "Fri, 12 Jun 2026 17:00:00 GMT"}}),
            "retry"},
        outcome_case{"RateLimitedInside", start, error("rate_limited"), "retry"},
        outcome_case{"Unavailable", start, error("service_unavailable"), "retry"},
        outcome_case{"ServerError", start, status(500), "unknown http_500"},
        outcome_case{"BadGateway", start, status(502), "unknown http_502"},
        outcome_case{
            "ServerErrorAsJson", start, status(503, {}, R"({"ok":true,"ts":"1"})"), "unknown http_503"},
        outcome_case{"FatalError", start, error("fatal_error"), "unknown fatal_error"},
        outcome_case{"InternalError", start, error("internal_error"), "unknown internal_error"},
        outcome_case{"Html", start, status(200), "unknown answer_is_not_json"},
        outcome_case{"Nothing", start, status(200, {}, ""), "unknown answer_is_not_json"},
        outcome_case{"JsonArray", start, status(200, {}, "[]"), "unknown answer_is_not_json"},
        outcome_case{"OkIsText", start, status(200, {}, R"({"ok":"true"})"), "unknown answer_is_not_json"},
        outcome_case{"Redirect", start, status(302), "unknown http_302"},
        outcome_case{"RequestTimeout", start, status(408), "unknown http_408"},
        outcome_case{"ProxyWantsPassword", start, status(407), "retry"},
        outcome_case{"NotFound", start, status(404), "retry"},
        outcome_case{"BadRequest", start, status(400), "refused http_400"},
        outcome_case{"TooLarge", start, status(413), "refused http_413"},
        outcome_case{
            "ForbiddenBySlack", start, status(403, {}, R"({"ok":false,"error":"invalid_auth"})"),
            "blocked invalid_auth"},
        outcome_case{"TokenRevoked", start, error("token_revoked"), "blocked token_revoked"},
        outcome_case{"AccountInactive", start, error("account_inactive"), "blocked account_inactive"},
        outcome_case{"MissingScope", start, error("missing_scope"), "blocked missing_scope"},
        outcome_case{"NoChannel", start, error("channel_not_found"), "refused channel_not_found"},
        outcome_case{"NotInChannel", start, error("not_in_channel"), "refused not_in_channel"},
        outcome_case{"Archived", start, error("is_archived"), "refused is_archived"},
        outcome_case{"NoThread", reply_in_thread, error("thread_not_found"), "refused thread_not_found"},
        outcome_case{"WrongBlocks", start, error("invalid_blocks"), "refused invalid_blocks"},
        outcome_case{"TooLong", start, error("msg_too_long"), "refused msg_too_long"},
        outcome_case{"EditOfNothing", edit(), error("message_not_found"), "as new message_not_found"},
        outcome_case{"EditNotAllowed", edit(), error("cant_update_message"), "as new cant_update_message"},
        outcome_case{"EditTooLate", edit(), error("edit_window_closed"), "as new edit_window_closed"},
        outcome_case{"NotAnEdit", start, error("message_not_found"), "refused message_not_found"},
        outcome_case{"ErrorOfTomorrow", start, error("new_in_2031"), "refused new_in_2031"},
        outcome_case{
            "ErrorWithoutCode", start, status(200, {}, R"({"ok":false})"), "refused unreadable_error"},
        outcome_case{"ErrorOfOddCode", start, error("a b\nc"), "refused unreadable_error"}),
    [](auto const& tested) { return tested.param.name; });

TEST(SlackOutcome, OfAReplyOutsideOfItsThreadTakesItBack)
{
    auto const outcome = outcome_of(api, reply_in_thread, posted_outside);

    auto const& call = std::get<refused_for_good>(outcome).clean_up;
    EXPECT_EQ(method(call), "chat.delete");
    EXPECT_EQ(argument(call, "channel"), "C0VAN");
    EXPECT_EQ(argument(call, "ts"), "1750000001.000300");
}

constexpr std::chrono::sys_seconds since{seconds{1'750'000'000}};

TEST(SlackLookUp, ReadsTheThreadFromShortlyBefore)
{
    auto sent_later = reply_in_thread;
    sent_later.sent["1/question/later"] = "1750000300.000100";
    auto const call = call_that_looks_up(api, sent_later, since);

    EXPECT_EQ(method(call), "conversations.replies");
    EXPECT_EQ(argument(call, "channel"), "C0VAN");
    EXPECT_EQ(argument(call, "ts"), "1749999000.000100");
    EXPECT_EQ(argument(call, "oldest"), "1749999990.000000");
    EXPECT_EQ(argument(call, "include_all_metadata"), "true");
}

TEST(SlackLookUp, TrustsTheTimesOfSlackMoreThanAClockThatMayHaveBeenAhead)
{
    auto const two_days_ahead = since + std::chrono::hours{48};
    auto const call = call_that_looks_up(api, reply_in_thread, two_days_ahead);

    EXPECT_EQ(argument(call, "oldest"), "1749999000.000100");
}

TEST(SlackLookUp, ReadsTheChannelForWhatStartsAThread)
{
    EXPECT_EQ(method(call_that_looks_up(api, start, since)), "conversations.history");
}

TEST(SlackLookUp, IsNeitherNeededForEditsNorPossibleForPrivateMessages)
{
    EXPECT_FALSE(call_that_looks_up(api, edit(), since));
    EXPECT_FALSE(call_that_looks_up(api, message_to(audience::one_person), since));
}

json listed(std::string_view id, std::string_view ts)
{
    return {
        {"ts", ts}, {"metadata", {{"event_type", "crossroads_message"}, {"event_payload", {{"id", id}}}}}};
}

std::string found_in(http_response const& response)
{
    return std::visit(outcome_name(), outcome_of_look_up(reply_in_thread, response));
}

TEST(SlackLookUp, FindsItsMessageByItsId)
{
    EXPECT_EQ(
        found_in(ok({{"messages", {listed("m-16", "1.1"), {{"ts", "1.2"}}, listed("m-17", "1.3")}}})),
        "delivered 1.3");
}

TEST(SlackLookUp, TakesTheFirstOfTwo)
{
    EXPECT_EQ(
        found_in(ok({{"messages", {listed("m-17", "1750000009.1"), listed("m-17", "1750000003.1")}}})),
        "delivered 1750000003.1");
}

TEST(SlackLookUp, SaysWhenItIsNotThere)
{
    EXPECT_EQ(found_in(ok({{"messages", {listed("m-16", "1.1")}}})), "not there");
    EXPECT_EQ(found_in(ok({{"messages", json::array()}})), "not there");
    EXPECT_EQ(found_in(ok({})), "not there");
}

TEST(SlackLookUp, IsRepeatedWhenItSaidNothing)
{
    EXPECT_EQ(found_in(status(429, {{"Retry-After", "7"}})), "retry after 7");
    EXPECT_EQ(found_in(status(503)), "retry");
    EXPECT_EQ(found_in(status(200)), "retry");
    EXPECT_EQ(found_in(error("ratelimited")), "retry");
    EXPECT_EQ(found_in(error("internal_error")), "retry");
}

TEST(SlackLookUp, ShowsNothingWhileTheTokenIsRefused)
{
    EXPECT_EQ(found_in(error("token_revoked")), "blocked token_revoked");
    EXPECT_EQ(found_in(error("account_inactive")), "blocked account_inactive");
}

TEST(SlackLookUp, GivesUpWhereItMayNotRead)
{
    EXPECT_EQ(found_in(error("missing_scope")), "not there");
    EXPECT_EQ(found_in(error("thread_not_found")), "not there");
}

}  // namespace
}  // namespace crossroads::slack
