#include "src/storage/data_lines.hpp"
#include "storage/line_text.hpp"
#include "storage/storage_failure.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace crossroads {
namespace {

using json = nlohmann::json;

std::vector<json> shown(files const& contents, std::string const& conversation = {})
{
    auto platter = platter_with(contents);
    simulated_disk directory(platter);
    std::vector<json> lines;
    show_lines(directory, conversation, [&lines](std::string_view line) {
        lines.push_back(json::parse(line, nullptr, false));
    });
    EXPECT_EQ(platter.contents(), contents);
    return lines;
}

TEST(ShownLines, SayWhatEachLineChanged)
{
    std::string const journal = journal_name(0);
    auto const lines = shown(
        {{journal, header(0) + event_line(1, 0, "a%2Fb") + owing_line(2, "1/start") +
                       record_line(3, attempt_record{"2.0", 1, 1800}) +
                       record_line(4, gave_up_record{"2.0", "is_archived", 1900}) +
                       record_line(5, sent_again_record{"2.0"}) +
                       record_line(6, sent_record{"2.0", "1/start", "17.1"}) + mark_line(7, 6)}});

    ASSERT_EQ(lines.size(), 8U);
    EXPECT_EQ(
        lines[0], (json{{"file", journal}, {"line", 1}, {"seq", 0}, {"kind", "header"}, {"format", 2}}));
    EXPECT_EQ(lines[1]["conversation"], "a/b");
    EXPECT_EQ(lines[1]["event_keys"], json::array({"1"}));
    EXPECT_EQ(lines[1]["state"], "1");
    EXPECT_EQ(lines[2]["messages"][0]["slot"], "1/start");
    EXPECT_EQ(lines[2]["messages"][0]["id"], "2.0");
    EXPECT_EQ(lines[3]["kind"], "attempt");
    EXPECT_EQ(lines[3]["attempt"], 1);
    EXPECT_EQ(lines[4]["kind"], "gave_up");
    EXPECT_EQ(lines[4]["reason"], "is_archived");
    EXPECT_EQ(lines[5]["kind"], "sent_again");
    EXPECT_EQ(lines[6]["platform_id"], "17.1");
    EXPECT_EQ(lines[7]["kind"], "mark");
}

TEST(ShownLines, SayWhatASnapshotHolds)
{
    stored_conversation stored;
    stored.version = 2;
    stored.state = *as_opaque(R"({"v":1})");
    stored.given_up.push_back(
        {"1.0", "1/start", false, false, *as_opaque(R"({"n":1})"), "is_archived", 1900});
    std::string line;
    append_conversation(line, "c", stored, 0, 2);
    auto const lines =
        shown({{snapshot_name(2), header(2) + line + end_line(2, 1)}, {journal_name(2), header(2)}});

    ASSERT_EQ(lines.size(), 4U);
    EXPECT_EQ(lines[1]["kind"], "conversation");
    EXPECT_EQ(lines[1]["state"], json({{"v", 1}}));
    EXPECT_EQ(lines[1]["dead_letters"][0]["reason"], "is_archived");
    EXPECT_EQ(lines[2]["count"], 1);
}

TEST(ShownLines, OfOneConversationAreItsOwnAndThoseThatMightBe)
{
    auto const lines = shown(
        {{journal_name(0),
          header(0) + event_line(1, 0, "a") + event_line(2, 1, "b") + torn(event_line(3, 2))}},
        "b");

    ASSERT_EQ(lines.size(), 2U);
    EXPECT_EQ(lines[0]["conversation"], "b");
    EXPECT_EQ(lines[1]["kind"], "damaged");
    EXPECT_EQ(lines[1]["line"], 4);
}

TEST(ShownLines, AreJsonAlsoWhenAPayloadIsNot)
{
    std::string odd;
    append_line(odd, {1, 0, line_kind::event, "%zz", R"({"sv":1,"st":{]})"});
    append_line(odd, {2, 0, line_kind::event, "c", "\xff"});
    auto const lines = shown({{journal_name(0), header(0) + odd}});

    ASSERT_EQ(lines.size(), 3U);
    EXPECT_EQ(lines[1]["payload"], R"({"sv":1,"st":{]})");
    EXPECT_EQ(lines[1]["conversation"], "%zz");
    EXPECT_TRUE(lines[2].is_object());
}

TEST(ShownLines, OfANewerVersionAreRefused)
{
    std::string newer;
    append_line(newer, {0, 0, line_kind::header, no_key, R"({"format":3})"});
    try {
        shown({{journal_name(0), newer}});
        ADD_FAILURE();
    } catch (storage_failure const& failure) {
        EXPECT_EQ(failure.kind(), failure_kind::newer_format);
    }
}

}  // namespace
}  // namespace crossroads
