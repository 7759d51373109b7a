// Payloads that nobody of this project wrote, and what Slack's own framework makes of them.

#include "channel/json_reading.hpp"
#include "slack/origin.hpp"
#include "slack/slack_platform.hpp"
#include "support/shared_samples.hpp"
#include "support/slack_requests.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <memory>
#include <sstream>
#include <string>
#include <vector>

namespace crossroads::slack {
namespace {

namespace fs = std::filesystem;

struct sample {
    std::string file;  // relative to the corpus
    json payload;
};

std::string contents_of(fs::path const& file)
{
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<sample> samples_in(fs::path const& corpus, std::string const& folder)
{
    std::vector<sample> samples;
    if (!fs::exists(corpus / folder))
        return samples;
    for (auto const& entry : fs::recursive_directory_iterator(corpus / folder))
        if (entry.path().extension() == ".json") {
            auto payload = json::parse(contents_of(entry.path()), nullptr, false);
            EXPECT_FALSE(payload.is_discarded()) << entry.path();
            samples.push_back({entry.path().lexically_relative(corpus).string(), std::move(payload)});
        }
    return samples;
}

form_fields fields_of(json const& command)
{
    form_fields fields;
    for (auto const& [name, value] : command.items())
        fields.emplace_back(name, value.is_string() ? value.get<std::string>() : write_json(value));
    return fields;
}

/// An inner event as Slack would deliver it.
json in_envelope(json const& event)
{
    return {
        {"type", "event_callback"},
        {"team_id", "T0VAN"},
        {"event_id", "Ev0CORPUS"},
        {"event", event},
        {"authorizations", {{{"team_id", "T0VAN"}, {"user_id", "U0CROSS"}, {"is_bot", true}}}}};
}

http_request request_for(sample const& one)
{
    if (one.file.starts_with("commands"))
        return testing::slack_form_request(fields_of(one.payload));
    if (one.file.starts_with("interactive"))
        return testing::slack_payload_request(write_json(one.payload));
    if (one.file.starts_with("inner-events"))
        return testing::slack_json_request(write_json(in_envelope(one.payload)));
    return testing::slack_json_request(write_json(one.payload));
}

std::unique_ptr<platform> platform_answering(std::string command)
{
    settings chosen;
    chosen.signing_secrets = {std::string(testing::slack_secret)};
    chosen.bot_token = "xoxb-made-up";
    chosen.command = std::move(command);
    return make_platform(chosen);
}

class SlackCorpus : public ::testing::Test {
protected:
    void SetUp() override
    {
        corpus_ = shared_samples() / "corpus" / "slack";
        if (!fs::exists(corpus_))
            GTEST_SKIP()
                << "the corpus is not here; set CROSSROADS_SHARED to the folder that holds corpus/slack";
    }

    fs::path corpus_;
};

/// What is told of a channel, and answered to nobody.
bool is_of_the_channel(happening const& what)
{
    return std::holds_alternative<channel_changed>(what) || std::holds_alternative<channel_moved>(what) ||
           std::holds_alternative<message_deleted>(what);
}

TEST_F(SlackCorpus, IsAnsweredInTimeWithAnEventOrAStatus)
{
    auto const slack = platform_answering("/assess");
    std::map<std::string, int> answered;
    for (auto const* folder :
         {"commands", "interactive", "interactive-masked", "events", "events-masked", "inner-events"})
        for (auto const& one : samples_in(corpus_, folder)) {
            auto const request = request_for(one);
            auto const start = std::chrono::steady_clock::now();
            auto const got = slack->receive(request, testing::slack_now);
            auto const took = std::chrono::steady_clock::now() - start;

            EXPECT_LT(took, std::chrono::milliseconds(100)) << one.file;
            EXPECT_FALSE(got.kind.empty()) << one.file;
            if (auto const* arrived = std::get_if<inbound>(&got.outcome)) {
                EXPECT_TRUE(parse_conversation_key(arrived->conversation)) << one.file;
                EXPECT_EQ(arrived->what.user.empty(), is_of_the_channel(arrived->what.what)) << one.file;
            } else {
                EXPECT_EQ(std::get<http_response>(got.outcome).status, 200U) << one.file << " " << got.kind;
            }
            ++answered[folder];
        }
    EXPECT_GT(answered["commands"], 5);
    EXPECT_GT(answered["interactive"], 30);
    EXPECT_GT(answered["events"], 50);
    EXPECT_GT(answered["inner-events"], 100);
}

/// A row of ORACLE-bolt-5.1.tsv.
struct verdict {
    std::string file, kind, type, team, enterprise, user, channel, org_install, acked, error;
};

std::vector<verdict> verdicts_in(fs::path const& table)
{
    std::vector<verdict> verdicts;
    std::ifstream in(table);
    std::string line;
    std::getline(in, line);
    while (std::getline(in, line)) {
        std::istringstream cells(line);
        verdict row;
        for (auto* cell :
             {&row.file, &row.kind, &row.type, &row.team, &row.enterprise, &row.user, &row.channel,
              &row.org_install, &row.acked, &row.error})
            std::getline(cells, *cell, '\t');
        verdicts.push_back(std::move(row));
    }
    return verdicts;
}

origin origin_of(sample const& one)
{
    if (one.file.starts_with("commands"))
        return origin_of_command(fields_of(one.payload));
    if (one.file.starts_with("interactive"))
        return origin_of_interaction(one.payload);
    return origin_of_event(one.payload);
}

/// Slack's name of the kind, without our verdict before it and the subtype behind it.
std::string bare_kind(std::string const& kind)
{
    auto const name = kind.substr(kind.find(':') + 1);
    return name.substr(0, name.find('.'));
}

/// Where we mean to differ from the framework.
struct difference {
    char const* file;
    char const* ours;
    char const* reason;
};

constexpr difference differences[] = {
    {"events/function_executed/005-bolt-python-698f869d.json", "function_executed",
     "the framework gives up on an event without an execution id; its kind is plain all the same"},
    {"events/untyped/001-bolt-python-a071074e.json", "other",
     "an event without a type has no name; the framework calls it undefined"},
};

std::string expected_kind(verdict const& row)
{
    auto const meant = std::ranges::find(differences, row.file, &difference::file);
    if (meant != std::end(differences))
        return meant->ours;
    return row.kind == "command" ? "slash_command" : bare_kind(row.type);
}

/// What the framework does not name is not compared.
void expect_same(verdict const& row, char const* what, std::string const& theirs, std::string const& ours)
{
    EXPECT_TRUE(theirs.empty() || ours == theirs)
        << row.file << ": " << what << " is " << theirs << " for them, " << ours << " for us";
}

TEST_F(SlackCorpus, IsUnderstoodAsSlacksOwnFrameworkDoes)
{
    int compared = 0;
    for (auto const& row : verdicts_in(corpus_ / "ORACLE-bolt-5.1.tsv")) {
        sample const one{row.file, json::parse(contents_of(corpus_ / row.file), nullptr, false)};
        ASSERT_FALSE(one.payload.is_discarded()) << row.file;
        auto const slack = platform_answering(row.kind == "command" ? row.type : "/assess");
        auto const got = slack->receive(request_for(one), testing::slack_now);
        auto const from = origin_of(one);

        EXPECT_EQ(bare_kind(got.kind), expected_kind(row)) << row.file;
        expect_same(row, "team", row.team, from.team);
        expect_same(row, "enterprise", row.enterprise, from.enterprise);
        expect_same(row, "user", row.user, from.user);
        expect_same(row, "channel", row.channel, from.channel);
        ++compared;
    }
    EXPECT_GT(compared, 200);
}

}  // namespace
}  // namespace crossroads::slack
