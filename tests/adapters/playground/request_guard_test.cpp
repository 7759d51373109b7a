#include "playground/page.hpp"
#include "playground/request_guard.hpp"

#include <gtest/gtest.h>

#include <string>

namespace crossroads::playground {
namespace {

struct guarded {
    std::string method;
    std::string peer;
    http_headers headers;
    bool welcome;
};

TEST(RequestGuard, LetsThisMachineIn)
{
    guarded const cases[] = {
        {"GET", "127.0.0.1", {{"Host", "127.0.0.1:8080"}}, true},
        {"GET", "::1", {{"Host", "[::1]:8080"}}, true},
        {"GET", "::ffff:127.0.0.1", {{"Host", "localhost"}}, true},
        {"POST", "127.0.0.1", {{"Host", "localhost:8080"}}, true},
        {"POST", "127.0.0.1", {{"Host", "localhost:8080"}, {"Origin", "http://localhost:8080"}}, true},
        {"POST", "127.0.0.1", {{"Host", "localhost:8080"}, {"Sec-Fetch-Site", "same-origin"}}, true},
        {"GET", "10.0.0.7", {{"Host", "127.0.0.1:8080"}}, false},
        {"GET", "", {{"Host", "127.0.0.1:8080"}}, false},
        {"GET", "127.0.0.1", {{"Host", "evil.example"}}, false},
        {"GET", "127.0.0.1", {{"Host", "127.0.0.1.evil.example"}}, false},
        {"GET", "127.0.0.1", {{"Host", "localhost.evil.example:8080"}}, false},
        {"GET", "127.0.0.1", {{"Host", "[::1"}}, false},
        {"GET", "127.0.0.1", {}, false},
        {"POST", "127.0.0.1", {{"Host", "localhost:8080"}, {"Origin", "http://evil.example"}}, false},
        {"POST", "127.0.0.1", {{"Host", "localhost:8080"}, {"Origin", "http://localhost:9090"}}, false},
        {"POST", "127.0.0.1", {{"Host", "localhost:8080"}, {"Origin", "null"}}, false},
        {"POST", "127.0.0.1", {{"Host", "localhost:8080"}, {"Sec-Fetch-Site", "cross-site"}}, false},
    };
    for (auto const& [method, peer, headers, welcome] : cases) {
        auto const refused = refuse_stranger({method, "/playground/", headers, "", peer});
        EXPECT_EQ(!refused, welcome) << method << ' ' << peer << ' '
                                     << find_header(headers, "host").value_or("");
        if (refused) {
            EXPECT_EQ(refused->status, 403U);
        }
    }
}

TEST(Page, LoadsNothingFromElsewhere)
{
    auto const index = page_file("");
    ASSERT_TRUE(index);

    EXPECT_EQ(find_header(index->headers, "content-type"), "text/html; charset=utf-8");
    auto const policy = std::string(find_header(index->headers, "content-security-policy").value_or(""));
    EXPECT_EQ(policy.find("http"), std::string::npos);
    EXPECT_NE(policy.find("default-src 'none'"), std::string::npos);
    EXPECT_EQ(policy.find("unsafe"), std::string::npos);
}

TEST(Page, HasEveryFileItNames)
{
    auto const index = std::string(page_file("")->body);
    for (auto const* name :
         {"main.js", "base.css", "messages.css", "blocks.css", "dialogs.css", "icon.svg"}) {
        EXPECT_NE(index.find(name), std::string::npos) << name;
        EXPECT_TRUE(page_file(name)) << name;
    }
    EXPECT_FALSE(page_file("../CMakeLists.txt"));
    EXPECT_FALSE(page_file("nothing.js"));
}

}  // namespace
}  // namespace crossroads::playground
