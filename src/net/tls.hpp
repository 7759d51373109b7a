#pragma once

#include "net/result.hpp"

#include <boost/asio/ssl/context.hpp>

#include <memory>
#include <string>

namespace crossroads {

/// For outgoing connections: TLS 1.2 or newer, the other side's certificate verified against the system's
/// trust anchors and those in `extra_trust_file` (PEM; empty: none). Make one and share it: each parses the
/// whole bundle. Throws system_error when the file cannot be used.
std::shared_ptr<boost::asio::ssl::context> make_client_tls(std::string const& extra_trust_file);

/// For a server: TLS 1.2 or newer, with a certificate chain and its private key (PEM files).
/// Throws system_error when a file cannot be used or the two do not belong together.
std::shared_ptr<boost::asio::ssl::context>
make_server_tls(std::string const& certificate_file, std::string const& key_file);

/// Has the handshake on `connection` ask for `host` (SNI) and accept only a certificate made out for it.
/// `host` may be an IP address.
error_code expect_host(SSL* connection, std::string const& host);

/// Why the other side's certificate was refused; empty if it was not.
std::string certificate_problem(SSL* connection);

}  // namespace crossroads
