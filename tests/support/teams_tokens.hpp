#pragma once

#include "teams/base64url.hpp"

#include <nlohmann/json.hpp>
#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/rsa.h>

#include <cstdint>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace crossroads::testing {

inline constexpr std::string_view teams_app = "0b3f6c1e-2222-4444-8888-aaaabbbbcccc";
inline constexpr std::string_view teams_issuer = "https://api.botframework.com";
inline constexpr std::string_view teams_service_url = "https://smba.trafficmanager.net/emea/tenant-one/";
inline constexpr std::int64_t teams_time = 1'790'000'000;

/// An RSA key pair that signs as the channel does, with its public half as the channel publishes it.
class teams_signer {
public:
    explicit teams_signer(std::string id = "key-1", unsigned bits = 2048)
        : id_(std::move(id)), key_(EVP_RSA_gen(bits), &EVP_PKEY_free)
    {
        if (!key_)
            throw std::runtime_error("no RSA key");
    }

    std::string const& id() const { return id_; }

    nlohmann::json public_key(std::vector<std::string> const& endorsements = {"msteams", "webchat"}) const
    {
        return {
            {"kty", "RSA"},
            {"use", "sig"},
            {"kid", id_},
            {"n", number(OSSL_PKEY_PARAM_RSA_N)},
            {"e", number(OSSL_PKEY_PARAM_RSA_E)},
            {"endorsements", endorsements}};
    }

    std::string key_set() const { return nlohmann::json{{"keys", {public_key()}}}.dump(); }

    nlohmann::json header() const { return {{"typ", "JWT"}, {"alg", "RS256"}, {"kid", id_}, {"x5t", id_}}; }

    std::string sign(nlohmann::json const& claims) const { return sign(header(), claims); }

    std::string sign(nlohmann::json const& header, nlohmann::json const& claims) const
    {
        return sign_text(
            teams::encode_base64url(header.dump()) + "." + teams::encode_base64url(claims.dump()));
    }

    std::string sign_text(std::string const& text) const
    {
        std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> const context(
            EVP_MD_CTX_new(), &EVP_MD_CTX_free);
        auto const* const bytes = reinterpret_cast<unsigned char const*>(text.data());
        std::size_t length = 0;
        EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, key_.get());
        EVP_DigestSign(context.get(), nullptr, &length, bytes, text.size());
        std::string signature(length, '\0');
        EVP_DigestSign(
            context.get(), reinterpret_cast<unsigned char*>(signature.data()), &length, bytes, text.size());
        signature.resize(length);
        return text + "." + teams::encode_base64url(signature);
    }

private:
    std::string number(char const* name) const
    {
        BIGNUM* value = nullptr;
        EVP_PKEY_get_bn_param(key_.get(), name, &value);
        std::string bytes(static_cast<std::size_t>(BN_num_bytes(value)), '\0');
        BN_bn2bin(value, reinterpret_cast<unsigned char*>(bytes.data()));
        BN_free(value);
        return teams::encode_base64url(bytes);
    }

    std::string id_;
    std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> key_;
};

/// One for all tests: making a key takes a while.
inline teams_signer const& known_teams_signer()
{
    static teams_signer const made;
    return made;
}

/// The claims of a token made for an activity sent from teams_service_url at teams_time.
inline nlohmann::json teams_claims()
{
    return {
        {"iss", teams_issuer},
        {"aud", teams_app},
        {"nbf", teams_time},
        {"exp", teams_time + 3600},
        {"serviceurl", teams_service_url}};
}

}  // namespace crossroads::testing
