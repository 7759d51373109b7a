#include "http/server.hpp"
#include "support/local_server.hpp"
#include "support/raw_client.hpp"

#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <gtest/gtest.h>

#include <chrono>
#include <future>
#include <memory>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

namespace asio = boost::asio;
using namespace std::chrono_literals;

namespace crossroads {
namespace {

asio::awaitable<http_response> echo(http_request request)
{
    http_response response;
    if (request.target == "/throw")
        throw std::runtime_error("as asked");
    if (request.target == "/throw-a-number")
        throw 42;
    if (request.target == "/empty") {
        response.headers = {{"Content-Type", "text/plain"}};
        co_return response;
    }
    if (request.target == "/injection")
        response.headers = {{"Location", "/\r\nSet-Cookie: a=b"}};
    if (request.target == "/close")
        response.headers = {{"Connection", "close"}};
    if (request.target == "/peer") {
        response.body = request.peer;
        co_return response;
    }
    response.body = request.method + " " + request.target + " [" + request.body + "]";
    co_return response;
}

std::string answer_to(local_server const& server, std::string_view bytes)
{
    raw_client client(server.port());
    client.send(bytes);
    return client.read_all();
}

std::string status_of(std::string const& response)
{
    return response.substr(0, 12);
}

std::string get(std::string_view target)
{
    return "GET " + std::string(target) + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
}

TEST(HttpServer, AnswersAPost)
{
    local_server server(echo);
    auto const got = answer_to(
        server, "POST /slack/events HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 2\r\n\r\nhi");
    EXPECT_TRUE(got.starts_with("HTTP/1.1 200 OK\r\n")) << got;
    EXPECT_TRUE(got.ends_with("\r\n\r\nPOST /slack/events [hi]")) << got;
    EXPECT_NE(got.find("Content-Length: 23\r\n"), std::string::npos) << got;
    EXPECT_NE(got.find("\r\nDate: "), std::string::npos) << got;
    EXPECT_NE(got.find("\r\nServer: crossroads\r\n"), std::string::npos) << got;
    EXPECT_NE(got.find("\r\nConnection: close\r\n"), std::string::npos) << got;
}

TEST(HttpServer, AnEmptyBodyHasALengthAndNoType)
{
    local_server server(echo);
    auto const got = answer_to(server, get("/empty"));
    EXPECT_EQ(status_of(got), "HTTP/1.1 200");
    EXPECT_NE(got.find("Content-Length: 0\r\n"), std::string::npos) << got;
    EXPECT_EQ(got.find("Content-Type"), std::string::npos) << got;
    EXPECT_TRUE(got.ends_with("\r\n\r\n")) << got;
}

TEST(HttpServer, TellsTheHandlerWhoAsked)
{
    local_server server(echo);
    EXPECT_TRUE(answer_to(server, get("/peer")).ends_with("\r\n\r\n127.0.0.1"));
}

TEST(HttpServer, AHandlerThatThrowsIsAnEmpty500WithAReference)
{
    local_server server(echo);
    for (auto const* const target : {"/throw", "/throw-a-number"}) {
        auto const got = answer_to(server, get(target));
        EXPECT_EQ(status_of(got), "HTTP/1.1 500") << target;
        EXPECT_NE(got.find("X-Reference: "), std::string::npos) << got;
        EXPECT_NE(got.find("Content-Length: 0\r\n"), std::string::npos) << got;
        EXPECT_EQ(got.find("as asked"), std::string::npos) << got;
    }
}

TEST(HttpServer, ARepliedHeaderCannotStartANewLine)
{
    local_server server(echo);
    auto const got = answer_to(server, get("/injection"));
    EXPECT_EQ(status_of(got), "HTTP/1.1 500");
    EXPECT_EQ(got.find("Set-Cookie"), std::string::npos) << got;
}

TEST(HttpServer, HeadGetsTheLengthWithoutTheBody)
{
    local_server server(echo);
    auto const got = answer_to(server, "HEAD /x HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    EXPECT_EQ(status_of(got), "HTTP/1.1 200");
    EXPECT_NE(got.find("Content-Length: 10\r\n"), std::string::npos) << got;
    EXPECT_TRUE(got.ends_with("\r\n\r\n")) << got;
}

TEST(HttpServer, KeepsTheConnectionForTheNextRequest)
{
    local_server server(echo);
    raw_client client(server.port());
    for (int i = 0; i < 3; ++i) {
        client.send("GET /again HTTP/1.1\r\nHost: x\r\n\r\n");
        EXPECT_EQ(status_of(client.read_until("GET /again []")), "HTTP/1.1 200");
    }
    EXPECT_EQ(server.connections(), 1U);
}

struct closing_case {
    char const* name;
    char const* request;
    bool closes;
};

class HttpServerKeepAlive : public testing::TestWithParam<closing_case> {};

TEST_P(HttpServerKeepAlive, IsDecidedByBothSides)
{
    local_server server(echo);
    raw_client client(server.port());
    client.send(GetParam().request);
    auto const first = client.read_until("]");
    EXPECT_EQ(status_of(first), "HTTP/1.1 200");
    client.send("GET /next HTTP/1.1\r\nHost: x\r\n\r\n");
    EXPECT_EQ(client.read_until("GET /next []").empty(), GetParam().closes);
}

INSTANTIATE_TEST_SUITE_P(
    All, HttpServerKeepAlive,
    testing::Values(
        closing_case{"Http11", "GET / HTTP/1.1\r\nHost: x\r\n\r\n", false},
        closing_case{"Http11Close", "GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", true},
        closing_case{
            "Http11CloseInAList", "GET / HTTP/1.1\r\nHost: x\r\nConnection: te, CLOSE\r\n\r\n", true},
        closing_case{"Http10", "GET / HTTP/1.0\r\n\r\n", true},
        closing_case{"Http10KeepAlive", "GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n", false},
        closing_case{"TheHandlerSaysClose", "GET /close HTTP/1.1\r\nHost: x\r\n\r\n", true}),
    [](auto const& each) { return std::string(each.param.name); });

TEST(HttpServer, AnswersPipelinedRequestsInOrder)
{
    local_server server(echo);
    std::string all;
    for (int i = 0; i < 100; ++i)
        all += "POST /" + std::to_string(i) + " HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabc";
    auto const got = answer_to(server, all + get("/last"));
    std::size_t at = 0;
    for (int i = 0; i < 100; ++i) {
        at = got.find("POST /" + std::to_string(i) + " [abc]", at);
        ASSERT_NE(at, std::string::npos) << i;
    }
    EXPECT_TRUE(got.ends_with("GET /last []"));
}

TEST(HttpServer, AnswersAClientThatSendsNoMore)
{
    local_server server(echo);
    raw_client client(server.port());
    client.send("GET /half HTTP/1.1\r\nHost: x\r\n\r\n");
    client.send_no_more();
    EXPECT_TRUE(client.read_all().ends_with("GET /half []"));
}

TEST(HttpServer, TakesARequestByteByByte)
{
    local_server server(echo);
    raw_client client(server.port());
    std::string const request =
        "POST /drip HTTP/1.1\r\nHost: x\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n"
        "3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n";
    for (char const byte : request)
        client.send({&byte, 1});
    EXPECT_TRUE(client.read_all().ends_with("POST /drip [abcde]"));
}

TEST(HttpServer, TellsAClientToContinueOnce)
{
    local_server server(echo);
    raw_client client(server.port());
    client.send("POST / HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 2\r\nConnection: "
                "close\r\n\r\n");
    EXPECT_EQ(client.read_until("\r\n\r\n"), "HTTP/1.1 100 Continue\r\n\r\n");
    client.send("h");
    client.send("i");
    auto const got = client.read_all();
    EXPECT_TRUE(got.starts_with("HTTP/1.1 200 ")) << got;
    EXPECT_TRUE(got.ends_with("[hi]")) << got;
}

TEST(HttpServer, RefusesABodyOverTheLimitBeforeItIsSent)
{
    local_server server(echo);
    auto const got = answer_to(
        server, "POST / HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 1048577\r\n\r\n");
    EXPECT_TRUE(got.starts_with("HTTP/1.1 413 ")) << got;
    EXPECT_NE(got.find("Connection: close\r\n"), std::string::npos) << got;
}

TEST(HttpServer, ARefusalReachesAClientThatKeepsSending)
{
    local_server server(echo);
    raw_client client(server.port());
    client.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 2000000\r\n\r\n");
    client.send(std::string(200'000, 'x'));
    EXPECT_EQ(status_of(client.read_all()), "HTTP/1.1 413");
}

TEST(HttpServer, TakesABodyOfExactlyTheLimit)
{
    local_server server(echo);
    std::string const body(1024 * 1024, 'x');
    auto const got = answer_to(
        server, "POST / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 1048576\r\n\r\n" + body);
    EXPECT_TRUE(got.ends_with("[" + body + "]"));
}

server_settings impatient()
{
    server_settings settings;
    settings.session.request_limit = 100ms;
    settings.session.idle_limit = 100ms;
    settings.session.write_limit = 100ms;
    return settings;
}

TEST(HttpServer, TellsAClientThatNeverFinishesItsRequest)
{
    local_server server(echo, impatient());
    EXPECT_EQ(status_of(answer_to(server, "POST / HTTP/1.1\r\nHost: x\r\n")), "HTTP/1.1 408");
    EXPECT_EQ(
        status_of(answer_to(server, "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\nx")),
        "HTTP/1.1 408");
}

TEST(HttpServer, ClosesAConnectionOnWhichNothingComes)
{
    local_server server(echo, impatient());
    EXPECT_EQ(answer_to(server, ""), "");
    raw_client client(server.port());
    client.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
    EXPECT_TRUE(client.read_all().ends_with("GET / []"));
}

// A byte now and then keeps no connection: the time is for the whole request.
TEST(HttpServer, IsNotHeldByAClientThatDripsBytes)
{
    local_server server(echo, impatient());
    raw_client client(server.port());
    auto const started = std::chrono::steady_clock::now();
    std::string const head = "GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ";
    std::size_t sent = 0;
    while (server.connections() > 0 || sent == 0) {
        client.send(sent < head.size() ? head.substr(sent, 1) : "x");
        ++sent;
        std::this_thread::sleep_for(5ms);
        ASSERT_LT(std::chrono::steady_clock::now() - started, 5s);
    }
    EXPECT_GT(sent, 1U);
}

TEST(HttpServer, IsNotHeldByAClientThatDoesNotRead)
{
    auto const big = [](http_request) -> asio::awaitable<http_response> {
        http_response response;
        response.body.assign(64 * 1024 * 1024, 'x');
        co_return response;
    };
    local_server server(big, impatient());
    raw_client client(server.port());
    client.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
    EXPECT_FALSE(client.read_some().empty());
    auto const started = std::chrono::steady_clock::now();
    while (server.connections() > 0) {
        std::this_thread::sleep_for(5ms);
        ASSERT_LT(std::chrono::steady_clock::now() - started, 5s);
    }
}

TEST(HttpServer, ClosesConnectionsOverTheLimit)
{
    server_settings settings;
    settings.admitted.connections = 1;
    local_server server(echo, settings);
    raw_client first(server.port());
    first.send("GET /a HTTP/1.1\r\nHost: x\r\n\r\n");
    EXPECT_FALSE(first.read_until("GET /a []").empty());
    EXPECT_EQ(answer_to(server, "GET /b HTTP/1.1\r\nHost: x\r\n\r\n"), "");
    first.send("GET /c HTTP/1.1\r\nHost: x\r\n\r\n");
    EXPECT_FALSE(first.read_until("GET /c []").empty());
}

TEST(HttpServer, ClosesAConnectionAfterItsLastRequest)
{
    server_settings settings;
    settings.session.requests = 2;
    local_server server(echo, settings);
    std::string const one = "GET /n HTTP/1.1\r\nHost: x\r\n\r\n";
    auto const got = answer_to(server, one + one + one);
    EXPECT_EQ(got.find("Connection: close"), got.rfind("Connection: close"));
    EXPECT_NE(got.find("Connection: close"), std::string::npos);
    EXPECT_EQ(got.find("GET /n []", got.rfind("GET /n []") + 1), std::string::npos);
}

TEST(HttpServer, ServesFiveHundredConnectionsAtOnce)
{
    server_settings settings;
    settings.admitted.per_address = 500;
    local_server server(echo, settings);
    std::vector<std::unique_ptr<raw_client>> clients(500);
    for (auto& client : clients)
        client = std::make_unique<raw_client>(server.port());
    for (int round = 0; round < 2; ++round) {
        for (auto const& client : clients)
            ASSERT_TRUE(client->send("GET /many HTTP/1.1\r\nHost: x\r\n\r\n"));
        for (auto const& client : clients)
            ASSERT_EQ(status_of(client->read_until("GET /many []")), "HTTP/1.1 200");
    }
    EXPECT_EQ(server.connections(), 500U);
}

// A handler that answers when the test says so.
struct held_answers {
    std::promise<void> begun;
    std::promise<void> release;

    asio::awaitable<http_response> answer(http_request)
    {
        begun.set_value();
        asio::steady_timer poll(co_await asio::this_coro::executor);
        auto const released = release.get_future();
        while (released.wait_for(0s) != std::future_status::ready) {
            poll.expires_after(1ms);
            co_await poll.async_wait(asio::use_awaitable);
        }
        http_response response;
        response.body = "held";
        co_return response;
    }
};

TEST(HttpServer, StoppingFinishesTheRequestInHandAndClosesTheRest)
{
    held_answers held;
    // One thread: each connection has been told to stop before the first one is seen to end.
    local_server server([&held](http_request request) { return held.answer(std::move(request)); }, {}, 1);
    raw_client idle(server.port());
    raw_client busy(server.port());
    busy.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
    held.begun.get_future().wait();
    auto stopped = std::async(std::launch::async, [&server] { server.stop(10s); });

    EXPECT_EQ(idle.read_all(), "");
    EXPECT_EQ(stopped.wait_for(0s), std::future_status::timeout);
    held.release.set_value();
    auto const got = busy.read_all();
    EXPECT_TRUE(got.ends_with("held")) << got;
    EXPECT_NE(got.find("Connection: close\r\n"), std::string::npos) << got;
    stopped.wait();
    EXPECT_THROW(raw_client(server.port()), std::runtime_error);
}

TEST(HttpServer, StoppingCutsWhatIsNotFinishedInTime)
{
    held_answers held;
    local_server server([&held](http_request request) { return held.answer(std::move(request)); });
    raw_client busy(server.port());
    busy.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
    held.begun.get_future().wait();
    auto const started = std::chrono::steady_clock::now();
    server.stop(20ms);
    EXPECT_LT(std::chrono::steady_clock::now() - started, 2s);
    EXPECT_EQ(busy.read_all(), "");
}

}  // namespace
}  // namespace crossroads
