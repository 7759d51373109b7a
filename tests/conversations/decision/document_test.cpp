// The input and the output of `crossroads evaluate`.

#include "decision/document.hpp"
#include "products.hpp"
#include "the_guide.hpp"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace crossroads {
namespace {

using json = nlohmann::ordered_json;
using testing::AllOf;
using testing::HasSubstr;

std::string refusal(std::string const& text)
{
    auto const read = read_sheet(the_guide(), text);
    auto const* const why = std::get_if<std::string>(&read);
    return why == nullptr ? "accepted" : *why;
}

std::string with_answers(std::string const& answers)
{
    return R"({"respondents":[{"id":"ana","answers":{)" + answers + "}}]}";
}

struct broken_input {
    std::string name;
    std::string text;
    std::vector<std::string> named;  // what the refusal must name
};

void PrintTo(broken_input const& shown, std::ostream* out)
{
    *out << shown.name;
}

class BrokenInput : public testing::TestWithParam<broken_input> {};

TEST_P(BrokenInput, IsRefusedInOneLineThatSaysWhere)
{
    auto const why = refusal(GetParam().text);
    EXPECT_NE(why, "accepted");
    EXPECT_EQ(why.find('\n'), std::string::npos);
    for (auto const& part : GetParam().named) {
        EXPECT_THAT(why, HasSubstr(part));
    }
}

INSTANTIATE_TEST_SUITE_P(
    Reader, BrokenInput,
    testing::Values(
        broken_input{"Empty", "", {"not valid JSON"}}, broken_input{"NotJson", "{\"respondents\":", {"byte"}},
        broken_input{"NumberTooLarge", R"({"product":1e999})", {"number", "too large"}},
        broken_input{"NotAnObject", "[]", {"must be an object"}},
        broken_input{"NoRespondents", "{}", {"respondents"}},
        broken_input{"RespondentsOfAnotherType", R"({"respondents":{}})", {"respondents", "array"}},
        broken_input{"UnknownKey", R"({"respondents":[],"setled":{}})", {"setled"}},
        broken_input{"AnotherGuide", R"({"guide":"other","respondents":[]})", {"another guide"}},
        broken_input{"NoId", R"({"respondents":[{"answers":{}}]})", {"respondents[0].id"}},
        broken_input{
            "TwoOfOneId", R"({"respondents":[{"id":"a","answers":{}},{"id":"a","answers":{}}]})", {"\"a\""}},
        broken_input{"UnknownHat", R"({"respondents":[{"id":"a","hat":"wizard","answers":{}}]})", {"wizard"}},
        broken_input{"UnknownQuestion", with_answers(R"("colour":"red")"), {"ana", "colour"}},
        broken_input{"UnknownOption", with_answers(R"("auth":"best")"), {"ana", "auth", "best"}},
        broken_input{"UnknownOptionOfMany", with_answers(R"("usage":["best"])"), {"ana", "usage", "best"}},
        broken_input{
            "ExclusiveBesideAnother",
            with_answers(R"("usage":["growing","none"])"),
            {"ana", "usage", "none"}},
        broken_input{
            "OptionTwice", with_answers(R"("usage":["growing","growing"])"), {"ana", "usage", "growing"}},
        broken_input{"ArrayForASingleChoice", with_answers(R"("auth":["demo"])"), {"ana", "auth", "single"}},
        broken_input{
            "StringForAMultiSelect", with_answers(R"("usage":"growing")"), {"ana", "usage", "array"}},
        broken_input{"NumberForAText", with_answers(R"("proof":7)"), {"ana", "proof", "string"}},
        broken_input{"NullAnswer", with_answers(R"("auth":null)"), {"ana", "auth"}},
        broken_input{
            "UnknownIsFalse", with_answers(R"("auth":{"unknown":false})"), {"ana", "auth", "unknown"}},
        broken_input{"QuestionTwice", with_answers(R"("auth":"demo","auth":"ready")"), {"auth", "twice"}},
        broken_input{
            "TextOverTheLimit",
            with_answers(R"("proof":")" + std::string(3001, 'x') + "\""),
            {"ana", "proof", "3000"}},
        broken_input{
            "HugeText",
            with_answers(R"("proof":")" + std::string(40000, 'x') + "\""),
            {"ana", "proof", "3000"}},
        broken_input{"NulInAText", with_answers(R"("proof":"a\u0000b")"), {"ana", "proof", "U+0000"}},
        broken_input{"BrokenUtf8InAText", with_answers("\"proof\":\"caf\xE9\""), {"ana", "proof", "UTF-8"}},
        broken_input{"LoneSurrogate", with_answers(R"("proof":"\ud800")"), {"JSON"}},
        broken_input{
            "DeepNesting",
            with_answers("\"proof\":" + std::string(5000, '[') + std::string(5000, ']')),
            {"deep"}},
        broken_input{
            "SettledUnknownQuestion", R"({"respondents":[],"settled":{"colour":{"value":"x"}}})", {"colour"}},
        broken_input{
            "SettledUnknownOption",
            R"({"respondents":[],"settled":{"next":{"value":"x"}}})",
            {"next", "\"x\""}},
        broken_input{"MarkOfAnotherType", R"({"respondents":[],"concrete":{"B1":"yes"}})", {"B1"}},
        broken_input{"UnknownMark", R"({"respondents":[],"concrete":{"B9":true}})", {"B9"}}),
    [](testing::TestParamInfo<broken_input> const& each) { return each.param.name; });

