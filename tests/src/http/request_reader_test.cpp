#include "http/request_reader.hpp"
#include "support/request_cases.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace crossroads {
namespace {

struct outcome {
    unsigned refusal = 0;
    bool complete = false;
    http_request request;
    std::size_t taken = 0;
};

// Feeds `bytes` in pieces of `piece` bytes, as a connection would.
outcome read(std::string_view bytes, std::size_t piece, request_limits limits = {})
{
    request_reader reader(limits);
    std::string waiting;
    outcome got;
    for (std::size_t at = 0; at < bytes.size() && !reader.complete() && !reader.refusal(); at += piece) {
        waiting.append(bytes.substr(at, piece));
        auto const taken = reader.take(waiting);
        waiting.erase(0, taken);
        got.taken += taken;
    }
    got.refusal = reader.refusal().value_or(0);
    got.complete = reader.complete();
    got.request = reader.release();
    return got;
}

class RequestReader : public testing::TestWithParam<request_case> {};

TEST_P(RequestReader, DecidesTheSameHoweverTheBytesArrive)
{
    auto const& bytes = GetParam().bytes;
    for (std::size_t const piece : {bytes.size(), std::size_t{1}, std::size_t{7}}) {
        auto const got = read(bytes, piece);
        EXPECT_EQ(got.refusal, GetParam().refusal) << "in pieces of " << piece;
        EXPECT_EQ(got.complete, GetParam().refusal == 0) << "in pieces of " << piece;
    }
}

INSTANTIATE_TEST_SUITE_P(
    Accepted, RequestReader,
    testing::Values(
        request_case{"Get", get(""), 0}, request_case{"Http10WithoutHost", "GET / HTTP/1.0\r\n\r\n", 0},
        request_case{"Length", post("Content-Length: 3\r\n", "abc"), 0},
        request_case{"LengthZero", post("Content-Length: 0\r\n", ""), 0},
        request_case{"Chunks", post(chunked, "3\r\nabc\r\n0\r\n\r\n"), 0},
        request_case{"ChunkedInCapitals", post("Transfer-Encoding: CHUNKED\r\n", "0\r\n\r\n"), 0},
        request_case{"Trailers", post(chunked, "1\r\na\r\n0\r\nX-Late: 1\r\n\r\n"), 0},
        request_case{"Options", "OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n", 0},
        request_case{"UnknownMethod", "BREW /pot HTTP/1.1\r\nHost: x\r\n\r\n", 0}),
    [](auto const& each) { return each.param.name; });

INSTANTIATE_TEST_SUITE_P(Refused, RequestReader, testing::ValuesIn(refused_requests()), [](auto const& each) {
    return each.param.name;
});

TEST(RequestReaderParts, TakesAHeadOfExactlyTheLimit)
{
    auto const without = get("X-Long: \r\n").size();
    auto const exact = get("X-Long: " + std::string(8 * 1024 - without, 'x') + "\r\n");
    ASSERT_EQ(exact.size(), 8U * 1024U);
    for (std::size_t const piece : {std::size_t{1}, exact.size()})
        EXPECT_TRUE(read(exact, piece).complete) << "in pieces of " << piece;
    auto const over = get("X-Long: " + std::string(8 * 1024 - without + 1, 'x') + "\r\n");
    for (std::size_t const piece : {std::size_t{1}, over.size()})
        EXPECT_EQ(read(over, piece).refusal, 431U) << "in pieces of " << piece;
}

TEST(RequestReaderParts, ChunksTogetherAreHeldToTheLimit)
{
    std::string body;
    for (int i = 0; i < 11; ++i)
        body += "a\r\n0123456789\r\n";
    EXPECT_EQ(read(post(chunked, body), 50, {.header_bytes = 1024, .body_bytes = 100}).refusal, 413U);
}

TEST(RequestReaderParts, GivesEveryPartAsItWasSent)
{
    auto const got = read(
        "PUT /a/b?c=%20d HTTP/1.1\r\nhOsT: example.org:8080\r\nX-Two:  1  \r\nX-Two: 2\r\nContent-Length: "
        "4\r\n\r\n"
        "\r\n\r\n",
        1000);
    EXPECT_EQ(got.request.method, "PUT");
    EXPECT_EQ(got.request.target, "/a/b?c=%20d");
    EXPECT_EQ(
        got.request.headers,
        (http_headers{
            {"hOsT", "example.org:8080"}, {"X-Two", "1"}, {"X-Two", "2"}, {"Content-Length", "4"}}));
    EXPECT_EQ(got.request.body, "\r\n\r\n");
}

TEST(RequestReaderParts, LeavesTheNextRequestAlone)
{
    auto const first = post("Content-Length: 3\r\n", "abc");
    auto const got = read(first + get(""), 1000);
    EXPECT_TRUE(got.complete);
    EXPECT_EQ(got.taken, first.size());
}

TEST(RequestReaderParts, ATrailerDoesNotBecomeAHeader)
{
    auto const got = read(post(chunked, "1\r\na\r\n0\r\nX-Slack-Signature: v0=1\r\n\r\n"), 1000);
    EXPECT_TRUE(got.complete);
    EXPECT_FALSE(find_header(got.request.headers, "x-slack-signature"));
}

}  // namespace
}  // namespace crossroads
