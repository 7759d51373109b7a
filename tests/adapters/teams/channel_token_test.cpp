#include "support/shared_samples.hpp"
#include "support/teams_tokens.hpp"
#include "teams/base64url.hpp"
#include "teams/channel_token.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <ostream>
#include <string>

namespace crossroads::teams {
namespace {

using json = nlohmann::json;
using testing::known_teams_signer;
using testing::teams_claims;

constexpr std::chrono::sys_seconds now{std::chrono::seconds{testing::teams_time}};
constexpr std::string_view accepted = "accepted";

token_rules const rules{std::string(testing::teams_app)};

/// What a request shows: its header, and the activity that the token has to fit.
struct shown {
    std::string authorization;
    std::string channel_id = "msteams";
    std::string service_url = std::string(testing::teams_service_url);
};

signing_keys known_keys()
{
    return read_signing_keys(known_teams_signer().key_set()).value();
}

std::string verdict_on(shown const& request)
{
    auto const token = token_in(request.authorization);
    auto const verified = verify_token(token, known_keys(), rules, now);
    if (auto const* fault = std::get_if<token_fault>(&verified))
        return std::string(name_of(*fault));
    auto const fault = fault_for(std::get<channel_token>(verified), request.channel_id, request.service_url);
    return std::string(fault ? name_of(*fault) : accepted);
}

json claims_with(json const& changed)
{
    auto claims = teams_claims();
    claims.merge_patch(changed);
    return claims;
}

shown bearing(json const& changed = json::object())
{
    return {"Bearer " + known_teams_signer().sign(claims_with(changed))};
}

shown with_header(json const& changed)
{
    auto header = known_teams_signer().header();
    header.merge_patch(changed);
    return {"Bearer " + known_teams_signer().sign(header, teams_claims())};
}

shown for_activity(std::string channel_id, std::string service_url)
{
    auto request = bearing();
    request.channel_id = std::move(channel_id);
    request.service_url = std::move(service_url);
    return request;
}

std::string good_token()
{
    return known_teams_signer().sign(teams_claims());
}

/// The good token, signature kept, its claims changed.
shown with_changed_claims()
{
    auto const token = good_token();
    auto const signature = token.substr(token.rfind('.'));
    auto const header = token.substr(0, token.find('.') + 1);
    return {"Bearer " + header + encode_base64url(claims_with({{"x", 1}}).dump()) + signature};
}

/// The good token, signature kept, its header saying something else.
shown with_other_algorithm(std::string const& algorithm, bool keep_signature)
{
    auto const token = good_token();
    auto header = known_teams_signer().header();
    header["alg"] = algorithm;
    auto const claims_on = token.substr(token.find('.'));
    auto const rest = keep_signature ? claims_on : claims_on.substr(0, claims_on.rfind('.') + 1);
    return {"Bearer " + encode_base64url(header.dump()) + rest};
}

struct token_case {
    char const* name;
    char const* row;  // of Microsoft's two validators' verdicts, where they were asked
    shown request;
    std::string_view expected;
};

std::ostream& operator<<(std::ostream& out, token_case const& one)
{
    return out << one.name;
}

constexpr std::int64_t then = testing::teams_time;
constexpr char const* sts = "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/";

/// The kinds that Microsoft's two validators were asked about.
std::vector<token_case> judged_cases()
{
    auto const url = std::string(testing::teams_service_url);
    auto const app = std::string(testing::teams_app);
    return {
        {"Good", "good channel token", bearing(), accepted},
        {"ServiceUrlWithoutItsSlash", "serviceUrl differs by trailing slash",
         bearing({{"serviceurl", url.substr(0, url.size() - 1)}}), "token_of_another_service_url"},
        {"ServiceUrlInUpperCase", "serviceUrl differs in case",
         bearing({{"serviceurl", "HTTPS://SMBA.TRAFFICMANAGER.NET/EMEA/TENANT-ONE/"}}),
         "token_of_another_service_url"},
        {"ServiceUrlClaimMissing", "serviceurl claim missing", bearing({{"serviceurl", nullptr}}),
         "token_without_service_url"},
        {"ServiceUrlOfAnotherHost", "serviceurl of another host",
         bearing({{"serviceurl", "http://evil.example/"}}), "token_of_another_service_url"},
        {"ActivityWithoutServiceUrl", "activity without serviceUrl", for_activity("msteams", ""),
         "token_of_another_service_url"},
        {"AudienceWithPrefix", "audience = api://botid-<app>", bearing({{"aud", "api://botid-" + app}}),
         "wrong_audience"},
        {"AudienceOfAnotherApp", "audience of another app", bearing({{"aud", "another-app"}}),
         "wrong_audience"},
        {"EvilIssuer", "issuer evil", bearing({{"iss", "https://api.botframework.com.evil"}}),
         "wrong_issuer"},
        {"IssuerWithSlash", "issuer with trailing slash", bearing({{"iss", "https://api.botframework.com/"}}),
         "wrong_issuer"},
        {"ExpiredFourMinutesAgo", "expired 4 min ago (within skew)",
         bearing({{"nbf", then - 3600}, {"exp", then - 240}}), accepted},
        {"ExpiredSixMinutesAgo", "expired 6 min ago", bearing({{"nbf", then - 3600}, {"exp", then - 360}}),
         "expired_token"},
        {"ValidInFourMinutes", "nbf in 4 min (within skew)", bearing({{"nbf", then + 240}}), accepted},
        {"ValidInSixMinutes", "nbf in 6 min", bearing({{"nbf", then + 360}}), "token_not_valid_yet"},
        {"UnknownKey", "unknown kid", with_header({{"kid", "nope"}}), "unknown_key"},
        {"ChannelNotEndorsed", "channelId not endorsed by the key", for_activity("slack", url),
         "channel_not_endorsed"},
        {"EmulatorToken", "emulator token v1 (iss sts, appid)",
         bearing({{"iss", sts}, {"ver", "1.0"}, {"appid", app}}), "wrong_issuer"},
        {"EmulatorTokenOfAnotherApp", "emulator token of another app",
         bearing({{"iss", sts}, {"ver", "1.0"}, {"appid", "another-app"}}), "wrong_issuer"},
        {"AlgorithmNone", "alg none", with_other_algorithm("none", false), "wrong_algorithm"},
        {"ChangedClaims", "payload changed, signature kept", with_changed_claims(), "wrong_signature"},
        {"AlgorithmHs256", "HS256 with the public key as secret (header only)",
         with_other_algorithm("HS256", true), "wrong_algorithm"},
        {"SchemeInLowerCase", "lower-case \"bearer\"", {"bearer " + good_token()}, "no_token"},
        {"TwoSpaces", "two spaces", {"Bearer  " + good_token()}, "no_token"},
        {"NoScheme", "no scheme", {good_token()}, "no_token"},
        {"Empty", "empty header", {""}, "no_token"},
        {"Garbage", "garbage", {"Bearer abc"}, "malformed_token"},
    };
}

std::vector<token_case> more_cases()
{
    auto const app = std::string(testing::teams_app);
    return {
        {"ExpiredFiveMinutesAgo", "", bearing({{"nbf", then - 3600}, {"exp", then - 300}}), "expired_token"},
        {"ExpiredASecondLess", "", bearing({{"nbf", then - 3600}, {"exp", then - 299}}), accepted},
        {"ValidInFiveMinutes", "", bearing({{"nbf", then + 300}}), accepted},
        {"NoExpiry", "", bearing({{"exp", nullptr}}), "malformed_token"},
        {"ExpiryAsText", "", bearing({{"exp", "never"}}), "malformed_token"},
        {"ExpiryBeyondReason", "", bearing({{"exp", 1e300}}), "malformed_token"},
        {"BeginningAsText", "", bearing({{"nbf", "now"}}), "malformed_token"},
        {"NoBeginning", "", bearing({{"nbf", nullptr}}), accepted},
        {"AudienceAsList", "", bearing({{"aud", json::array({app})}}), "wrong_audience"},
        {"CriticalExtension", "", with_header({{"crit", json::array({"exp"})}}), "malformed_token"},
        {"ContentTypeOfARealToken", "", with_header({{"cty", "JWT"}}), accepted},
        {"AlgorithmRs512", "", with_other_algorithm("RS512", true), "wrong_algorithm"},
        {"AlgorithmInLowerCase", "", with_other_algorithm("rs256", true), "wrong_algorithm"},
        {"SignatureCut",
         "",
         {"Bearer " + good_token().substr(0, good_token().size() - 4)},
         "wrong_signature"},
        {"FourParts", "", {"Bearer " + good_token() + ".abc"}, "malformed_token"},
        {"SpaceBehind", "", {"Bearer " + good_token() + " "}, "no_token"},
        {"TwoTokens", "", {"Bearer " + good_token() + ", Bearer " + good_token()}, "no_token"},
        {"Huge", "", {"Bearer " + std::string(20'000, 'a') + ".b.c"}, "malformed_token"},
    };
}

std::vector<token_case> token_cases()
{
    auto cases = judged_cases();
    for (auto& one : more_cases())
        cases.push_back(std::move(one));
    return cases;
}

class TeamsToken : public ::testing::TestWithParam<token_case> {};

TEST_P(TeamsToken, IsJudged)
{
    EXPECT_EQ(verdict_on(GetParam().request), GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(Table, TeamsToken, ::testing::ValuesIn(token_cases()), [](auto const& tested) {
    return tested.param.name;
});

std::string without_spaces_behind(std::string text)
{
    text.erase(text.find_last_not_of(' ') + 1);
    return text;
}

/// By row, whether one of Microsoft's two validators refuses it.
std::map<std::string, bool> microsofts_refusals(std::filesystem::path const& matrix)
{
    std::map<std::string, bool> refused;
    std::ifstream file(matrix);
    for (std::string line; std::getline(file, line);)
        if (auto const bar = line.find('|'); bar != std::string::npos)
            refused[without_spaces_behind(line.substr(0, bar))] = line.find("reject") != std::string::npos;
    return refused;
}

TEST(TeamsTokens, AreRefusedWhereOneOfMicrosoftsValidatorsRefuses)
{
    if (shared_samples().empty())
        GTEST_SKIP() << "set CROSSROADS_SHARED to the folder of third-party samples";
    auto const refused = microsofts_refusals(shared_samples() / "corpus" / "teams" / "token-matrix.txt");
    ASSERT_EQ(refused.size(), 26U);

    std::size_t compared = 0;
    for (auto const& one : token_cases()) {
        auto const row = refused.find(one.row);
        if (row == refused.end())
            continue;
        ++compared;
        bool const stricter = row->first == "activity without serviceUrl";  // both let it through
        EXPECT_EQ(verdict_on(one.request) != accepted, row->second || stricter) << row->first;
    }
    EXPECT_EQ(compared, refused.size());
}

TEST(TeamsTokens, AreRefusedForNowWithoutKeys)
{
    auto const verdict = verify_token(good_token(), {}, rules, now);

    ASSERT_TRUE(std::holds_alternative<token_fault>(verdict));
    EXPECT_EQ(std::get<token_fault>(verdict), token_fault::no_keys);
    EXPECT_EQ(status_of(token_fault::no_keys), 503U);
}

TEST(TeamsTokens, AreRefusedWithoutAnAppIdToCompareWith)
{
    auto const claims = claims_with({{"aud", ""}});
    auto const verdict = verify_token(known_teams_signer().sign(claims), known_keys(), {}, now);

    ASSERT_TRUE(std::holds_alternative<token_fault>(verdict));
    EXPECT_EQ(std::get<token_fault>(verdict), token_fault::wrong_audience);
}

TEST(TeamsTokens, NameTheKeyThatSignedThem)
{
    EXPECT_EQ(key_id_of(good_token()), known_teams_signer().id());
    EXPECT_EQ(key_id_of("abc"), "");
    EXPECT_EQ(key_id_of("a.b.c"), "");
}

TEST(TeamsTokens, AreNotBoundToChannelsByAKeyWithoutEndorsements)
{
    channel_token const token{"https://here/", std::nullopt, now};

    EXPECT_FALSE(fault_for(token, "msteams", "https://here/"));
}

TEST(TeamsTokens, AreBoundToNoChannelByEmptyEndorsements)
{
    channel_token const token{"https://here/", std::vector<std::string>{}, now};

    EXPECT_EQ(fault_for(token, "msteams", "https://here/"), token_fault::not_endorsed);
}

TEST(TeamsTokenFault, IsTheSendersExceptWhereTheTokenIsGood)
{
    EXPECT_EQ(status_of(token_fault::wrong_signature), 401U);
    EXPECT_EQ(status_of(token_fault::wrong_service_url), 401U);
    EXPECT_EQ(status_of(token_fault::not_endorsed), 403U);
}

}  // namespace
}  // namespace crossroads::teams
