#include "teams/signing_keys.hpp"

#include "channel/json_reading.hpp"
#include "teams/base64url.hpp"

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>

#include <algorithm>

namespace crossroads::teams {
namespace {

constexpr int shortest_key = 2048;  // bits (NIST SP 800-131A)
constexpr int longest_key = 8192;   // a longer one only costs time
constexpr std::size_t longest_exponent = 8;
constexpr std::size_t most_keys = 100;

template <auto Free>
struct freed_by {
    template <class T>
    void operator()(T* one) const
    {
        Free(one);
    }
};

using number = std::unique_ptr<BIGNUM, freed_by<BN_free>>;
using parameter_builder = std::unique_ptr<OSSL_PARAM_BLD, freed_by<OSSL_PARAM_BLD_free>>;
using parameters = std::unique_ptr<OSSL_PARAM, freed_by<OSSL_PARAM_free>>;
using key_context = std::unique_ptr<EVP_PKEY_CTX, freed_by<EVP_PKEY_CTX_free>>;
using digest_context = std::unique_ptr<EVP_MD_CTX, freed_by<EVP_MD_CTX_free>>;

unsigned char const* bytes_of(std::string_view text)
{
    return reinterpret_cast<unsigned char const*>(text.data());
}

number to_number(std::string const& bytes)
{
    return number(BN_bin2bn(bytes_of(bytes), static_cast<int>(bytes.size()), nullptr));
}

std::shared_ptr<void const> rsa_key(std::string const& modulus, std::string const& exponent)
{
    auto const n = to_number(modulus);
    auto const e = to_number(exponent);
    if (!n || !e || BN_num_bits(n.get()) < shortest_key || !BN_is_odd(e.get()) || BN_is_one(e.get()))
        return nullptr;
    parameter_builder const builder(OSSL_PARAM_BLD_new());
    if (!builder || OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_N, n.get()) != 1 ||
        OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_E, e.get()) != 1)
        return nullptr;
    parameters const built(OSSL_PARAM_BLD_to_param(builder.get()));
    key_context const context(EVP_PKEY_CTX_new_from_name(nullptr, "RSA", nullptr));
    EVP_PKEY* key = nullptr;
    if (!built || !context || EVP_PKEY_fromdata_init(context.get()) != 1 ||
        EVP_PKEY_fromdata(context.get(), &key, EVP_PKEY_PUBLIC_KEY, built.get()) != 1)
        return nullptr;
    return {key, [](void const* owned) { EVP_PKEY_free(static_cast<EVP_PKEY*>(const_cast<void*>(owned))); }};
}

std::optional<std::vector<std::string>> endorsements_of(json const& key)
{
    if (!member(key, "endorsements").is_array())
        return std::nullopt;
    std::vector<std::string> channels;
    for (auto const& one : array_member(key, "endorsements"))
        if (auto const* name = one.get_ptr<json::string_t const*>())
            channels.push_back(*name);
    return channels;
}

std::optional<signing_key> read_key(json const& key)
{
    auto const& use = text_member(key, "use");
    auto const& algorithm = text_member(key, "alg");
    bool const for_us = text_member(key, "kty") == "RSA" && (use.empty() || use == "sig") &&
                        (algorithm.empty() || algorithm == "RS256");
    auto const& id = text_member(key, "kid");
    auto const modulus = decode_base64url(text_member(key, "n"));
    auto const exponent = decode_base64url(text_member(key, "e"));
    if (!for_us || id.empty() || !modulus || !exponent || modulus->size() > longest_key / 8 ||
        exponent->size() > longest_exponent)
        return std::nullopt;
    auto rsa = rsa_key(*modulus, *exponent);
    if (!rsa)
        return std::nullopt;
    return signing_key{id, std::move(rsa), endorsements_of(key)};
}

}  // namespace

std::optional<signing_keys> read_signing_keys(std::string_view document)
{
    auto const parsed = parse_json(document);
    if (!parsed)
        return std::nullopt;
    signing_keys keys;
    for (auto const& one : array_member(*parsed, "keys")) {
        auto key = keys.size() < most_keys ? read_key(one) : std::nullopt;
        if (key && find_key(keys, key->id) == nullptr)
            keys.push_back(std::move(*key));
    }
    if (keys.empty())
        return std::nullopt;
    return keys;
}

std::optional<std::string> read_keys_url(std::string_view document, std::string_view issuer)
{
    auto const parsed = parse_json(document);
    if (!parsed || text_member(*parsed, "issuer") != issuer)
        return std::nullopt;
    auto const& algorithms = array_member(*parsed, "id_token_signing_alg_values_supported");
    if (!algorithms.empty() && std::ranges::find(algorithms, json("RS256")) == algorithms.end())
        return std::nullopt;
    auto const& url = text_member(*parsed, "jwks_uri");
    if (url.empty())
        return std::nullopt;
    return url;
}

bool is_signed(std::string_view text, std::string_view signature, signing_key const& key)
{
    digest_context const context(EVP_MD_CTX_new());
    auto* const rsa = static_cast<EVP_PKEY*>(const_cast<void*>(key.rsa.get()));
    return context && EVP_DigestVerifyInit(context.get(), nullptr, EVP_sha256(), nullptr, rsa) == 1 &&
           EVP_DigestVerify(
               context.get(), bytes_of(signature), signature.size(), bytes_of(text), text.size()) == 1;
}

signing_key const* find_key(signing_keys const& among, std::string_view id)
{
    auto const found = std::ranges::find(among, id, &signing_key::id);
    return found == among.end() ? nullptr : &*found;
}

}  // namespace crossroads::teams
