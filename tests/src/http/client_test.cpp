#include "http/client.hpp"
#include "support/co_test.hpp"
#include "support/local_server.hpp"

#include <boost/asio/this_coro.hpp>
#include <gtest/gtest.h>

#include <string>
#include <variant>

namespace asio = boost::asio;
using namespace std::chrono_literals;

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

http_call post(std::string url, std::string body = "hello")
{
    http_call call;
    call.url = std::move(url);
    call.body = std::move(body);
    return call;
}

std::string reason(call_result const& result)
{
    auto const* const failure = std::get_if<call_failure>(&result);
    return failure ? failure->reason : "";
}

CO_TEST(HttpClient, SendsACallAndGivesTheResponse)
{
    local_server server(echo);
    http_client client(co_await asio::this_coro::executor, local());
    auto call = post(server.url("/a?b=c"));
    auto const result = co_await client.send(std::move(call));
    EXPECT_EQ(reason(result), "");
    CO_ASSERT(std::holds_alternative<http_response>(result));
    auto const& response = std::get<http_response>(result);
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
        auto const result = co_await client.send(std::move(call));
        EXPECT_EQ(reason(result), "");
        CO_ASSERT(std::holds_alternative<http_response>(result));
    }
    EXPECT_EQ(server.connections(), 1U);
}

}  // namespace
}  // namespace crossroads
