#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace crossroads::teams {

/// A public RSA key that the channel signs its tokens with. Safe to use from any thread.
struct signing_key {
    std::string id;  // "kid"
    std::shared_ptr<void const> rsa;
    /// The channels it may sign for; none: the document does not restrict it.
    std::optional<std::vector<std::string>> endorsements;
};

using signing_keys = std::vector<signing_key>;

/// Reads a JSON Web Key Set (RFC 7517, section 5). Keys that are not RSA for signatures, are shorter than
/// 2048 bits or longer than 8192, or have no id are left out; none when no key is left or it is not one.
std::optional<signing_keys> read_signing_keys(std::string_view document);

/// Where the keys are, by an OpenID Connect discovery document; none when it does not say, says it is
/// another's than `issuer`, or does not sign with RS256.
std::optional<std::string> read_keys_url(std::string_view document, std::string_view issuer);

/// Whether `signature` is `key`'s of `text`, by RSASSA-PKCS1-v1_5 with SHA-256: the algorithm is a constant,
/// whatever a token says of itself.
bool is_signed(std::string_view text, std::string_view signature, signing_key const& key);

signing_key const* find_key(signing_keys const& among, std::string_view id);

}  // namespace crossroads::teams