TEST(SheetReader, TakesAtMost500Respondents)
{
    auto document = json{{"respondents", json::array()}};
    for (int number = 0; number < 500; ++number) {
        document["respondents"].push_back({{"id", std::to_string(number)}, {"answers", json::object()}});
    }
    EXPECT_EQ(refusal(document.dump()), "accepted");
    document["respondents"].push_back({{"id", "one more"}, {"answers", json::object()}});
    EXPECT_THAT(refusal(document.dump()), HasSubstr("500"));
}

TEST(SheetReader, CountsCharactersNotBytes)
{
    std::string text;
    for (int number = 0; number < 3000; ++number) {
        text += "\xF0\x9F\x8D\x9E";
    }
    EXPECT_EQ(refusal(with_answers("\"proof\":\"" + text + "\"")), "accepted");
}

TEST(SheetReader, PutsOptionsInTheOrderOfTheGuide)
{
    auto const sheet =
        std::get<answer_sheet>(read_sheet(the_guide(), with_answers(R"("usage":["depend","growing"])")));
    EXPECT_EQ(sheet.respondents.front().answers.at("usage"), answer(selection{{"growing", "depend"}}));
}

TEST(SheetWriter, GivesBackWhatWasRead)
{
    auto sheet = team(partial_product(), {{"engineering", "{}"}, {"", R"({"auth":{"unknown":true}})"}});
    sheet.settled["auth"] = {selection{{"basic"}}, "p0", "we looked"};
    sheet.concrete = {{"B1", true}, {"B7", false}};
    EXPECT_EQ(std::get<answer_sheet>(read_sheet(the_guide(), write_sheet(the_guide(), sheet))), sheet);
}

TEST(DecisionWriter, KeepsTheKeysInTheirOrder)
{
    auto const document = json::parse(write_decision(decide(the_guide(), solo(partial_product()))));
    std::vector<std::string> keys;
    for (auto const& [key, value] : document.items()) {
        keys.push_back(key);
    }
    EXPECT_THAT(
        keys, testing::ElementsAre(
                  "guide", "stage", "stage_note", "outcome", "direction", "runner_up", "fallback",
                  "confidence", "scoping", "paths", "areas", "budget", "contradictions", "disagreements",
                  "flips", "asked", "plan"));
    EXPECT_EQ(document["outcome"], "partial");
    EXPECT_EQ(document["paths"]["partial"]["fit"], "5 of 5");
    EXPECT_EQ(document["areas"]["data"], "failing");
    EXPECT_EQ(document["budget"]["B1"], true);
}

TEST(DecisionWriter, StaysOnOneLineAndSurvivesTextThatIsNotUtf8)
{
    auto sheet = solo(polish_product());
    sheet.respondents.front().answers["defer"] = free_text{"A map\nand \xFF\xFE a \"quote\""};
    auto const text = write_decision(decide(the_guide(), sheet));
    EXPECT_EQ(text.find('\n'), std::string::npos);
    EXPECT_FALSE(json::parse(text, nullptr, false).is_discarded());
}

TEST(DecisionWriter, SaysNullWhereNothingIsDefensible)
{
    auto const document = json::parse(write_decision(decide(the_guide(), solo(unproved_product()))));
    EXPECT_TRUE(document["direction"].is_null());
    EXPECT_TRUE(document["runner_up"].is_null());
}

}  // namespace
}  // namespace crossroads
