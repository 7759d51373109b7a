#include "http/call_target.hpp"

#include <gtest/gtest.h>

namespace crossroads {
namespace {

struct target_case {
    char const* url;
    char const* host;
    unsigned port;
    char const* target;
    char const* host_header;
    char const* origin;
};

TEST(CallTarget, IsTakenFromAUrl)
{
    for (auto const& each : {
             target_case{
                 "https://slack.com/api/chat.postMessage", "slack.com", 443, "/api/chat.postMessage",
                 "slack.com", "https://slack.com:443"},
             target_case{"https://slack.com", "slack.com", 443, "/", "slack.com", "https://slack.com:443"},
             target_case{
                 "HTTPS://Slack.com:443/a", "Slack.com", 443, "/a", "Slack.com", "https://Slack.com:443"},
             target_case{"https://a.b?c=d", "a.b", 443, "/?c=d", "a.b", "https://a.b:443"},
             target_case{
                 "https://a.b:8443/x%20y?c=d&e#part", "a.b", 8443, "/x%20y?c=d&e", "a.b:8443",
                 "https://a.b:8443"},
             target_case{
                 "http://127.0.0.1:8080/", "127.0.0.1", 8080, "/", "127.0.0.1:8080", "http://127.0.0.1:8080"},
             target_case{"http://[::1]/", "::1", 80, "/", "[::1]", "http://[::1]:80"},
         }) {
        auto const got = parse_call_target(each.url);
        ASSERT_TRUE(got.has_value()) << each.url;
        EXPECT_EQ(got->host, each.host);
        EXPECT_EQ(got->port, each.port);
        EXPECT_EQ(got->target, each.target);
        EXPECT_EQ(got->host_header(), each.host_header);
        EXPECT_EQ(got->origin(), each.origin);
        EXPECT_EQ(got->tls, std::string_view(each.origin).starts_with("https"));
    }
}

TEST(CallTarget, IsRefusedWhenItIsNoneOfOurs)
{
    for (auto const* const url :
         {"",
          "slack.com",
          "/api",
          "//slack.com/",
          "ftp://a.b/",
          "file:///etc/passwd",
          "https://",
          "https:///x",
          "https://user@slack.com/",
          "https://user:password@slack.com/",
          "https://@slack.com/",
          "https://a.b:0/",
          "https://a.b:65536/",
          "https://a.b:x/",
          "https://a b/",
          "https://a.b/ c",
          "https://a.b/\r\nX: y",
          "https://a%2fb/",
          "https://a%00.b/",
          "https://a.b/\xc3\xa9",
          "https://[::1/",
          "https://[v1.x]/"}) {
        EXPECT_FALSE(parse_call_target(url).has_value()) << url;
    }
}

}  // namespace
}  // namespace crossroads
