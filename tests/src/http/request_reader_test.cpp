#include "http/request_reader.hpp"

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

struct reader_case {
    char const* name;
    std::string bytes;
    unsigned refusal;  // 0: a whole request
};

class RequestReader : public testing::TestWithParam<reader_case> {};

TEST_P(RequestReader, DecidesTheSameHoweverTheBytesArrive)
{
    auto const& bytes = GetParam().bytes;
    for (std::size_t const piece : {bytes.size(), std::size_t{1}, std::size_t{7}}) {
        auto const got = read(bytes, piece);
        EXPECT_EQ(got.refusal, GetParam().refusal) << "in pieces of " << piece;
        EXPECT_EQ(got.complete, GetParam().refusal == 0) << "in pieces of " << piece;
    }
}

std::string get(std::string const& fields)
{
    return "GET / HTTP/1.1\r\nHost: x\r\n" + fields + "\r\n";
}

std::string post(std::string const& fields, std::string const& body)
{
    return "POST / HTTP/1.1\r\nHost: x\r\n" + fields + "\r\n" + body;
}

std::string const chunked = "Transfer-Encoding: chunked\r\n";

INSTANTIATE_TEST_SUITE_P(
    Accepted, RequestReader,
    testing::Values(
        reader_case{"Get", get(""), 0}, reader_case{"Http10WithoutHost", "GET / HTTP/1.0\r\n\r\n", 0},
        reader_case{"Length", post("Content-Length: 3\r\n", "abc"), 0},
        reader_case{"LengthZero", post("Content-Length: 0\r\n", ""), 0},
        reader_case{"Chunks", post(chunked, "3\r\nabc\r\n0\r\n\r\n"), 0},
        reader_case{"ChunkedInCapitals", post("Transfer-Encoding: CHUNKED\r\n", "0\r\n\r\n"), 0},
        reader_case{"Trailers", post(chunked, "1\r\na\r\n0\r\nX-Late: 1\r\n\r\n"), 0},
        reader_case{"Options", "OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n", 0},
        reader_case{"UnknownMethod", "BREW /pot HTTP/1.1\r\nHost: x\r\n\r\n", 0}),
    [](auto const& each) { return std::string(each.param.name); });

// What two programs in a row could understand differently.
INSTANTIATE_TEST_SUITE_P(
    Smuggling, RequestReader,
    testing::Values(
        reader_case{"LengthAndChunked", post("Content-Length: 3\r\n" + chunked, "0\r\n\r\n"), 400},
        reader_case{"ChunkedAndLength", post(chunked + "Content-Length: 3\r\n", "0\r\n\r\n"), 400},
        reader_case{"TwoLengths", post("Content-Length: 3\r\nContent-Length: 4\r\n", "abc"), 400},
        reader_case{"TheSameLengthTwice", post("Content-Length: 3\r\nContent-Length: 3\r\n", "abc"), 400},
        reader_case{"AListOfLengths", post("Content-Length: 3, 3\r\n", "abc"), 400},
        reader_case{"SignedLength", post("Content-Length: +3\r\n", "abc"), 400},
        reader_case{"NegativeLength", post("Content-Length: -3\r\n", "abc"), 400},
        reader_case{"HexLength", post("Content-Length: 0x3\r\n", "abc"), 400},
        reader_case{"EmptyLength", post("Content-Length:\r\n", "abc"), 400},
        reader_case{"HugeLength", post("Content-Length: 18446744073709551616\r\n", "abc"), 400},
        reader_case{"OtherEncoding", post("Transfer-Encoding: gzip\r\n", "abc"), 400},
        reader_case{"EncodingsBeforeChunked", post("Transfer-Encoding: gzip, chunked\r\n", "0\r\n\r\n"), 400},
        reader_case{
            "EncodingAfterChunked", post("Transfer-Encoding: chunked, identity\r\n", "0\r\n\r\n"), 400},
        reader_case{"ChunkedTwice", post(chunked + chunked, "0\r\n\r\n"), 400},
        reader_case{
            "IdentityThenChunked", post("Transfer-Encoding: identity\r\n" + chunked, "0\r\n\r\n"), 400},
        reader_case{"EncodingWithALength", post("Transfer-Encoding: x\r\nContent-Length: 3\r\n", "abc"), 400},
        reader_case{"VerticalTabInEncoding", post("Transfer-Encoding: \vchunked\r\n", "0\r\n\r\n"), 400},
        reader_case{"SpaceBeforeColon", post("Transfer-Encoding : chunked\r\n", "0\r\n\r\n"), 400},
        reader_case{"FoldedLine", get("X-A: b\r\n c\r\n"), 400},
        reader_case{"FoldedEncoding", post("Transfer-Encoding:\r\n chunked\r\n", "0\r\n\r\n"), 400},
        reader_case{"LineStartsWithTab", get("X-A: b\r\n\tc: d\r\n"), 400},
        reader_case{"ChunkedInHttp10", "POST / HTTP/1.0\r\n" + chunked + "\r\n0\r\n\r\n", 400},
        reader_case{"BareLineFeed", "GET / HTTP/1.1\nHost: x\n\n\r\n\r\n", 400},
        reader_case{"BareLineFeedInAField", get("X-A: b\nX-C: d\r\n"), 400},
        reader_case{"BareCarriageReturn", get("X-A: b\rX-C: d\r\n"), 400},
        reader_case{"NulInAField", get(std::string("X-A: b\0c\r\n", 10)), 400},
        reader_case{"ChunkSizeNotHex", post(chunked, "z\r\nabc\r\n0\r\n\r\n"), 400},
        reader_case{"ChunkSizeTooBig", post(chunked, "fffffffffffffffff\r\nabc\r\n"), 400},
        reader_case{"ChunkLongerThanSaid", post(chunked, "1\r\nabc\r\n0\r\n\r\n"), 400},
        reader_case{"LengthInTheTrailer", post(chunked, "0\r\nContent-Length: 3\r\n\r\n"), 400}),
    [](auto const& each) { return std::string(each.param.name); });

