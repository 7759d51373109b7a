#include "http/client.hpp"
#include "support/co_test.hpp"
#include "support/local_server.hpp"
#include "support/scripted_server.hpp"

#include <boost/asio/detached.hpp>
#include <boost/asio/experimental/awaitable_operators.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <gtest/gtest.h>

#include <array>
#include <atomic>
#include <chrono>
#include <memory>
#include <string>
#include <thread>
#include <variant>

namespace asio = boost::asio;
using namespace std::chrono_literals;
using std::chrono::steady_clock;

namespace crossroads {
namespace {

client_settings local()
{
    client_settings settings;
    settings.allow_loopback = true;
    return settings;
}

asio::awaitable<http_response> echo(http_request request)
{
    http_response response;
    response.status = 201;
    response.headers = {{"X-Seen", request.method + " " + request.target}};
    response.body = std::move(request.body);
    co_return response;
}

http_call post(std::string url, std::string body = "ping")
{
    http_call call;
    call.url = std::move(url);
    call.body = std::move(body);
    return call;
}

http_response response_of(call_result const& result)
{
    auto const* const failure = std::get_if<call_failure>(&result);
    EXPECT_FALSE(failure) << failure->reason;
    return failure ? http_response() : std::get<http_response>(result);
}

call_failure failure_of(call_result const& result)
{
    auto const* const failure = std::get_if<call_failure>(&result);
    EXPECT_TRUE(failure) << "answered with " << std::get<http_response>(result).status;
    return failure ? *failure : call_failure();
}

asio::awaitable<void> pause(steady_clock::duration length)
{
    asio::steady_timer timer(co_await asio::this_coro::executor, length);
    co_await timer.async_wait(asio::use_awaitable);
}

CO_TEST(HttpClient, SendsACallAndGivesTheResponse)
{
    local_server server(echo);
    http_client client(co_await asio::this_coro::executor, local());
    auto call = post(server.url("/a?b=c"), "hello");
    auto const response = response_of(co_await client.send(std::move(call)));
    EXPECT_EQ(response.status, 201U);
    EXPECT_EQ(response.body, "hello");
    EXPECT_EQ(find_header(response.headers, "x-seen"), "POST /a?b=c");
}

CO_TEST(HttpClient, UsesOneConnectionForAThousandCalls)
{
    local_server server(echo);
    http_client client(co_await asio::this_coro::executor, local());
    for (int i = 0; i < 1000; ++i) {
        auto call = post(server.url("/"));
        CO_ASSERT(response_of(co_await client.send(std::move(call))).status == 201);
    }
    EXPECT_EQ(server.connections(), 1U);
}

asio::awaitable<void>
call_often(std::shared_ptr<http_client> client, std::string url, std::shared_ptr<std::atomic<int>> answered)
{
    for (int i = 0; i < 50; ++i) {
        auto call = post(url, std::to_string(i));
        auto const result = co_await client->send(std::move(call));
        auto const* const response = std::get_if<http_response>(&result);
        *answered += response && response->body == std::to_string(i) ? 1 : 0;
    }
}

TEST(HttpClientOnFourThreads, ServesManyCallersAtOnce)
{
    local_server server(echo);
    auto const answered = std::make_shared<std::atomic<int>>(0);
    asio::io_context context;
    auto client = std::make_shared<http_client>(context.get_executor(), local());
    for (int i = 0; i < 20; ++i) {
        asio::co_spawn(
            asio::make_strand(context), call_often(client, server.url("/"), answered), asio::detached);
    }
    client.reset();  // goes with its last caller
    {
        std::array<std::jthread, 4> threads;
        for (auto& thread : threads)
            thread = std::jthread([&context] { context.run_for(20s); });
    }
    EXPECT_EQ(*answered, 20 * 50);
}

struct refused_call {
    char const* url;
    char const* why;
};

CO_TEST(HttpClient, CallsNothingButThePublicInternet)
{
    http_client client(co_await asio::this_coro::executor, client_settings());
    for (auto const& each : {
             refused_call{"http://slack.com/", "plain http is for loopback only"},
             refused_call{"http://127.0.0.1/", "plain http is for loopback only"},
             refused_call{"https://127.0.0.1/", "no public address"},
             refused_call{"https://localhost/", "no public address"},
             refused_call{"https://2130706433/", "no public address"},
             refused_call{"https://0x7f.1/", "no public address"},
             refused_call{"https://10.0.0.1/", "no public address"},
             refused_call{"https://169.254.169.254/latest/meta-data", "no public address"},
             refused_call{"https://[::1]/", "no public address"},
             refused_call{"https://[::ffff:127.0.0.1]/", "no public address"},
             refused_call{"https://user@slack.com/", "not a URL to call"},
             refused_call{"ftp://slack.com/", "not a URL to call"},
             refused_call{"slack.com", "not a URL to call"},
         }) {
        auto call = post(each.url);
        auto const failure = failure_of(co_await client.send(std::move(call)));
        // slack.com is looked up before it is refused, and there may be no one to ask.
        bool const as_expected = failure.reason.find(each.why) != std::string::npos ||
                                 failure.reason.starts_with("cannot look up");
        EXPECT_TRUE(as_expected) << each.url << ": " << failure.reason;
        EXPECT_FALSE(failure.maybe_received) << each.url;
    }
}

CO_TEST(HttpClient, SpeaksPlainHttpToLoopbackOnly)
{
    http_client client(co_await asio::this_coro::executor, local());
    for (auto const* const url : {"http://10.0.0.1/", "http://1.1.1.1/", "http://[fe80::1]/"}) {
        auto call = post(url);
        auto const failure = failure_of(co_await client.send(std::move(call)));
        EXPECT_TRUE(failure.reason.starts_with("plain http is for loopback only")) << failure.reason;
    }
}

CO_TEST(HttpClient, SendsNoHeaderThatStartsANewLine)
{
    http_client client(co_await asio::this_coro::executor, local());
    auto call = post("http://127.0.0.1:1/");
    call.headers = {{"Authorization", "Bearer secret\r\nX: y"}};
    auto const failure = failure_of(co_await client.send(std::move(call)));
    EXPECT_EQ(failure.reason, "a header cannot be sent");
    EXPECT_FALSE(failure.maybe_received);
}

CO_TEST(HttpClient, NobodyListeningMeansNotReceived)
{
    std::string url;
    {
        local_server gone(echo);
        url = gone.url("/");
    }
    http_client client(co_await asio::this_coro::executor, local());
    auto call = post(url);
    auto const failure = failure_of(co_await client.send(std::move(call)));
    EXPECT_FALSE(failure.maybe_received);
    EXPECT_TRUE(failure.reason.starts_with("cannot connect to 127.0.0.1")) << failure.reason;
}

struct reply_case {
    char const* name;
    std::string reply;
    std::string body;     // what a response should carry
    std::string failure;  // or what the reason should begin with
};

class HttpClientReply : public testing::TestWithParam<reply_case> {};

asio::awaitable<void> check_reply(reply_case expected)
{
    scripted_server server({{expected.reply}});
    auto settings = local();
    settings.response_bytes = 1000;
    http_client client(co_await asio::this_coro::executor, settings);
    auto call = post(server.url("/"));
    auto const result = co_await client.send(std::move(call));
    EXPECT_EQ(server.requests(), 1);
    if (expected.failure.empty()) {
        EXPECT_EQ(response_of(result).body, expected.body);
    } else {
        auto const failure = failure_of(result);
        EXPECT_TRUE(failure.reason.starts_with(expected.failure)) << failure.reason;
        EXPECT_TRUE(failure.maybe_received);
    }
}

TEST_P(HttpClientReply, IsUnderstoodOrRefused)
{
    run_coroutine(check_reply(GetParam()));
}

std::string const ok = "HTTP/1.1 200 OK\r\n";
std::string const thousand(1000, 'x');

INSTANTIATE_TEST_SUITE_P(
    Responses, HttpClientReply,
    testing::Values(
        reply_case{"WithLength", ok + "Content-Length: 2\r\n\r\nhi", "hi", ""},
        reply_case{"OfExactlyTheLimit", ok + "Content-Length: 1000\r\n\r\n" + thousand, thousand, ""},
        reply_case{
            "Chunked", ok + "Transfer-Encoding: chunked\r\n\r\n1\r\nh\r\n1\r\ni\r\n0\r\n\r\n", "hi", ""},
        reply_case{"ChunkedAndEmpty", ok + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n", "", ""},
        reply_case{"UntilTheEnd", ok + "\r\nhi", "hi", ""},
        reply_case{"NoContent", "HTTP/1.1 204 No Content\r\n\r\n", "", ""},
        reply_case{
            "Redirect", "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 2\r\n\r\nhi",
            "hi", ""},
        reply_case{
            "AfterInterimOnes",
            "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n" + ok +
                "Content-Length: 2\r\n\r\nhi",
            "hi", ""},
        reply_case{"Http10", "HTTP/1.0 200 OK\r\n\r\nhi", "hi", ""}),
    [](auto const& each) { return std::string(each.param.name); });

INSTANTIATE_TEST_SUITE_P(
    Failures, HttpClientReply,
    testing::Values(
        reply_case{"Nothing", "", "", "unusable response: end of stream"},
        reply_case{"HalfAHead", "HTTP/1.1 200 OK\r\nConte", "", "unusable response: partial message"},
        reply_case{"HalfABody", ok + "Content-Length: 3\r\n\r\nhi", "", "unusable response: partial message"},
        reply_case{
            "HalfAChunk", ok + "Transfer-Encoding: chunked\r\n\r\n3\r\nhi", "",
            "unusable response: partial message"},
        reply_case{
            "HalfALastChunk", ok + "Transfer-Encoding: chunked\r\n\r\n0\r\n", "",
            "unusable response: partial message"},
        reply_case{"NotHttp", "SSH-2.0-OpenSSH_9.2\r\n\r\n", "", "unusable response"},
        reply_case{
            "TooLong", ok + "Content-Length: 1001\r\n\r\n" + thousand + "x", "",
            "unusable response: body limit"},
        reply_case{
            "TooLongInChunks", ok + "Transfer-Encoding: chunked\r\n\r\n3e9\r\n" + thousand + "x\r\n0\r\n\r\n",
            "", "unusable response: body limit"},
        reply_case{"TooLongUntilTheEnd", ok + "\r\n" + thousand + "x", "", "unusable response: body limit"},
        reply_case{
            "LongHead", ok + "X: " + std::string(40'000, 'x') + "\r\n\r\n", "",
            "unusable response: header limit"},
        reply_case{
            "LengthAndChunked", ok + "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", "",
            "unusable response"}),
    [](auto const& each) { return std::string(each.param.name); });

CO_TEST(HttpClient, AHeadHasNoBodyWhateverItsLength)
{
    local_server server(echo);
    http_client client(co_await asio::this_coro::executor, local());
    for (int i = 0; i < 2; ++i) {
        auto call = post(server.url("/"), "");
        call.method = "HEAD";
        auto const response = response_of(co_await client.send(std::move(call)));
        EXPECT_EQ(response.status, 201U);
        EXPECT_EQ(response.body, "");
    }
    EXPECT_EQ(server.connections(), 1U);
}

CO_TEST(HttpClient, ReplacesAConnectionTheServerHasClosed)
{
    std::string const reply = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi";
    scripted_server server({{reply}, {reply}, {reply}});
    http_client client(co_await asio::this_coro::executor, local());
    for (int i = 1; i <= 3; ++i) {
        auto call = post(server.url("/"));
        EXPECT_EQ(response_of(co_await client.send(std::move(call))).body, "hi");
        while (server.closed() < i)
            co_await pause(1ms);
    }
    EXPECT_EQ(server.requests(), 3);
}

// The connection looks good, takes the request, and ends: whether it was acted on, nobody knows.
CO_TEST(HttpClient, DoesNotRepeatWhatMayHaveBeenReceived)
{
    scripted_server server(
        {{"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi", ""}, {"HTTP/1.1 200 OK\r\n\r\n"}});
    http_client client(co_await asio::this_coro::executor, local());
    auto call = post(server.url("/"));
    response_of(co_await client.send(call));
    auto const failure = failure_of(co_await client.send(call));
    EXPECT_TRUE(failure.maybe_received);
    EXPECT_EQ(server.requests(), 2);
}

CO_TEST(HttpClient, DoesNotReuseAConnectionThatSaidTooMuch)
{
    scripted_server server({{ok + "Content-Length: 2\r\n\r\nhi" + ok}, {ok + "Content-Length: 2\r\n\r\nho"}});
    http_client client(co_await asio::this_coro::executor, local());
    auto call = post(server.url("/"));
    EXPECT_EQ(response_of(co_await client.send(call)).body, "hi");
    EXPECT_EQ(response_of(co_await client.send(call)).body, "ho");
}

asio::awaitable<http_response> answer_after_an_hour(http_request)
{
    co_await pause(1h);
    co_return http_response();
}

CO_TEST(HttpClient, WaitsNoLongerThanTheLimit)
{
    local_server server(answer_after_an_hour);
    auto settings = local();
    settings.exchange_limit = 50ms;
    http_client client(co_await asio::this_coro::executor, settings);
    auto const started = steady_clock::now();
    auto call = post(server.url("/"));
    auto const failure = failure_of(co_await client.send(std::move(call)));
    EXPECT_TRUE(failure.maybe_received);
    EXPECT_EQ(failure.reason, "no answer in time");
    EXPECT_LT(steady_clock::now() - started, 5s);
}

CO_TEST(HttpClient, StopsWaitingWhenTheCallerIsCancelled)
{
    using namespace asio::experimental::awaitable_operators;
    local_server server(answer_after_an_hour);
    http_client client(co_await asio::this_coro::executor, local());
    auto const started = steady_clock::now();
    auto call = post(server.url("/"));
    co_await (client.send(std::move(call)) || pause(50ms));
    EXPECT_LT(steady_clock::now() - started, 5s);
}

CO_TEST(HttpClient, KeepsOnlySoManyIdleConnections)
{
    using namespace asio::experimental::awaitable_operators;
    local_server server(echo);
    auto settings = local();
    settings.idle_per_host = 2;
    http_client client(co_await asio::this_coro::executor, settings);
    auto call = post(server.url("/"));
    co_await (client.send(call) && client.send(call) && client.send(call) && client.send(call));
    for (int i = 0; i < 1000 && server.connections() != 2; ++i)
        co_await pause(1ms);
    EXPECT_EQ(server.connections(), 2U);
}

CO_TEST(HttpClient, ClosesConnectionsNobodyUses)
{
    local_server server(echo);
    auto settings = local();
    settings.idle_limit = 20ms;
    http_client client(co_await asio::this_coro::executor, settings);
    auto call = post(server.url("/"));
    response_of(co_await client.send(std::move(call)));
    for (int i = 0; i < 5000 && server.connections() != 0; ++i)
        co_await pause(1ms);
    EXPECT_EQ(server.connections(), 0U);
}

}  // namespace
}  // namespace crossroads
