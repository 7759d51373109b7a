#include "settings/settings.hpp"

#include <boost/asio/ip/address.hpp>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace crossroads {
namespace {

std::map<std::string, std::string> const slack_credentials = {
    {"CROSSROADS_SLACK_SIGNING_SECRET", "secret"}, {"CROSSROADS_SLACK_BOT_TOKEN", "xoxb-1"}};

settings_sources with_environment(std::map<std::string, std::string> more)
{
    settings_sources sources;
    sources.environment = slack_credentials;
    for (auto& [name, value] : more)
        sources.environment[name] = value;
    return sources;
}

settings expect_fine(settings_sources const& sources)
{
    auto read = read_settings(sources);
    if (auto const* problems = std::get_if<std::vector<settings_problem>>(&read)) {
        ADD_FAILURE() << problems->front().key << ' ' << problems->front().problem;
        return {};
    }
    return std::get<settings>(read);
}

std::string temporary_file(std::string const& name, std::string const& content)
{
    auto const path = std::filesystem::path(testing::TempDir()) / ("crossroads_settings_" + name);
    std::ofstream(path) << content;
    return path.string();
}

TEST(Settings, HaveDefaultsForEverythingButTheCredentials)
{
    auto const read = expect_fine(with_environment({}));

    EXPECT_EQ(read.listen_address, "127.0.0.1");
    EXPECT_EQ(read.listen_port, 8080);
    EXPECT_EQ(read.slack_api_url, "https://slack.com/api/");
    EXPECT_EQ(read.slack_command, "/assess");
    EXPECT_FALSE(read.allow_private_targets);
}

TEST(Settings, SayWhatChannelsAreSpokenToInUnlessTheyChoose)
{
    EXPECT_EQ(expect_fine(with_environment({})).spoken, language::english);
    for (auto const* name : {"deutsch", "German", "de"})
        EXPECT_EQ(expect_fine(with_environment({{"CROSSROADS_LANGUAGE", name}})).spoken, language::german);

    auto const read = read_settings(with_environment({{"CROSSROADS_LANGUAGE", "klingon"}}));
    auto const& problem = std::get<std::vector<settings_problem>>(read).front();
    EXPECT_EQ(problem.key, "CROSSROADS_LANGUAGE");
    EXPECT_EQ(problem.fix, "use one of english (en), deutsch (de)");
}

TEST(Settings, SayHowManyMayConnectAndWhoIsAReverseProxy)
{
    auto const by_default = expect_fine(with_environment({}));
    EXPECT_EQ(by_default.connections, 10'000U);
    EXPECT_TRUE(by_default.trusted_proxies.contains(boost::asio::ip::make_address("127.0.0.1")));
    EXPECT_FALSE(by_default.trusted_proxies.contains(boost::asio::ip::make_address("127.0.0.2")));

    auto const read = expect_fine(with_environment(
        {{"CROSSROADS_CONNECTIONS", "500"}, {"CROSSROADS_TRUSTED_PROXIES", "10.0.0.0/8, 192.0.2.1"}}));
    EXPECT_EQ(read.connections, 500U);
    EXPECT_TRUE(read.trusted_proxies.contains(boost::asio::ip::make_address("10.1.2.3")));
    EXPECT_FALSE(read.trusted_proxies.contains(boost::asio::ip::make_address("127.0.0.1")));
}

TEST(Settings, SayHowLongAssessmentsAreKept)
{
    auto const by_default = expect_fine(with_environment({}));
    EXPECT_EQ(by_default.keep_finished_days, 365U);
    EXPECT_EQ(by_default.keep_cancelled_days, 90U);

    auto const read = expect_fine(
        with_environment({{"CROSSROADS_KEEP_FINISHED_DAYS", "0"}, {"CROSSROADS_KEEP_CANCELLED_DAYS", "7"}}));
    EXPECT_EQ(read.keep_finished_days, 0U);
    EXPECT_EQ(read.keep_cancelled_days, 7U);
    for (auto const* wrong : {"-1", "a year", "36501"})
        EXPECT_FALSE(std::holds_alternative<settings>(
            read_settings(with_environment({{"CROSSROADS_KEEP_FINISHED_DAYS", wrong}}))))
            << wrong;
}

TEST(Settings, SayHowLongAnAssessmentIsOpen)
{
    EXPECT_EQ(expect_fine(with_environment({})).window_days, 0);
    for (auto const& [value, days] :
         std::vector<std::pair<char const*, int>>{{"1d", 1}, {"2w", 14}, {"90d", 90}})
        EXPECT_EQ(expect_fine(with_environment({{"CROSSROADS_WINDOW", value}})).window_days, days) << value;

    for (auto const* wrong : {"7", "0d", "d", "-3d", "91d", "13w", "a week", "2w2d"}) {
        auto const read = read_settings(with_environment({{"CROSSROADS_WINDOW", wrong}}));
        ASSERT_TRUE(std::holds_alternative<std::vector<settings_problem>>(read)) << wrong;
        auto const& problem = std::get<std::vector<settings_problem>>(read).front();
        EXPECT_EQ(problem.key, "CROSSROADS_WINDOW") << wrong;
        EXPECT_EQ(problem.fix, "use a number of days from 1d to 90d, or weeks such as 2w") << wrong;
    }
}

std::map<std::string, std::string> const review_group = {
    {"CROSSROADS_SECOND_OPINION_NAME", "The review group"},
    {"CROSSROADS_SECOND_OPINION_ADDRESS", "reviews@example.com"},
    {"CROSSROADS_SECOND_OPINION_SENTENCE", "Reads results and sends notes."}};

TEST(Settings, NameWhomToAskForASecondOpinionOrNobody)
{
    EXPECT_FALSE(expect_fine(with_environment({})).second_opinion);
    auto const named = expect_fine(with_environment(review_group)).second_opinion;
    EXPECT_EQ(named, (contact{"The review group", "reviews@example.com", "Reads results and sends notes."}));
    for (auto const& [variable, value] : review_group) {
        auto half = review_group;
        half.erase(variable);
        auto const read = read_settings(with_environment(half));
        ASSERT_TRUE(std::holds_alternative<std::vector<settings_problem>>(read)) << variable;
        auto const& problems = std::get<std::vector<settings_problem>>(read);
        ASSERT_EQ(problems.size(), 1U) << variable;
        EXPECT_EQ(problems.front().key, variable);
        EXPECT_EQ(problems.front().problem, "is not set although a second opinion is offered");
    }
}

TEST(Settings, TakeALinkOrAMailAddressForASecondOpinion)
{
    for (auto const* good :
         {"https://example.com", "https://reviews.example.com/new?from=crossroads&kind=a_b#form",
          "https://example.com:8443/x", "a.b+c@mail.example.com"}) {
        auto named = review_group;
        named["CROSSROADS_SECOND_OPINION_ADDRESS"] = good;
        EXPECT_EQ(expect_fine(with_environment(named)).second_opinion.value().address, good);
    }
    for (auto const* wrong :
         {"", "reviews", "http://example.com", "mailto:a@example.com", "javascript:alert(1)", "https://",
          "https://a:b@example.com", "https://localhost", "https://example.com/a b",
          "https://example.com/<x>", "https://example.com/|x", "a@b", "a@@example.com", "@example.com",
          "a b@example.com", "a@example..com", "a@-example.com", "<a@example.com>"}) {
        auto named = review_group;
        named["CROSSROADS_SECOND_OPINION_ADDRESS"] = wrong;
        auto const read = read_settings(with_environment(named));
        ASSERT_TRUE(std::holds_alternative<std::vector<settings_problem>>(read)) << wrong;
        auto const& problem = std::get<std::vector<settings_problem>>(read).front();
        EXPECT_EQ(problem.key, "CROSSROADS_SECOND_OPINION_ADDRESS") << wrong;
    }
}

TEST(Settings, TakeALineEachForWhoGivesASecondOpinion)
{
    struct row {
        char const* variable;
        std::size_t longest;
    };

    for (auto const& [variable, longest] :
         {row{"CROSSROADS_SECOND_OPINION_NAME", 60}, row{"CROSSROADS_SECOND_OPINION_SENTENCE", 200}}) {
        auto named = review_group;
        named[variable] = std::string(longest, 'x');
        expect_fine(with_environment(named));
        for (auto const& wrong :
             {std::string(longest + 1, 'x'), std::string("  "), std::string("two\nlines"),
              std::string("\xff")}) {
            named[variable] = wrong;
            auto const read = read_settings(with_environment(named));
            ASSERT_TRUE(std::holds_alternative<std::vector<settings_problem>>(read)) << wrong;
            EXPECT_EQ(std::get<std::vector<settings_problem>>(read).front().key, variable) << wrong;
        }
    }
}

TEST(Settings, TakeTheCommandLineBeforeTheEnvironmentBeforeTheConfigFile)
{
    auto sources = with_environment({{"CROSSROADS_LISTEN", "127.0.0.1:2"}, {"CROSSROADS_LOG_LEVEL", "warn"}});
    sources.config_file = temporary_file(
        "precedence.json", R"({"listen":"127.0.0.1:1","log_level":"error","slack_command":"/decide"})");
    sources.options = {{"listen", "127.0.0.1:3"}};

    auto const read = expect_fine(sources);

    EXPECT_EQ(read.listen_port, 3);
    EXPECT_EQ(read.log_level, "warn");
    EXPECT_EQ(read.slack_command, "/decide");
}

TEST(Settings, ReadASecretFromAFileWithoutItsLineEnd)
{
    settings_sources sources;
    sources.environment = {
        {"CROSSROADS_SLACK_SIGNING_SECRET_FILE", temporary_file("secret", "from-file\n")},
        {"CROSSROADS_SLACK_BOT_TOKEN", "xoxb-1"}};

    EXPECT_EQ(expect_fine(sources).slack_signing_secrets, std::vector<std::string>{"from-file"});
}

TEST(Settings, AcceptTwoSigningSecretsDuringARotation)
{
    auto const read = expect_fine(with_environment({{"CROSSROADS_SLACK_SIGNING_SECRET", "new,old"}}));

    EXPECT_EQ(read.slack_signing_secrets, (std::vector<std::string>{"new", "old"}));
}

TEST(Settings, NeedNoCredentialsInThePlayground)
{
    settings_sources sources;
    sources.options = {{"playground", "1"}};

    EXPECT_TRUE(expect_fine(sources).playground);
}

TEST(Settings, ReportEveryProblemAtOnce)
{
    settings_sources sources;
    sources.environment = {{"CROSSROADS_LISTEN", "nowhere"}, {"CROSSROADS_WORKERS", "0"}};
    auto const read = read_settings(sources);

    auto const& problems = std::get<std::vector<settings_problem>>(read);

    EXPECT_EQ(problems.size(), 4U);  // these two, and the two credentials
}

struct refused_setting {
    char const* name;
    std::map<std::string, std::string> environment;
    char const* key;
    char const* problem;
};

class RefusedSetting : public testing::TestWithParam<refused_setting> {};

TEST_P(RefusedSetting, NamesTheKeyAndWhatIsWrong)
{
    auto const read = read_settings(with_environment(GetParam().environment));

    auto const* problems = std::get_if<std::vector<settings_problem>>(&read);
    ASSERT_NE(problems, nullptr);
    ASSERT_EQ(problems->size(), 1U);
    EXPECT_EQ(problems->front().key, GetParam().key);
    EXPECT_EQ(problems->front().problem, GetParam().problem);
    EXPECT_FALSE(problems->front().fix.empty());
}

INSTANTIATE_TEST_SUITE_P(
    Settings, RefusedSetting,
    testing::Values(
        refused_setting{"UnknownVariable", {{"CROSSROADS_SLAK", "1"}}, "CROSSROADS_SLAK", "is not a setting"},
        refused_setting{
            "PortTooLarge",
            {{"CROSSROADS_LISTEN", "127.0.0.1:65536"}},
            "CROSSROADS_LISTEN",
            "is \"127.0.0.1:65536\""},
        refused_setting{
            "NoConnections", {{"CROSSROADS_CONNECTIONS", "0"}}, "CROSSROADS_CONNECTIONS", "is \"0\""},
        refused_setting{
            "ProxyByName",
            {{"CROSSROADS_TRUSTED_PROXIES", "proxy.example"}},
            "CROSSROADS_TRUSTED_PROXIES",
            "is \"proxy.example\""},
        refused_setting{
            "EmptySigningSecret",
            {{"CROSSROADS_SLACK_SIGNING_SECRET", ""}},
            "CROSSROADS_SLACK_SIGNING_SECRET",
            "must hold one secret, or two with a comma between them"},
        refused_setting{
            "ThreeSigningSecrets",
            {{"CROSSROADS_SLACK_SIGNING_SECRET", "a,b,c"}},
            "CROSSROADS_SLACK_SIGNING_SECRET",
            "must hold one secret, or two with a comma between them"},
        refused_setting{
            "CommandWithoutSlash",
            {{"CROSSROADS_SLACK_COMMAND", "assess"}},
            "CROSSROADS_SLACK_COMMAND",
            "is \"assess\""},
        refused_setting{
            "OtherStore",
            {{"CROSSROADS_STORE", "redis"}},
            "CROSSROADS_STORE",
            "is not a store of this version"},
        refused_setting{
            "CertificateWithoutKey",
            {{"CROSSROADS_TLS_CERT", "c.pem"}},
            "CROSSROADS_TLS_KEY",
            "is not set although its counterpart is"},
        refused_setting{
            "LogLevel", {{"CROSSROADS_LOG_LEVEL", "loud"}}, "CROSSROADS_LOG_LEVEL", "is \"loud\""},
        refused_setting{
            "Flag",
            {{"CROSSROADS_ALLOW_PRIVATE_TARGETS", "maybe"}},
            "CROSSROADS_ALLOW_PRIVATE_TARGETS",
            "is \"maybe\""}),
    [](auto const& tested) { return tested.param.name; });

TEST(Settings, RefuseASecretThatIsGivenTwice)
{
    auto const file = temporary_file("twice", "xoxb-2");
    auto const read = read_settings(with_environment({{"CROSSROADS_SLACK_BOT_TOKEN_FILE", file}}));

    auto const& problems = std::get<std::vector<settings_problem>>(read);

    ASSERT_EQ(problems.size(), 1U);
    EXPECT_EQ(problems.front().problem, "is set, and so is CROSSROADS_SLACK_BOT_TOKEN_FILE");
}

TEST(Settings, RefuseASecretFileThatCannotBeRead)
{
    auto const read =
        read_settings(with_environment({{"CROSSROADS_TEAMS_APP_PASSWORD_FILE", "/nonexistent"}}));

    auto const& problems = std::get<std::vector<settings_problem>>(read);

    ASSERT_EQ(problems.size(), 1U);
    EXPECT_EQ(problems.front().problem, "cannot read /nonexistent");
}

TEST(Settings, RefuseUnknownKeysOfTheConfigFile)
{
    auto sources = with_environment({});
    sources.config_file = temporary_file("unknown.json", R"({"lissten":"127.0.0.1:1"})");
    auto const read = read_settings(sources);

    auto const& problems = std::get<std::vector<settings_problem>>(read);

    ASSERT_EQ(problems.size(), 1U);
    EXPECT_EQ(problems.front().problem, "is not a setting");
}

TEST(Settings, RefuseASlackAddressTogetherWithThePlayground)
{
    settings_sources sources;
    sources.options = {{"playground", "1"}};
    sources.environment = {{"CROSSROADS_SLACK_API_URL", "https://slack.com/api/"}};
    auto const read = read_settings(sources);

    auto const& problems = std::get<std::vector<settings_problem>>(read);

    EXPECT_EQ(problems.front().key, "CROSSROADS_SLACK_API_URL");
}

}  // namespace
}  // namespace crossroads