INSTANTIATE_TEST_SUITE_P(
    NotARequest, RequestReader,
    testing::Values(
        reader_case{"NoHost", "GET / HTTP/1.1\r\n\r\n", 400},
        reader_case{"TwoHosts", get("Host: y\r\n"), 400},
        reader_case{"TwoHostsInHttp10", "GET / HTTP/1.0\r\nHost: x\r\nHost: y\r\n\r\n", 400},
        reader_case{"AbsoluteTarget", "GET http://y/ HTTP/1.1\r\nHost: x\r\n\r\n", 400},
        reader_case{"AsteriskForGet", "GET * HTTP/1.1\r\nHost: x\r\n\r\n", 400},
        reader_case{"Connect", "CONNECT y:443 HTTP/1.1\r\nHost: x\r\n\r\n", 400},
        reader_case{"FragmentInTarget", "GET /a#b HTTP/1.1\r\nHost: x\r\n\r\n", 400},
        reader_case{"NonAsciiTarget", "GET /\xc3\xa9 HTTP/1.1\r\nHost: x\r\n\r\n", 400},
        reader_case{"TwoSpaces", "GET  / HTTP/1.1\r\nHost: x\r\n\r\n", 400},
        reader_case{"NoTarget", "GET HTTP/1.1\r\nHost: x\r\n\r\n", 400},
        reader_case{"ShortVersion", "GET / H\r\n\r\n", 400}, reader_case{"Http09", "GET /\r\n\r\n", 400},
        reader_case{"Http20", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 400},
        reader_case{"TlsOnAPlainPort", std::string("\x16\x03\x01\x02\x00\x01\x00", 7), 400},
        reader_case{"OtherExpectation", post("Expect: 200-ok\r\nContent-Length: 1\r\n", "a"), 417},
        reader_case{"FieldWithoutColon", get("Nonsense\r\n"), 400},
        reader_case{"EmptyFieldName", get(": x\r\n"), 400}),
    [](auto const& each) { return std::string(each.param.name); });

INSTANTIATE_TEST_SUITE_P(
    TooMuch, RequestReader,
    testing::Values(
        reader_case{"LongField", get("X-Long: " + std::string(8 * 1024, 'x') + "\r\n"), 431},
        reader_case{"LongTarget", "GET /" + std::string(9000, 'x') + " HTTP/1.1\r\nHost: x\r\n\r\n", 431},
        reader_case{"EndlessHead", "GET / HTTP/1.1\r\nX: " + std::string(8 * 1024, 'x'), 431},
        reader_case{"LongBody", post("Content-Length: 1048577\r\n", ""), 413},
        reader_case{"LongChunk", post(chunked, "100001\r\n"), 413}),
    [](auto const& each) { return std::string(each.param.name); });

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
