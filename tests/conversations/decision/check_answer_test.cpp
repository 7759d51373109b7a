#include "decision/decision.hpp"
#include "the_guide.hpp"

#include <gmock/gmock.h>

#include <string>

namespace crossroads {
namespace {

std::string refusal(std::string const& question, answer const& given)
{
    return check_answer(*the_guide().find(question), given, language::english).value_or("");
}

TEST(CheckAnswer, AcceptsWhatFits)
{
    EXPECT_EQ(refusal("auth", selection{{"demo"}}), "");
    EXPECT_EQ(refusal("usage", selection{{"growing", "depend"}}), "");
    EXPECT_EQ(refusal("usage", selection{{"none"}}), "");
    EXPECT_EQ(refusal("proof", free_text{"9 shops paid"}), "");
    EXPECT_EQ(refusal("auth", do_not_know{}), "");
}

TEST(CheckAnswer, SaysToAPersonWhatToChange)
{
    EXPECT_THAT(refusal("usage", selection{{"none", "growing"}}), testing::HasSubstr("Untick one of them"));
    EXPECT_THAT(refusal("usage", selection{}), testing::HasSubstr("Tick at least one"));
    EXPECT_THAT(refusal("auth", selection{{"demo", "basic"}}), testing::HasSubstr("exactly one"));
    EXPECT_THAT(refusal("auth", selection{}), testing::HasSubstr("exactly one"));
    EXPECT_THAT(refusal("auth", selection{{"magic"}}), testing::HasSubstr("magic"));
    EXPECT_THAT(refusal("auth", free_text{"demo"}), testing::HasSubstr("a choice"));
    EXPECT_THAT(refusal("proof", selection{{"demo"}}), testing::HasSubstr("a sentence"));
    EXPECT_THAT(refusal("proof", free_text{"  \n"}), testing::HasSubstr("one sentence"));
    EXPECT_THAT(refusal("proof", free_text{std::string(3001, 'x')}), testing::HasSubstr("3000"));
    EXPECT_THAT(refusal("requests", do_not_know{}), testing::HasSubstr("skip"));
}

TEST(CheckSheet, NamesRespondentAndQuestion)
{
    answer_sheet sheet;
    sheet.respondents.push_back({"ana", "", {{"auth", selection{{"magic"}}}, {"colour", do_not_know{}}}});
    auto const defects = check_sheet(the_guide(), sheet);
    ASSERT_EQ(defects.size(), 2U);
    EXPECT_THAT(defects[0].what, testing::AllOf(testing::HasSubstr("ana"), testing::HasSubstr("magic")));
    EXPECT_THAT(defects[1].what, testing::AllOf(testing::HasSubstr("ana"), testing::HasSubstr("colour")));
}

}  // namespace
}  // namespace crossroads
