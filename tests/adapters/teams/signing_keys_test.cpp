#include "support/teams_tokens.hpp"
#include "teams/signing_keys.hpp"

#include <gtest/gtest.h>

#include <functional>
#include <string>

namespace crossroads::teams {
namespace {

using json = nlohmann::json;
using testing::known_teams_signer;
using testing::teams_signer;

constexpr std::string_view issuer = testing::teams_issuer;

std::string key_set(json const& keys)
{
    return json{{"keys", keys}}.dump();
}

TEST(TeamsSigningKeys, AreReadWithTheirEndorsements)
{
    auto const keys = read_signing_keys(known_teams_signer().key_set());

    ASSERT_TRUE(keys);
    ASSERT_EQ(keys->size(), 1U);
    EXPECT_EQ(keys->front().id, "key-1");
    EXPECT_EQ(keys->front().endorsements, (std::vector<std::string>{"msteams", "webchat"}));
}

TEST(TeamsSigningKeys, MayComeWithoutEndorsements)
{
    auto key = known_teams_signer().public_key();
    key.erase("endorsements");

    auto const keys = read_signing_keys(key_set(json::array({key})));

    ASSERT_TRUE(keys);
    EXPECT_FALSE(keys->front().endorsements);
}

TEST(TeamsSigningKeys, LeaveOutWhatCannotBeUsed)
{
    struct unusable {
        char const* name;
        std::function<void(json&)> change;
    };

    std::vector<unusable> const cases = {
        {"elliptic", [](json& key) { key["kty"] = "EC"; }},
        {"for encryption", [](json& key) { key["use"] = "enc"; }},
        {"of another algorithm", [](json& key) { key["alg"] = "RS512"; }},
        {"without an id", [](json& key) { key.erase("kid"); }},
        {"without a modulus", [](json& key) { key.erase("n"); }},
        {"with a padded modulus", [](json& key) { key["n"] = key["n"].get<std::string>() + "="; }},
        {"with a short modulus", [](json& key) { key["n"] = "AQAB"; }},
        {"with a huge modulus", [](json& key) { key["n"] = std::string(4'000, 'A'); }},
        {"with an even exponent", [](json& key) { key["e"] = "Ag"; }},
        {"with exponent one", [](json& key) { key["e"] = "AQ"; }},
        {"with a huge exponent", [](json& key) { key["e"] = std::string(64, 'B'); }},
    };
    auto second = known_teams_signer().public_key();
    second["kid"] = "usable";
    for (auto const& one : cases) {
        auto key = known_teams_signer().public_key();
        one.change(key);

        EXPECT_FALSE(read_signing_keys(key_set(json::array({key})))) << one.name;
        auto const keys = read_signing_keys(key_set({key, second}));
        ASSERT_TRUE(keys) << one.name;
        EXPECT_EQ(keys->front().id, "usable") << one.name;
    }
}

TEST(TeamsSigningKeys, AreRefusedWhenShort)
{
    teams_signer const weak("weak", 1024);

    EXPECT_FALSE(read_signing_keys(weak.key_set()));
}

TEST(TeamsSigningKeys, AreNoneInWhatIsNoKeySet)
{
    for (auto const* document :
         {"", "{}", "[]", "null", R"({"keys":{}})", R"({"keys":[1,null,"x"]})", "{\"keys\":"})
        EXPECT_FALSE(read_signing_keys(document)) << document;
}

TEST(TeamsSigningKeys, KeepTheFirstOfTwoWithOneId)
{
    auto const first = known_teams_signer().public_key({"msteams"});
    auto const second = known_teams_signer().public_key({"webchat"});

    auto const keys = read_signing_keys(key_set({first, second}));

    ASSERT_TRUE(keys);
    ASSERT_EQ(keys->size(), 1U);
    EXPECT_EQ(keys->front().endorsements, std::vector<std::string>{"msteams"});
}

TEST(TeamsSigningKeys, VerifyWhatTheySignedAndNothingElse)
{
    teams_signer const other("key-2");
    auto const keys = read_signing_keys(key_set({known_teams_signer().public_key(), other.public_key()}));
    ASSERT_TRUE(keys);
    auto const token = known_teams_signer().sign_text("said");
    auto const signature = decode_base64url(token.substr(token.rfind('.') + 1)).value();

    EXPECT_TRUE(is_signed("said", signature, keys->front()));
    EXPECT_FALSE(is_signed("Said", signature, keys->front()));
    EXPECT_FALSE(is_signed("said", signature, keys->back()));
    EXPECT_FALSE(is_signed("said", "", keys->front()));
}

TEST(TeamsKeysUrl, IsReadFromTheDiscoveryDocument)
{
    auto const document = json{
        {"issuer", issuer},
        {"jwks_uri", "https://login.example/keys"},
        {"id_token_signing_alg_values_supported", {"RS256"}}};

    EXPECT_EQ(read_keys_url(document.dump(), issuer), "https://login.example/keys");
}

TEST(TeamsKeysUrl, IsNoneInAnothersDocument)
{
    for (auto const* document :
         {"", "{}", R"({"issuer":"https://api.botframework.com"})",
          R"({"issuer":"https://evil.example","jwks_uri":"https://evil.example/keys"})",
          R"({"issuer":"https://api.botframework.com","jwks_uri":7})",
          R"({"issuer":"https://api.botframework.com","jwks_uri":"https://login.example/keys",)"
          R"("id_token_signing_alg_values_supported":["ES256"]})"})
        EXPECT_FALSE(read_keys_url(document, issuer)) << document;
}

}  // namespace
}  // namespace crossroads::teams
