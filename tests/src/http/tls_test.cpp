#include "http/client.hpp"
#include "net/tls.hpp"
#include "support/certificates.hpp"
#include "support/co_test.hpp"
#include "support/local_server.hpp"
#include "support/raw_client.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_future.hpp>
#include <boost/system/system_error.hpp>
#include <gtest/gtest.h>
#include <openssl/ssl.h>

#include <string>
#include <utility>
#include <variant>

namespace asio = boost::asio;
using namespace std::chrono_literals;

namespace crossroads {
namespace {

constexpr long day = 24 * 3600;

asio::awaitable<http_response> echo(http_request request)
{
    http_response response;
    response.body = std::move(request.body);
    co_return response;
}

server_settings with(test_authority::issued const& files)
{
    server_settings settings;
    settings.tls = make_server_tls(files.certificate_file, files.key_file);
    return settings;
}

client_settings trusting(test_authority const& authority)
{
    client_settings settings;
    settings.allow_loopback = true;
    settings.extra_trust_file = authority.trust_file();
    return settings;
}

http_call post(std::string const& host, local_server const& server, std::string body = "ping")
{
    http_call call;
    call.url = "https://" + host + ":" + std::to_string(server.port()) + "/";
    call.body = std::move(body);
    return call;
}

// The body of the answer, or why there is none.
asio::awaitable<std::string> answer_to(http_call call, client_settings settings)
{
    http_client client(co_await asio::this_coro::executor, std::move(settings));
    auto const result = co_await client.send(std::move(call));
    if (auto const* const response = std::get_if<http_response>(&result))
        co_return response->body;
    EXPECT_FALSE(std::get<call_failure>(result).maybe_received);
    co_return std::get<call_failure>(result).reason;
}

struct certificate_case {
    char const* name;
    char const* host;      // as it is called
    char const* made_for;  // in the certificate
    long valid_from;
    long valid_to;
    char const* answer;  // how the body, or the reason for the failure, ends
};

class TlsCertificate : public testing::TestWithParam<certificate_case> {};

asio::awaitable<void> check_certificate(certificate_case expected)
{
    test_authority authority;
    local_server server(
        echo, with(authority.issue(expected.made_for, expected.valid_from, expected.valid_to)));
    auto call = post(expected.host, server);
    auto const answer = co_await answer_to(std::move(call), trusting(authority));
    EXPECT_TRUE(answer.ends_with(expected.answer)) << answer;
}

TEST_P(TlsCertificate, IsVerified)
{
    run_coroutine(check_certificate(GetParam()));
}

INSTANTIATE_TEST_SUITE_P(
    All, TlsCertificate,
    testing::Values(
        certificate_case{"ForTheName", "localhost", "DNS:localhost", -day, day, "ping"},
        certificate_case{"ForTheAddress", "127.0.0.1", "IP:127.0.0.1", -day, day, "ping"},
        certificate_case{"OneOfSeveralNames", "localhost", "DNS:a.b,DNS:localhost", -day, day, "ping"},
        certificate_case{
            "ForAnotherName", "localhost", "DNS:slack.com", -day, day,
            "its certificate was refused: hostname mismatch"},
        certificate_case{
            "ForALongerName", "localhost", "DNS:localhost.evil.example", -day, day,
            "its certificate was refused: hostname mismatch"},
        certificate_case{
            "ForAnotherAddress", "127.0.0.1", "IP:127.0.0.2", -day, day,
            "its certificate was refused: IP address mismatch"},
        certificate_case{
            "AddressAsAName", "127.0.0.1", "DNS:127.0.0.1", -day, day,
            "its certificate was refused: IP address mismatch"},
        certificate_case{
            "Expired", "localhost", "DNS:localhost", -2 * day, -day,
            "its certificate was refused: certificate has expired"},
        certificate_case{
            "NotYetValid", "localhost", "DNS:localhost", day, 2 * day,
            "its certificate was refused: certificate is not yet valid"}),
    [](auto const& each) { return std::string(each.param.name); });

CO_TEST(Tls, RefusesAnAuthorityItDoesNotKnow)
{
    test_authority known("Known");
    test_authority unknown("Unknown");
    local_server server(echo, with(unknown.issue("DNS:localhost")));
    auto call = post("localhost", server);
    auto const answer = co_await answer_to(call, trusting(known));
    EXPECT_TRUE(answer.starts_with("TLS handshake with localhost failed: its certificate was refused: "))
        << answer;
    client_settings system_only;
    system_only.allow_loopback = true;
    auto const other = co_await answer_to(call, system_only);
    EXPECT_TRUE(other.starts_with("TLS handshake with localhost failed: its certificate was refused: "))
        << other;
}

CO_TEST(Tls, RefusesACertificateThatVouchesForItself)
{
    test_authority authority;
    test_authority other;
    local_server server(echo, with(other.own_certificate()));
    auto call = post("localhost", server);
    auto const answer = co_await answer_to(std::move(call), trusting(authority));
    EXPECT_TRUE(answer.ends_with("its certificate was refused: self-signed certificate")) << answer;
}

/// A server that knows nothing newer than TLS 1.1.
server_settings old_tls(test_authority::issued const& files)
{
    auto settings = with(files);
    auto* const context = settings.tls->native_handle();
    SSL_CTX_set_cipher_list(context, "ALL:@SECLEVEL=0");
    SSL_CTX_set_min_proto_version(context, TLS1_1_VERSION);
    SSL_CTX_set_max_proto_version(context, TLS1_1_VERSION);
    return settings;
}

CO_TEST(Tls, RefusesAServerWhoseTlsIsTooOld)
{
    test_authority authority;
    local_server server(echo, old_tls(authority.issue("DNS:localhost")));
    auto call = post("localhost", server);
    auto const answer = co_await answer_to(std::move(call), trusting(authority));
    EXPECT_TRUE(answer.starts_with("TLS handshake with localhost failed: ")) << answer;
}

// So that the refusal above is the client's doing.
TEST(TlsServer, CouldSpeakAnOldTlsWithAClientThatWants)
{
    test_authority authority;
    local_server server(echo, old_tls(authority.issue("DNS:localhost")));
    asio::io_context context;
    asio::ssl::context careless(asio::ssl::context::tls_client);
    SSL_CTX_set_cipher_list(careless.native_handle(), "ALL:@SECLEVEL=0");
    SSL_CTX_set_min_proto_version(careless.native_handle(), TLS1_1_VERSION);
    asio::ssl::stream<asio::ip::tcp::socket> client(context, careless);
    client.next_layer().connect({asio::ip::address_v4::loopback(), server.port()});
    client.handshake(asio::ssl::stream_base::client);
    EXPECT_STREQ(SSL_get_version(client.native_handle()), "TLSv1.1");
}

CO_TEST(Tls, RefusesAServerThatDoesNotSpeakIt)
{
    test_authority authority;
    local_server server(echo);
    auto call = post("localhost", server);
    auto const answer = co_await answer_to(std::move(call), trusting(authority));
    EXPECT_TRUE(answer.starts_with("TLS handshake with localhost failed: ")) << answer;
}

CO_TEST(Tls, KeepsItsConnectionAndCarriesMegabytes)
{
    test_authority authority;
    local_server server(echo, with(authority.issue("DNS:localhost")));
    http_client client(co_await asio::this_coro::executor, trusting(authority));
    std::string const megabyte(1024 * 1024, 'm');
    for (int i = 0; i < 20; ++i) {
        auto call = post("localhost", server, i % 2 == 0 ? "ping" : megabyte);
        auto const result = co_await client.send(std::move(call));
        CO_ASSERT(std::holds_alternative<http_response>(result));
        EXPECT_EQ(std::get<http_response>(result).body, i % 2 == 0 ? "ping" : megabyte);
    }
    EXPECT_EQ(server.connections(), 1U);
}

TEST(TlsServer, StoppingClosesIdleConnectionsAtOnce)
{
    test_authority authority;
    local_server server(echo, with(authority.issue("DNS:localhost")));
    raw_client silent(server.port());
    http_client client(server.executor(), trusting(authority));
    auto answer = asio::co_spawn(
        asio::make_strand(server.executor()), client.send(post("localhost", server)), asio::use_future);
    EXPECT_TRUE(std::holds_alternative<http_response>(answer.get()));
    auto const started = std::chrono::steady_clock::now();
    server.stop(10s);
    EXPECT_LT(std::chrono::steady_clock::now() - started, 5s);
}

TEST(TlsServer, ClosesOnAClientThatDoesNotSpeakIt)
{
    test_authority authority;
    local_server server(echo, with(authority.issue("DNS:localhost")));
    raw_client client(server.port());
    client.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
    EXPECT_EQ(client.read_all().find("HTTP"), std::string::npos);
}

TEST(TlsServer, GivesUpOnAHandshakeThatDoesNotCome)
{
    test_authority authority;
    auto settings = with(authority.issue("DNS:localhost"));
    settings.session.request_limit = 50ms;
    local_server server(echo, settings);
    raw_client client(server.port());
    EXPECT_EQ(client.read_all(), "");
}

TEST(TlsContext, OffersNothingOlderThanTls12)
{
    test_authority authority;
    auto const files = authority.issue("DNS:localhost");
    EXPECT_EQ(
        SSL_CTX_get_min_proto_version(
            make_server_tls(files.certificate_file, files.key_file)->native_handle()),
        TLS1_2_VERSION);
    EXPECT_EQ(SSL_CTX_get_min_proto_version(make_client_tls("")->native_handle()), TLS1_2_VERSION);
}

TEST(TlsContext, RefusesFilesItCannotUse)
{
    test_authority authority;
    auto const one = authority.issue("DNS:localhost");
    auto const other = authority.issue("DNS:localhost");
    EXPECT_THROW(make_server_tls(one.certificate_file, other.key_file), boost::system::system_error);
    EXPECT_THROW(make_server_tls(one.key_file, one.key_file), boost::system::system_error);
    EXPECT_THROW(make_server_tls("/nonexistent", one.key_file), boost::system::system_error);
    EXPECT_THROW(make_client_tls("/nonexistent"), boost::system::system_error);
    EXPECT_THROW(make_client_tls(one.key_file), boost::system::system_error);
}

}  // namespace
}  // namespace crossroads
