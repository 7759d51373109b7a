#include "slack/signature.hpp"
#include "support/slack_requests.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <ostream>
#include <stdexcept>
#include <string>

namespace crossroads::slack {
namespace {

using std::chrono::seconds;

constexpr std::string_view secret = "one-of-two-secrets";
constexpr std::string_view timestamp = "1750000000";
constexpr std::chrono::sys_seconds now{seconds{1'750'000'000}};
constexpr std::string_view body = "command=%2Fassess&text=start";

http_request request_with(std::string signed_at, std::string signature)
{
    http_request request;
    request.headers = {
        {"X-Slack-Request-Timestamp", std::move(signed_at)}, {"X-Slack-Signature", std::move(signature)}};
    request.body = body;
    return request;
}

std::string right_signature(std::string_view signed_at = timestamp)
{
    return testing::slack_signature(secret, signed_at, body);
}

http_request signed_at(std::string at)
{
    auto signature = right_signature(at);
    return request_with(std::move(at), std::move(signature));
}

std::string upper_case(std::string text)
{
    std::transform(text.begin() + 3, text.end(), text.begin() + 3, [](char c) {
        return c >= 'a' && c <= 'f' ? static_cast<char>(c - 'a' + 'A') : c;
    });
    return text;
}

struct signature_case {
    char const* name;
    http_request request;
    signature_verdict expected;
};

std::ostream& operator<<(std::ostream& out, signature_case const& one)
{
    return out << one.name;
}

class SlackSignature : public ::testing::TestWithParam<signature_case> {};

TEST_P(SlackSignature, IsJudged)
{
    signature_verifier const verifier({std::string(secret)});

    EXPECT_EQ(name_of(verifier.verify(GetParam().request, now)), name_of(GetParam().expected));
}

using verdict = signature_verdict;

INSTANTIATE_TEST_SUITE_P(
    Table, SlackSignature,
    ::testing::Values(
        signature_case{"Right", signed_at("1750000000"), verdict::valid},
        signature_case{"ExactlyFiveMinutesOld", signed_at("1749999700"), verdict::valid},
        signature_case{"ExactlyFiveMinutesAhead", signed_at("1750000300"), verdict::valid},
        signature_case{"TooOldByASecond", signed_at("1749999699"), verdict::outside_time_window},
        signature_case{"TooFarAheadByASecond", signed_at("1750000301"), verdict::outside_time_window},
        signature_case{"AnHourAhead", signed_at("1750003600"), verdict::outside_time_window},
        signature_case{"TimeZero", signed_at("0"), verdict::outside_time_window},
        signature_case{
            "UpperCase", request_with("1750000000", upper_case(right_signature())), verdict::wrong_signature},
        signature_case{
            "WithoutVersion", request_with("1750000000", right_signature().substr(3)),
            verdict::wrong_signature},
        signature_case{
            "OtherVersion", request_with("1750000000", "v1" + right_signature().substr(2)),
            verdict::wrong_signature},
        signature_case{
            "JunkBehindIt", request_with("1750000000", right_signature() + "=junk"),
            verdict::wrong_signature},
        signature_case{
            "SpaceBehindIt", request_with("1750000000", right_signature() + " "), verdict::wrong_signature},
        signature_case{"Empty", request_with("1750000000", ""), verdict::wrong_signature},
        signature_case{"OnlyTheVersion", request_with("1750000000", "v0="), verdict::wrong_signature},
        signature_case{
            "OfAnotherTime", request_with("1750000001", right_signature()), verdict::wrong_signature},
        signature_case{"NoTimestamp", request_with("", right_signature("")), verdict::unreadable_timestamp},
        signature_case{"NotANumber", signed_at("yesterday"), verdict::unreadable_timestamp},
        signature_case{"Negative", signed_at("-1750000000"), verdict::unreadable_timestamp},
        signature_case{"WithPlus", signed_at("+1750000000"), verdict::unreadable_timestamp},
        signature_case{"WithSpace", signed_at(" 1750000000"), verdict::unreadable_timestamp},
        signature_case{"WithFraction", signed_at("1750000000.0"), verdict::unreadable_timestamp},
        signature_case{"Exponent", signed_at("1.75e9"), verdict::unreadable_timestamp},
        signature_case{"Overflowing", signed_at("99999999999999999999"), verdict::unreadable_timestamp},
        signature_case{"Huge", signed_at("9223372036854775807"), verdict::unreadable_timestamp}),
    [](auto const& tested) { return tested.param.name; });

TEST(SlackSignatureVerifier, AcceptsTheExampleOfSlacksDocumentation)
{
    signature_verifier const verifier({"8f742231b10e8888abcd99yyyzzz85a5"});
    http_request request;
    request.headers = {
        {"x-slack-request-timestamp", "1531420618"},
        {"x-slack-signature", "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503"}};
    request.body =
        "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&"
        "channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&"
        "response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F"
        "96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";

    EXPECT_EQ(
        verifier.verify(request, std::chrono::sys_seconds(seconds(1'531'420'618))), signature_verdict::valid);
}

TEST(SlackSignatureVerifier, WantsBothHeaders)
{
    signature_verifier const verifier({std::string(secret)});
    for (auto const* missing : {"X-Slack-Signature", "X-Slack-Request-Timestamp"}) {
        auto request = signed_at("1750000000");
        std::erase_if(request.headers, [&](auto const& header) { return header.first == missing; });

        EXPECT_EQ(verifier.verify(request, now), signature_verdict::missing_header) << missing;
    }
}

TEST(SlackSignatureVerifier, RefusesAWrongDigitInEveryPlace)
{
    signature_verifier const verifier({std::string(secret)});
    auto const right = right_signature();
    for (std::size_t at = 0; at < right.size(); ++at) {
        auto wrong = right;
        wrong[at] = wrong[at] == '0' ? '1' : '0';
        EXPECT_EQ(verifier.verify(request_with("1750000000", wrong), now), signature_verdict::wrong_signature)
            << at;
    }
}

TEST(SlackSignatureVerifier, RefusesABodyThatDiffersInOneByte)
{
    signature_verifier const verifier({std::string(secret)});
    for (std::size_t at = 0; at < body.size(); ++at) {
        auto request = signed_at("1750000000");
        request.body[at] = static_cast<char>(request.body[at] ^ 1);
        EXPECT_EQ(verifier.verify(request, now), signature_verdict::wrong_signature) << at;
    }
}

TEST(SlackSignatureVerifier, AcceptsEitherOfTwoSecrets)
{
    for (auto const& secrets : std::vector<std::vector<std::string>>{
             {std::string(secret), "the-other"}, {"the-other", std::string(secret)}})
        EXPECT_EQ(signature_verifier(secrets).verify(signed_at("1750000000"), now), signature_verdict::valid);
}

TEST(SlackSignatureVerifier, RefusesAnotherSecret)
{
    signature_verifier const verifier({"the-other", "a-third"});

    EXPECT_EQ(verifier.verify(signed_at("1750000000"), now), signature_verdict::wrong_signature);
}

TEST(SlackSignatureVerifier, SignsTheBytesAsTheyCame)
{
    signature_verifier const verifier({std::string(secret)});
    std::string const bytes("\xFF\0\xC3\x28", 4);
    auto request = request_with("1750000000", testing::slack_signature(secret, timestamp, bytes));
    request.body = bytes;

    EXPECT_EQ(verifier.verify(request, now), signature_verdict::valid);
}

TEST(SlackSignatureVerifier, IsNotMadeWithoutASecret)
{
    EXPECT_THROW(signature_verifier({}), std::invalid_argument);
    EXPECT_THROW(signature_verifier({""}), std::invalid_argument);
    EXPECT_THROW(signature_verifier({"good", ""}), std::invalid_argument);
}

}  // namespace
}  // namespace crossroads::slack
