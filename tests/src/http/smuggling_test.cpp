// A request that a proxy in front could understand differently is refused, and what follows on the connection
// is never looked at.
#include "support/local_server.hpp"
#include "support/raw_client.hpp"
#include "support/request_cases.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <string>

namespace asio = boost::asio;

namespace crossroads {
namespace {

std::size_t occurrences(std::string const& text, std::string const& part)
{
    std::size_t found = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1))
        ++found;
    return found;
}

class HttpServerThatCounts : public testing::Test {
protected:
    // Answers, and counts what it was asked.
    asio::awaitable<http_response> count(http_request)
    {
        ++handled_;
        http_response response;
        response.body = "handled";
        co_return response;
    }

    std::atomic<int> handled_ = 0;
    local_server server_{[this](http_request request) { return count(std::move(request)); }};
};

class HttpServerRefuses : public HttpServerThatCounts, public testing::WithParamInterface<request_case> {};

TEST_P(HttpServerRefuses, AndClosesWithoutLookingAtWhatFollows)
{
    raw_client client(server_.port());
    client.send(GetParam().bytes + "GET /smuggled HTTP/1.1\r\nHost: x\r\n\r\n");
    auto const got = client.read_all();

    EXPECT_TRUE(got.starts_with("HTTP/1.1 " + std::to_string(GetParam().refusal) + " ")) << got;
    EXPECT_EQ(occurrences(got, "HTTP/1.1 "), 1U) << got;
    EXPECT_NE(got.find("\r\nConnection: close\r\n"), std::string::npos) << got;
    EXPECT_EQ(handled_, 0);
}

INSTANTIATE_TEST_SUITE_P(All, HttpServerRefuses, testing::ValuesIn(refused_requests()), [](auto const& each) {
    return each.param.name;
});

// The same check on requests that are fine: it can fail.
TEST_F(HttpServerThatCounts, TakesWhatIsNotRefused)
{
    raw_client client(server_.port());
    client.send(get("") + "GET /second HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    EXPECT_EQ(occurrences(client.read_all(), "HTTP/1.1 200"), 2U);
    EXPECT_EQ(handled_, 2);
}

}  // namespace
}  // namespace crossroads
