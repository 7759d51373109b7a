#include "channel/platform.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace crossroads {
namespace {

message every_kind_of_block()
{
    message all;
    all.slot = "1/question/traction";
    all.who = message::audience::thread_and_channel;
    all.thread_slot = "1/start";
    all.to = "U1";
    all.edit = true;
    all.content.summary = "Everything at once.";
    all.content.blocks = {
        heading{"Blue Van"},
        paragraph{{plain("a "), strong("b"), emphasis("c"), code("d"), person("U1"), plain("")}},
        bullets{{{plain("one")}, {strong("two"), plain("\n\"quoted\"")}}, true},
        bullets{},
        note{{plain("small")}},
        divider{},
        choice_list{"t1", "Which?", true, {{"a", "First"}, {"b", "Second"}}, {"b"}},
        button_row{
            {{"answer", "t1", "Answer", button::look::primary, "Answer question 1"},
             {"cancel", "", "Cancel", button::look::danger, ""}}}};
    all.file = attached_file{"answers.csv", "text/csv", std::string("a\0\xFF\r\n", 5), "Two bars."};
    return all;
}

TEST(MessageAsJson, ComesBackAsItWas)
{
    auto const all = every_kind_of_block();

    EXPECT_EQ(read_message(write_message(all)), all);
}

TEST(MessageAsJson, ComesBackForEveryAudience)
{
    using audience = message::audience;
    for (auto const who :
         {audience::channel, audience::thread, audience::thread_and_channel, audience::one_person}) {
        message one;
        one.who = who;

        EXPECT_EQ(read_message(write_message(one)), one);
    }
}

TEST(MessageAsJson, WithoutAFileSaysNothingOfOne)
{
    EXPECT_EQ(write_message({}).find("file"), std::string::npos);
}

TEST(MessageAsJson, IsNotReadWithAFileThatIsNoBase64)
{
    auto damaged = nlohmann::json::parse(write_message(every_kind_of_block()));
    for (auto const* content : {"a", "ab=c", "####", "YQ==YQ==", "YR=="}) {
        damaged["file"]["content"] = content;
        EXPECT_FALSE(read_message(damaged.dump())) << content;
    }
}

TEST(MessageAsJson, ReplacesBytesThatAreNotUtf8)
{
    message broken;
    broken.content.summary = "a\xFFz";

    auto const read = read_message(write_message(broken));

    ASSERT_TRUE(read);
    EXPECT_EQ(read->content.summary, "a\xEF\xBF\xBDz");
}

TEST(MessageAsJson, IsNotReadWhenAnyPartIsMissingOrOfAnotherType)
{
    auto const whole = nlohmann::json::parse(write_message(every_kind_of_block()));
    std::vector<nlohmann::json> const wrong = {nullptr, 7, "x", nlohmann::json::array({1}), {{"x", 1}}};
    auto const parts = whole.flatten();
    for (auto const& [path, value] : parts.items()) {
        auto without = whole;
        auto const pointer = nlohmann::json::json_pointer(path);
        for (auto const& other : wrong) {
            if (other.type() == value.type())
                continue;
            without[pointer] = other;
            EXPECT_FALSE(read_message(without.dump())) << path << " = " << other;
        }
    }
}

TEST(MessageAsJson, IsNotReadFromAnythingElse)
{
    for (auto const* text : {"", "{", "[]", "null", "{}", R"({"format":2})", R"({"format":1})"})
        EXPECT_FALSE(read_message(text)) << text;
}

TEST(MessageJson, KeepsTheLanguageOfItsCard)
{
    message content;
    content.slot = "1/start";
    content.content.in = language::german;
    EXPECT_EQ(read_message(write_message(content)), content);

    auto text = write_message(content);
    text.replace(text.find("\"de\""), 4, "\"xx\"");
    EXPECT_EQ(read_message(text), std::nullopt);
}

}  // namespace
}  // namespace crossroads
