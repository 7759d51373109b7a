#pragma once

#include <string>
#include <vector>

namespace crossroads {

/// Bytes as a client may send them, and the status they are refused with; 0: they are a whole request.
struct request_case {
    std::string name;
    std::string bytes;
    unsigned refusal;
};

inline std::string get(std::string const& fields)
{
    return "GET / HTTP/1.1\r\nHost: x\r\n" + fields + "\r\n";
}

inline std::string post(std::string const& fields, std::string const& body)
{
    return "POST / HTTP/1.1\r\nHost: x\r\n" + fields + "\r\n" + body;
}

inline std::string const chunked = "Transfer-Encoding: chunked\r\n";

/// What two programs in a row could understand differently (request smuggling).
inline std::vector<request_case> ambiguous_requests()
{
    return {
        {"LengthAndChunked", post("Content-Length: 3\r\n" + chunked, "0\r\n\r\n"), 400},
        {"ChunkedAndLength", post(chunked + "Content-Length: 3\r\n", "0\r\n\r\n"), 400},
        {"TwoLengths", post("Content-Length: 3\r\nContent-Length: 4\r\n", "abc"), 400},
        {"TheSameLengthTwice", post("Content-Length: 3\r\nContent-Length: 3\r\n", "abc"), 400},
        {"AListOfLengths", post("Content-Length: 3, 3\r\n", "abc"), 400},
        {"SignedLength", post("Content-Length: +3\r\n", "abc"), 400},
        {"NegativeLength", post("Content-Length: -3\r\n", "abc"), 400},
        {"HexLength", post("Content-Length: 0x3\r\n", "abc"), 400},
        {"EmptyLength", post("Content-Length:\r\n", "abc"), 400},
        {"LengthInTwoWords", post("Content-Length: 3 3\r\n", "abc"), 400},
        {"LengthWithAFraction", post("Content-Length: 3.0\r\n", "abc"), 400},
        {"HugeLength", post("Content-Length: 18446744073709551616\r\n", "abc"), 400},
        {"LengthBeforeATab", post("Content-Length\t: 3\r\n", "abc"), 400},
        {"OtherEncoding", post("Transfer-Encoding: gzip\r\n", "abc"), 400},
        {"EmptyEncoding", post("Transfer-Encoding:\r\n", "abc"), 400},
        {"EncodingInQuotes", post("Transfer-Encoding: \"chunked\"\r\n", "0\r\n\r\n"), 400},
        {"EncodingsBeforeChunked", post("Transfer-Encoding: gzip, chunked\r\n", "0\r\n\r\n"), 400},
        {"EncodingAfterChunked", post("Transfer-Encoding: chunked, identity\r\n", "0\r\n\r\n"), 400},
        {"EncodingWithAParameter", post("Transfer-Encoding: chunked;q=1\r\n", "0\r\n\r\n"), 400},
        {"ChunkedTwice", post(chunked + chunked, "0\r\n\r\n"), 400},
        {"IdentityThenChunked", post("Transfer-Encoding: identity\r\n" + chunked, "0\r\n\r\n"), 400},
        {"EncodingWithALength", post("Transfer-Encoding: x\r\nContent-Length: 3\r\n", "abc"), 400},
        {"VerticalTabInEncoding", post("Transfer-Encoding: \vchunked\r\n", "0\r\n\r\n"), 400},
        {"SpaceBeforeColon", post("Transfer-Encoding : chunked\r\n", "0\r\n\r\n"), 400},
        {"FoldedLine", get("X-A: b\r\n c\r\n"), 400},
        {"FoldedEncoding", post("Transfer-Encoding:\r\n chunked\r\n", "0\r\n\r\n"), 400},
        {"FoldedFirstLine", "GET / HTTP/1.1\r\n Host: x\r\n\r\n", 400},
        {"LineStartsWithTab", get("X-A: b\r\n\tc: d\r\n"), 400},
        {"ChunkedInHttp10", "POST / HTTP/1.0\r\n" + chunked + "\r\n0\r\n\r\n", 400},
        {"BareLineFeed", "GET / HTTP/1.1\nHost: x\n\n\r\n\r\n", 400},
        {"BareLineFeedInAField", get("X-A: b\nX-C: d\r\n"), 400},
        {"BareCarriageReturn", get("X-A: b\rX-C: d\r\n"), 400},
        {"BareCarriageReturnInTheTarget", "GET /a\rb HTTP/1.1\r\nHost: x\r\n\r\n", 400},
        {"NulInAField", get(std::string("X-A: b\0c\r\n", 10)), 400},
        {"NulInAName", get(std::string("X-\0A: b\r\n", 9)), 400},
        {"NulInTheTarget", std::string("GET /a\0b HTTP/1.1\r\nHost: x\r\n\r\n", 31), 400},
        {"ChunkSizeNotHex", post(chunked, "z\r\nabc\r\n0\r\n\r\n"), 400},
        {"ChunkSizeSigned", post(chunked, "+3\r\nabc\r\n0\r\n\r\n"), 400},
        {"ChunkSizeNegative", post(chunked, "-3\r\nabc\r\n0\r\n\r\n"), 400},
        {"ChunkSizeWithAPrefix", post(chunked, "0x3\r\nabc\r\n0\r\n\r\n"), 400},
        {"ChunkSizeAfterASpace", post(chunked, " 3\r\nabc\r\n0\r\n\r\n"), 400},
        {"ChunkSizeBeforeASpace", post(chunked, "3 \r\nabc\r\n0\r\n\r\n"), 400},
        {"ChunkSizeMissing", post(chunked, "\r\nabc\r\n0\r\n\r\n"), 400},
        {"ChunkSizeTooBig", post(chunked, "fffffffffffffffff\r\nabc\r\n"), 400},
        {"ChunkLongerThanSaid", post(chunked, "1\r\nabc\r\n0\r\n\r\n"), 400},
        {"ChunkEndsWithALineFeed", post(chunked, "3\nabc\r\n0\r\n\r\n"), 400},
        {"ChunkDataEndsWithALineFeed", post(chunked, "3\r\nabc\n0\r\n\r\n"), 400},
        {"ChunkExtension", post(chunked, "3;a=b\r\nabc\r\n0\r\n\r\n"), 400},
        {"ChunkExtensionWithoutAName", post(chunked, "3;\r\nabc\r\n0\r\n\r\n"), 400},
        {"ChunkExtensionWithALineFeed", post(chunked, "3;\nabc\r\n0\r\n\r\n"), 400},
        {"LastChunkWithAnExtension", post(chunked, "0;a=b\r\n\r\n"), 400},
        {"LengthInTheTrailer", post(chunked, "0\r\nContent-Length: 3\r\n\r\n"), 400},
    };
}

inline std::vector<request_case> not_requests()
{
    return {
        {"NoHost", "GET / HTTP/1.1\r\n\r\n", 400},
        {"TwoHosts", get("Host: y\r\n"), 400},
        {"TheSameHostTwice", get("Host: x\r\n"), 400},
        {"TwoHostsInHttp10", "GET / HTTP/1.0\r\nHost: x\r\nHost: y\r\n\r\n", 400},
        {"AbsoluteTarget", "GET http://y/ HTTP/1.1\r\nHost: x\r\n\r\n", 400},
        {"AbsoluteTargetOfOurs", "GET http://x/ HTTP/1.1\r\nHost: x\r\n\r\n", 400},
        {"AsteriskForGet", "GET * HTTP/1.1\r\nHost: x\r\n\r\n", 400},
        {"Connect", "CONNECT y:443 HTTP/1.1\r\nHost: x\r\n\r\n", 400},
        {"FragmentInTarget", "GET /a#b HTTP/1.1\r\nHost: x\r\n\r\n", 400},
        {"NonAsciiTarget", "GET /\xc3\xa9 HTTP/1.1\r\nHost: x\r\n\r\n", 400},
        {"TwoSpaces", "GET  / HTTP/1.1\r\nHost: x\r\n\r\n", 400},
        {"SpaceInTarget", "GET /a b HTTP/1.1\r\nHost: x\r\n\r\n", 400},
        {"NoTarget", "GET HTTP/1.1\r\nHost: x\r\n\r\n", 400},
        {"ShortVersion", "GET / H\r\n\r\n", 400},
        {"LongVersion", "GET / HTTP/1.10\r\nHost: x\r\n\r\n", 400},
        {"LowerCaseVersion", "GET / http/1.1\r\nHost: x\r\n\r\n", 400},
        {"Http09", "GET /\r\n\r\n", 400},
        {"Http12", "GET / HTTP/1.2\r\nHost: x\r\n\r\n", 400},
        {"Http20", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 400},
        {"EmptyLinesFirst", "\r\n\r\n" + get(""), 400},
        {"TlsOnAPlainPort", std::string("\x16\x03\x01\x02\x00\x01\x00", 7), 400},
        {"OtherExpectation", post("Expect: 200-ok\r\nContent-Length: 1\r\n", "a"), 417},
        {"FieldWithoutColon", get("Nonsense\r\n"), 400},
        {"EmptyFieldName", get(": x\r\n"), 400},
    };
}

inline std::vector<request_case> too_large_requests()
{
    return {
        {"LongField", get("X-Long: " + std::string(8 * 1024, 'x') + "\r\n"), 431},
        {"LongTarget", "GET /" + std::string(9000, 'x') + " HTTP/1.1\r\nHost: x\r\n\r\n", 431},
        {"EndlessHead", "GET / HTTP/1.1\r\nX: " + std::string(8 * 1024, 'x'), 431},
        {"LongBody", post("Content-Length: 1048577\r\n", ""), 413},
        {"LongChunk", post(chunked, "100001\r\n"), 413},
    };
}

inline std::vector<request_case> refused_requests()
{
    auto all = ambiguous_requests();
    for (auto const& more : {not_requests(), too_large_requests()})
        all.insert(all.end(), more.begin(), more.end());
    return all;
}

}  // namespace crossroads
