// What the server does when more comes than it wants to have.
#include "support/local_server.hpp"
#include "support/raw_client.hpp"

#include <gtest/gtest.h>
#include <sys/resource.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <filesystem>
#include <optional>
#include <semaphore>
#include <string>
#include <string_view>
#include <thread>
#include <unistd.h>
#include <vector>

namespace asio = boost::asio;
using namespace std::chrono_literals;

namespace crossroads {
namespace {

asio::awaitable<http_response> size_of_body(http_request request)
{
    http_response response;
    response.body = std::to_string(request.body.size());
    co_return response;
}

constexpr std::string_view ask = "GET / HTTP/1.1\r\nHost: x\r\n\r\n";
constexpr std::string_view answer = "\r\n\r\n0";

TEST(HttpServerLimits, AreWhatTheDocumentationSays)
{
    server_settings const settings;
    EXPECT_EQ(settings.session.request.header_bytes, 8U * 1024U);
    EXPECT_EQ(settings.session.request.body_bytes, 1024U * 1024U);
    EXPECT_EQ(settings.session.request_limit, 10s);
    EXPECT_EQ(settings.session.idle_limit, 30s);
    EXPECT_EQ(settings.admitted.connections, 10'000U);
    EXPECT_EQ(settings.admitted.per_address, 256U);
}

TEST(HttpServerCrowd, OfOneAddressIsLimited)
{
    std::atomic<int> refused = 0;
    server_settings settings;
    settings.admitted.per_address = 2;
    settings.on_refused = [&refused](admission::refusal why) {
        refused += why == admission::refusal::too_many_from_address ? 1 : 100;
    };
    local_server server(size_of_body, settings);
    raw_client first(server.port());
    first.send(ask);
    EXPECT_FALSE(first.read_until(answer).empty());
    std::optional<raw_client> second(std::in_place, server.port());
    second->send(ask);
    EXPECT_FALSE(second->read_until(answer).empty());

    EXPECT_EQ(raw_client(server.port()).read_all(), "");
    EXPECT_EQ(refused, 1);

    second.reset();
    auto const limit = std::chrono::steady_clock::now() + 5s;
    while (server.connections() > 1 && std::chrono::steady_clock::now() < limit)
        std::this_thread::yield();
    raw_client third(server.port());
    third.send(ask);
    EXPECT_FALSE(third.read_until(answer).empty());
}

TEST(HttpServerCrowd, OfAReverseProxyIsNotLimited)
{
    server_settings settings;
    settings.admitted.per_address = 1;
    settings.admitted.unlimited = address_set::parse("127.0.0.0/8").value();
    local_server server(size_of_body, settings);
    std::array<raw_client, 3> clients{
        raw_client(server.port()), raw_client(server.port()), raw_client(server.port())};
    for (auto& client : clients) {
        client.send(ask);
        EXPECT_FALSE(client.read_until(answer).empty());
    }
}

std::string large_post(std::size_t length, std::size_t sent)
{
    return "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: " + std::to_string(length) + "\r\n\r\n" +
           std::string(sent, 'x');
}

TEST(HttpServerCrowd, OfLargeBodiesHasLimitedMemory)
{
    server_settings settings;
    settings.body_bytes = 200'000;
    local_server server(size_of_body, settings);
    std::optional<raw_client> holds(std::in_place, server.port());
    holds->send(large_post(250'000, 180'000));
    raw_client small(server.port());
    auto const limit = std::chrono::steady_clock::now() + 5s;
    std::string got;
    // Until the first body has been read so far that there is no room for the second.
    while (!got.starts_with("HTTP/1.1 503") && std::chrono::steady_clock::now() < limit) {
        raw_client large(server.port());
        large.send(large_post(100'000, 100'000));
        got = large.read_until("\r\n\r\n");
    }
    EXPECT_TRUE(got.starts_with("HTTP/1.1 503")) << got;
    EXPECT_NE(got.find("\r\nConnection: close\r\n"), std::string::npos) << got;
    small.send(large_post(5'000, 5'000));
    EXPECT_FALSE(small.read_until("\r\n\r\n5000").empty()) << "usual requests are served all the same";

    holds.reset();
    while (!got.starts_with("HTTP/1.1 200") && std::chrono::steady_clock::now() < limit) {
        raw_client large(server.port());
        large.send(large_post(100'000, 100'000));
        got = large.read_until("\r\n\r\n");
    }
    EXPECT_TRUE(got.starts_with("HTTP/1.1 200")) << got;
}

std::atomic<int> answers_given = 0;

asio::awaitable<http_response> much(http_request)
{
    ++answers_given;
    http_response response;
    response.body.assign(std::size_t{64} * 1024, 'x');
    co_return response;
}

// A client that asks and asks and reads no answer: what it asks next is not even read.
TEST(HttpServerCrowd, OfPipelinedRequestsIsReadOneByOne)
{
    server_settings settings;
    settings.session.write_limit = 300ms;
    local_server server(much, settings);
    raw_client client(server.port());
    std::string many;
    for (int i = 0; i < 100'000; ++i)
        many += ask;
    bool open = true;
    for (int i = 0; i < 20 && open; ++i)  // more than the system keeps for a socket
        open = client.send(many);
    EXPECT_FALSE(open) << "the server has not closed";
    EXPECT_LT(answers_given, 1'000);
}

/// Lets this process open only so many files `more` than are open.
class scarce_files {
public:
    explicit scarce_files(int more)
    {
        ::getrlimit(RLIMIT_NOFILE, &before_);
        int highest = 0;
        for (auto const& open : std::filesystem::directory_iterator("/proc/self/fd"))
            highest = std::max(highest, std::stoi(open.path().filename()));
        rlimit const scarce{static_cast<rlim_t>(highest + 1 + more), before_.rlim_max};
        ::setrlimit(RLIMIT_NOFILE, &scarce);
        // All that is free below the limit, too: numbers given back meanwhile, by whatever thread.
        for (int file = ::dup(0); file >= 0; file = ::dup(0))
            fillers_.push_back(file);
        for (; more > 0 && !fillers_.empty(); --more) {
            ::close(fillers_.back());
            fillers_.pop_back();
        }
    }

    ~scarce_files()
    {
        ::setrlimit(RLIMIT_NOFILE, &before_);
        for (int const filler : fillers_)
            ::close(filler);
    }

    scarce_files(scarce_files const&) = delete;
    scarce_files& operator=(scarce_files const&) = delete;

private:
    rlimit before_{};
    std::vector<int> fillers_;
};

TEST(HttpServerCrowd, WithoutFileDescriptorsWaitsAndIsServedLater)
{
    std::counting_semaphore<> failed_attempts(0);
    server_settings settings;
    settings.on_accept_failed = [&failed_attempts] { failed_attempts.release(); };
    local_server server(size_of_body, settings);
    {
        raw_client early(server.port());  // all of the server is under way before files become scarce
        early.send(ask);
        ASSERT_FALSE(early.read_until(answer).empty());
    }
    while (server.connections() > 0)
        std::this_thread::yield();
    scarce_files const three(3);
    std::optional<raw_client> first(std::in_place, server.port());  // takes two: its own and the server's
    first->send(ask);
    ASSERT_FALSE(first->read_until(answer).empty());
    raw_client second(server.port());  // takes the last
    second.send(ask);
    ASSERT_TRUE(failed_attempts.try_acquire_for(5s));
    ASSERT_TRUE(failed_attempts.try_acquire_for(5s)) << "it does not try again";
    EXPECT_EQ(server.connections(), 1U);

    first.reset();

    EXPECT_FALSE(second.read_until(answer).empty());
    EXPECT_EQ(server.connections(), 1U);
}

}  // namespace
}  // namespace crossroads
