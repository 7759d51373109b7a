#include "channel/json_reading.hpp"
#include "slack/webhook.hpp"
#include "support/slack_requests.hpp"

#include <gtest/gtest.h>

#include <ostream>
#include <string>

namespace crossroads::slack {
namespace {

using namespace std::string_literals;
using testing::slack_form_request;
using testing::slack_json_request;
using testing::slack_now;
using testing::slack_payload_request;
using testing::slack_request;

received receive(http_request const& request)
{
    static signature_verifier const signatures({std::string(testing::slack_secret)});
    static std::string const command = "/assess";
    return receive_webhook(request, signatures, command, slack_now);
}

http_response answer_to(http_request const& request)
{
    auto const got = receive(request);
    auto const* answer = std::get_if<http_response>(&got.outcome);
    EXPECT_NE(answer, nullptr) << got.kind;
    return answer == nullptr ? http_response{} : *answer;
}

http_request unsigned_request(std::string type, std::string body)
{
    auto request = slack_request(std::move(type), std::move(body));
    request.headers.resize(1);
    return request;
}

constexpr auto form = "application/x-www-form-urlencoded";

TEST(SlackWebhook, AnswersTheUrlCheckWithItsChallenge)
{
    auto const answer = answer_to(slack_json_request(R"({"type":"url_verification","challenge":"3eZ<b>"})"));

    EXPECT_EQ(answer.status, 200U);
    EXPECT_EQ(find_header(answer.headers, "content-type"), "application/json; charset=utf-8");
    EXPECT_EQ(json::parse(answer.body), json({{"challenge", "3eZ<b>"}}));
}

TEST(SlackWebhook, RefusesAUrlCheckWithoutAUsableChallenge)
{
    for (auto const& body :
         {R"({"type":"url_verification"})"s, R"({"type":"url_verification","challenge":7})"s,
          R"({"type":"url_verification","challenge":")" + std::string(257, 'x') + R"("})"})
        EXPECT_EQ(answer_to(slack_json_request(body)).status, 400U) << body;
}

TEST(SlackWebhook, RefusesWhatIsNotSignedWithAnEmptyBody)
{
    auto const answer =
        answer_to(unsigned_request("application/json", R"({"type":"url_verification","challenge":"x"})"));

    EXPECT_EQ(answer.status, 401U);
    EXPECT_TRUE(answer.body.empty());
    EXPECT_TRUE(answer.headers.empty());
}

TEST(SlackWebhook, CountsWhyASignatureWasRefused)
{
    auto stale = slack_request("application/json", "{}", slack_now - std::chrono::seconds(301));

    EXPECT_EQ(receive(stale).kind, "refused:outside_time_window");
    EXPECT_EQ(receive(unsigned_request("application/json", "{}")).kind, "refused:missing_header");
}

TEST(SlackWebhook, AnswersAnUnsignedTlsCheckAndNothingElseOfIt)
{
    for (auto const* body :
         {"ssl_check=1&token=x", "ssl_check=1&command=%2Fassess&text=start&user_id=U1",
          "payload=%7B%22type%22%3A%22view_closed%22%7D&ssl_check=1"}) {
        auto const got = receive(unsigned_request(form, body));
        EXPECT_EQ(got.kind, "ssl_check") << body;
        EXPECT_EQ(std::get<http_response>(got.outcome).status, 200U) << body;
        EXPECT_TRUE(std::get<http_response>(got.outcome).body.empty()) << body;
    }
}

TEST(SlackWebhook, TakesNothingElseForATlsCheck)
{
    for (auto const* body :
         {"ssl_check=0", "ssl_check=", "ssl_check", "ssl_check=11", "ssl_check=1%20", "ssl_check=true",
          "ssl_check=0&ssl_check=1", "Ssl_check=1", "ssl_check=1&x=%zz"})
        EXPECT_EQ(answer_to(unsigned_request(form, body)).status, 401U) << body;
    EXPECT_EQ(answer_to(unsigned_request("application/json", "ssl_check=1")).status, 401U);
    EXPECT_EQ(answer_to(unsigned_request("text/plain", "ssl_check=1")).status, 401U);
}

TEST(SlackWebhook, TakesContentTypesInAnySpelling)
{
    std::string const body = "payload=" + "%7B%22type%22%3A%22shortcut%22%7D"s;
    for (auto const* type :
         {"application/x-www-form-urlencoded; charset=utf-8", "Application/X-WWW-Form-Urlencoded",
          " application/x-www-form-urlencoded ;charset=UTF-8"})
        EXPECT_EQ(receive(slack_request(type, body)).kind, "unknown:shortcut") << type;
    EXPECT_EQ(
        receive(slack_request("application/json; charset=utf-8", R"({"type":"app_rate_limited"})")).kind,
        "unknown:app_rate_limited");
}

struct refused_case {
    char const* name;
    http_request request;
    unsigned status;
};

std::ostream& operator<<(std::ostream& out, refused_case const& one)
{
    return out << one.name;
}

http_request with_method(std::string method)
{
    auto request = slack_json_request("{}");
    request.method = std::move(method);
    return request;
}

std::string nested(std::size_t levels)
{
    return R"({"type":"event_callback","event":)" + std::string(levels, '[') + std::string(levels, ']') + "}";
}

class RefusedSlackWebhook : public ::testing::TestWithParam<refused_case> {};

TEST_P(RefusedSlackWebhook, GetsAStatusAndAnEmptyBody)
{
    auto const answer = answer_to(GetParam().request);

    EXPECT_EQ(answer.status, GetParam().status);
    EXPECT_TRUE(answer.body.empty());
}

INSTANTIATE_TEST_SUITE_P(
    Table, RefusedSlackWebhook,
    ::testing::Values(
        refused_case{"Get", with_method("GET"), 405}, refused_case{"Put", with_method("PUT"), 405},
        refused_case{"PlainText", slack_request("text/plain", "{}"), 415},
        refused_case{"NoContentType", slack_request("", "{}"), 415},
        refused_case{"Multipart", slack_request("multipart/form-data; boundary=x", "--x--"), 415},
        refused_case{"EmptyJson", slack_json_request(""), 400},
        refused_case{"CutJson", slack_json_request(R"({"type":"event_callback")"), 400},
        refused_case{"TwoJsonTexts", slack_json_request("{}{}"), 400},
        refused_case{"JsonArray", slack_json_request("[]"), 400},
        refused_case{"JsonNumber", slack_json_request("7"), 400},
        refused_case{"JsonNull", slack_json_request("null"), 400},
        refused_case{"InvalidUtf8", slack_json_request("{\"type\":\"\xC3\x28\"}"), 400},
        refused_case{"OverlongUtf8", slack_json_request("{\"type\":\"\xC0\xAF\"}"), 400},
        refused_case{"LoneSurrogate", slack_json_request(R"({"type":"\ud800"})"), 400},
        refused_case{"BareNul", slack_json_request("{\"type\":\"a\0b\"}"s), 400},
        refused_case{"NestedTooDeep", slack_json_request(nested(64)), 400},
        refused_case{"NestedFarTooDeep", slack_json_request(nested(400'000)), 400},
        refused_case{"OnlyOpeningBrackets", slack_json_request(std::string(1'000'000, '[')), 400},
        refused_case{"CutEscape", slack_request(form, "payload=%7"), 400},
        refused_case{"WrongEscape", slack_request(form, "payload=%GG"), 400},
        refused_case{"PayloadNotJson", slack_payload_request("{"), 400},
        refused_case{"PayloadEmpty", slack_payload_request(""), 400},
        refused_case{"PayloadArray", slack_payload_request("[]"), 400},
        refused_case{"PayloadNestedTooDeep", slack_payload_request(nested(64)), 400},
        refused_case{"PayloadInvalidUtf8", slack_payload_request("{\"type\":\"\xFF\"}"), 400},
        refused_case{
            "CommandInvalidUtf8", slack_form_request({{"command", "/assess"}, {"text", "a\xFF"}}), 400}),
    [](auto const& tested) { return tested.param.name; });

TEST(SlackWebhook, TakesNestingUpToTheLimit)
{
    EXPECT_EQ(receive(slack_json_request(nested(63))).kind, "unknown:event_callback");
}

TEST(SlackWebhook, CountsBracketsInTextsAsText)
{
    auto const body = json({{"type", "reminder"}, {"text", std::string(100, '[') + "\\\"{{{"}}).dump();

    EXPECT_EQ(receive(slack_json_request(body)).kind, "unknown:reminder");
}

TEST(SlackWebhook, AcknowledgesWhatItDoesNotKnowAtOnce)
{
    for (auto const* type :
         {"shortcut", "message_action", "interactive_message", "dialog_submission", "dialog_cancellation",
          "workflow_step_edit", "tomorrow"}) {
        auto const got = receive(slack_payload_request(json({{"type", type}}).dump()));
        EXPECT_EQ(got.kind, "unknown:"s + type);
        EXPECT_EQ(std::get<http_response>(got.outcome).status, 200U);
        EXPECT_TRUE(std::get<http_response>(got.outcome).body.empty());
    }
}

TEST(SlackWebhook, AnswersASuggestionWithNoOptions)
{
    auto const answer = answer_to(slack_payload_request(R"({"type":"block_suggestion","value":"a"})"));

    EXPECT_EQ(json::parse(answer.body), json({{"options", json::array()}}));
}

TEST(SlackWebhook, KeepsOddNamesOutOfTheCounters)
{
    for (auto const& type : {"a b"s, "x\"y"s, ""s, std::string(65, 'x'), "Caps"s, "\xC3\xA9"s})
        EXPECT_EQ(receive(slack_payload_request(json({{"type", type}}).dump())).kind, "unknown:other")
            << type;
}

TEST(SlackWebhook, AcknowledgesAFormWithNothingInIt)
{
    EXPECT_EQ(receive(slack_request(form, "")).kind, "unknown:form");
    EXPECT_EQ(receive(slack_request(form, "a=b&&c")).kind, "unknown:form");
}

}  // namespace
}  // namespace crossroads::slack
