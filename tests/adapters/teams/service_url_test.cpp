#include "teams/service_url.hpp"

#include <gtest/gtest.h>

#include <string>

namespace crossroads::teams {
namespace {

TEST(TeamsServiceUrl, MayBeCalledOnMicrosoftsHosts)
{
    for (auto const* url :
         {"https://smba.trafficmanager.net/emea/", "https://smba.trafficmanager.net/amer/tenant-one/",
          "https://smba.trafficmanager.net", "https://SMBA.TrafficManager.net/emea/",
          "https://smba.trafficmanager.net:443/emea/", "https://smba.infra.gcc.teams.microsoft.com/teams"})
        EXPECT_TRUE(may_call(url, known_service_hosts())) << url;
}

TEST(TeamsServiceUrl, MayNotBeCalledWhereItOnlyLooksLikeThem)
{
    for (auto const* url :
         {"",
          "https://",
          "https:///emea",
          "smba.trafficmanager.net",
          "//smba.trafficmanager.net/",
          "http://smba.trafficmanager.net/emea/",
          "ftp://smba.trafficmanager.net/",
          "https://evil.trafficmanager.net/",
          "https://trafficmanager.net/",
          "https://smba.trafficmanager.net.evil.example/",
          "https://smba.trafficmanager.net./emea/",
          "https://xsmba.trafficmanager.net/",
          "https://smba.trafficmanager.net:8443/",
          "https://smba.trafficmanager.net:0443/",
          "https://smba.trafficmanager.net:/",
          "https://smba.trafficmanager.net@evil.example/",
          "https://evil.example@smba.trafficmanager.net/",
          "https://smba.trafficmanager.net\\@evil.example/",
          "https://evil.example\\.smba.trafficmanager.net/",
          "https://smba.trafficmanager.net/?a=b",
          "https://smba.trafficmanager.net/#a",
          "https://smba.trafficmanager.net /",
          "https://smba.trafficmanager.net\r\n/",
          "https://smba%2etrafficmanager.net/",
          "https://127.0.0.1/",
          "https://[::1]/",
          "https://localhost/"})
        EXPECT_FALSE(may_call(url, known_service_hosts())) << url;
    EXPECT_FALSE(may_call("https://smba.trafficmanager.net/" + std::string(600, 'a'), known_service_hosts()));
    EXPECT_FALSE(may_call("https://smba.trafficmanager.net/\xC3\xA9", known_service_hosts()));
}

TEST(TeamsServiceUrl, MayBePlainOnlyWhereItIsListedSo)
{
    std::vector<std::string> const allowed = {"http://127.0.0.1:4000", "own.example"};

    EXPECT_TRUE(may_call("http://127.0.0.1:4000/_connector", allowed));
    EXPECT_TRUE(may_call("https://own.example/teams", allowed));
    EXPECT_FALSE(may_call("http://127.0.0.1:4001/_connector", allowed));
    EXPECT_FALSE(may_call("https://127.0.0.1:4000/_connector", allowed));
    EXPECT_FALSE(may_call("http://own.example/teams", allowed));
    EXPECT_FALSE(may_call("https://smba.trafficmanager.net/", allowed));
    EXPECT_FALSE(may_call("https://smba.trafficmanager.net/", {}));
}

TEST(TeamsCallUrl, HasOneSlashInBetween)
{
    EXPECT_EQ(call_url("https://here/emea/", "v3/teams"), "https://here/emea/v3/teams");
    EXPECT_EQ(call_url("https://here/emea", "v3/teams"), "https://here/emea/v3/teams");
}

TEST(TeamsPathSegment, KeepsNothingThatCouldLeaveIt)
{
    EXPECT_EQ(
        path_segment("19:van@thread.tacv2;messageid=1766"), "19%3Avan%40thread.tacv2%3Bmessageid%3D1766");
    EXPECT_EQ(path_segment("../a/b?c#d%"), "..%2Fa%2Fb%3Fc%23d%25");
    EXPECT_EQ(path_segment("\xC3\xA9"), "%C3%A9");
}

}  // namespace
}  // namespace crossroads::teams
