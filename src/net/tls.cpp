#include "net/tls.hpp"

#include <boost/asio/error.hpp>
#include <boost/asio/ip/address.hpp>
#include <boost/asio/ssl/error.hpp>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>

namespace asio = boost::asio;
namespace ssl = boost::asio::ssl;

namespace crossroads {
namespace {

error_code last_openssl_error()
{
    auto const code = ::ERR_get_error();
    if (code == 0)
        return asio::error::invalid_argument;
    return {static_cast<int>(code), asio::error::get_ssl_category()};
}

std::shared_ptr<ssl::context> make_context(ssl::context::method method)
{
    auto context = std::make_shared<ssl::context>(method);
    ::SSL_CTX_set_min_proto_version(context->native_handle(), TLS1_2_VERSION);
    ::SSL_CTX_set_options(context->native_handle(), SSL_OP_NO_COMPRESSION | SSL_OP_NO_RENEGOTIATION);
    return context;
}

}  // namespace

std::shared_ptr<ssl::context> make_client_tls(std::string const& extra_trust_file)
{
    auto context = make_context(ssl::context::tls_client);
    context->set_default_verify_paths();
    if (!extra_trust_file.empty())
        context->load_verify_file(extra_trust_file);
    context->set_verify_mode(ssl::verify_peer);
    return context;
}

std::shared_ptr<ssl::context>
make_server_tls(std::string const& certificate_file, std::string const& key_file)
{
    auto context = make_context(ssl::context::tls_server);
    context->use_certificate_chain_file(certificate_file);
    context->use_private_key_file(key_file, ssl::context::pem);  // also checks that it fits the certificate
    return context;
}

error_code expect_host(SSL* connection, std::string const& host)
{
    ::ERR_clear_error();
    error_code not_an_address;
    asio::ip::make_address(host, not_an_address);
    if (!not_an_address) {
        auto* const parameters = ::SSL_get0_param(connection);
        return ::X509_VERIFY_PARAM_set1_ip_asc(parameters, host.c_str()) == 1 ? error_code{}
                                                                              : last_openssl_error();
    }
    ::SSL_set_hostflags(connection, X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS);
    bool const set = ::SSL_set1_host(connection, host.c_str()) == 1 &&
                     ::SSL_ctrl(  // what the macro SSL_set_tlsext_host_name does, without its old-style cast
                         connection, SSL_CTRL_SET_TLSEXT_HOSTNAME, TLSEXT_NAMETYPE_host_name,
                         const_cast<char*>(host.c_str())) == 1;
    return set ? error_code{} : last_openssl_error();
}

std::string certificate_problem(SSL* connection)
{
    auto const verdict = ::SSL_get_verify_result(connection);
    return verdict == X509_V_OK ? std::string() : ::X509_verify_cert_error_string(verdict);
}

}  // namespace crossroads
