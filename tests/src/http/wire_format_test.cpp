#include "http/wire_format.hpp"

#include <gtest/gtest.h>

#include <stdexcept>
#include <string>

namespace crossroads {
namespace {

std::string response_head(http_response const& response, after_response after = after_response::keep_alive)
{
    std::string head = "what was there before";
    write_response_head(head, response, after);
    return head;
}

TEST(ResponseHead, SaysHowLongTheBodyIsWhateverTheHandlerSaid)
{
    http_response response;
    response.headers = {
        {"Content-Type", "text/plain"}, {"content-length", "99"}, {"Transfer-Encoding", "chunked"}};
    response.body = "four";
    auto const head = response_head(response);
    EXPECT_TRUE(head.starts_with("HTTP/1.1 200 OK\r\nDate: ")) << head;
    EXPECT_TRUE(head.ends_with("Content-Type: text/plain\r\nContent-Length: 4\r\n\r\n")) << head;
    EXPECT_EQ(head.find("99"), std::string::npos) << head;
    EXPECT_EQ(head.find("chunked"), std::string::npos) << head;
}

TEST(ResponseHead, SaysWhatBecomesOfTheConnection)
{
    EXPECT_EQ(response_head({}).find("Connection"), std::string::npos);
    EXPECT_NE(
        response_head({}, after_response::keep_alive_http10).find("\r\nConnection: keep-alive\r\n"),
        std::string::npos);
    EXPECT_NE(response_head({}, after_response::close).find("\r\nConnection: close\r\n"), std::string::npos);
}

TEST(ResponseHead, HasNoLengthWhereThereNeverIsABody)
{
    http_response response;
    response.status = 204;
    EXPECT_EQ(response_head(response).find("Content-Length"), std::string::npos);
}

TEST(ResponseHead, RefusesWhatCannotBeSent)
{
    for (auto const& header : http_headers{
             {"", "x"},
             {"A B", "x"},
             {"A:", "x"},
             {"A\r\nB", "x"},
             {"A", "x\ny"},
             {"A", "x\ry"},
             {"A", "x\x7f"},
             {"A", std::string("x\0y", 3)}}) {
        http_response response;
        response.headers = {header};
        EXPECT_THROW(response_head(response), std::invalid_argument) << header.first << ": " << header.second;
    }
    for (unsigned const status : {0U, 100U, 199U, 600U, 1000U}) {
        http_response response;
        response.status = status;
        EXPECT_THROW(response_head(response), std::invalid_argument) << status;
    }
}

TEST(RequestHead, NamesTheHostOnceAndTheLength)
{
    http_call call;
    call.headers = {{"Authorization", "Bearer x"}, {"host", "elsewhere"}, {"Content-Length", "9"}};
    call.body = "four";
    EXPECT_EQ(
        request_head(call, "slack.com", "/api"),
        "POST /api HTTP/1.1\r\nHost: slack.com\r\nAuthorization: Bearer x\r\nContent-Length: 4\r\n\r\n");
}

TEST(RequestHead, AGetHasNoLength)
{
    http_call call;
    call.method = "GET";
    EXPECT_EQ(request_head(call, "a.b", "/"), "GET / HTTP/1.1\r\nHost: a.b\r\n\r\n");
}

TEST(RequestHead, IsNotMadeFromWhatCannotBeSent)
{
    http_call call;
    EXPECT_FALSE(problem_with(call));
    call.method = "GET / HTTP/1.1\r\n";
    EXPECT_TRUE(problem_with(call));
    call.method = "GET";
    call.headers = {{"A", "b\r\nC: d"}};
    EXPECT_TRUE(problem_with(call));
}

}  // namespace
}  // namespace crossroads
