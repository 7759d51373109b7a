#include "conversations/guide/project_guide.hpp"
#include "conversations/guide/shared_files.hpp"
#include "guide/load.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>
#include <string>
#include <variant>
#include <vector>

namespace crossroads {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Key;
using testing::project_guide;
using testing::project_guide_text;
using ::testing::SizeIs;
using ::testing::UnorderedElementsAre;

std::vector<std::string> path_ids(guide const& rules)
{
    std::vector<std::string> ids;
    for (path const& way : rules.paths)
        ids.push_back(way.id);
    return ids;
}

TEST(LoadGuide, ReadsTheProjectsGuideWhole)
{
    guide const rules = project_guide();

    EXPECT_EQ(rules.id, "prototype-mvp-production");
    EXPECT_EQ(rules.version, "1.0.0");
    EXPECT_EQ(rules.sha256, "sha");
    EXPECT_FALSE(rules.strict_budget);
    EXPECT_THAT(rules.questions, SizeIs(21));
    EXPECT_THAT(rules.facts, SizeIs(17));
    EXPECT_THAT(rules.contradictions, SizeIs(17));
    EXPECT_THAT(rules.scoping, SizeIs(5));
    EXPECT_THAT(
        rules.plans,
        UnorderedElementsAre(Key("polish"), Key("hardening"), Key("partial"), Key("full"), Key("scoping")));
}

TEST(LoadGuide, PutsThePathsInTheOrderOfCost)
{
    EXPECT_THAT(path_ids(project_guide()), ElementsAre("polish", "hardening", "partial", "full"));
}

TEST(LoadGuide, GivesEveryPathFiveCriteria)
{
    for (path const& way : project_guide().paths)
        EXPECT_THAT(way.criteria, SizeIs(5)) << way.id;
}

// Which facts a condition uses, directly.
void collect_facts(condition const& rests, std::vector<std::string>& used)
{
    if (rests.what == condition::op::fact)
        used.push_back(rests.subject);
    for (condition const& part : rests.of)
        collect_facts(part, used);
}

TEST(LoadGuide, PutsFactsBehindTheFactsTheyUse)
{
    auto text = nlohmann::ordered_json::parse(project_guide_text());
    nlohmann::ordered_json reversed = nlohmann::ordered_json::object();
    std::vector<std::string> ids;
    for (auto const& [id, fact] : text["facts"].items())
        ids.push_back(id);
    for (auto id = ids.rbegin(); id != ids.rend(); ++id)
        reversed[*id] = text["facts"][*id];
    text["facts"] = reversed;

    auto const loaded = load_guide(text.dump(), "sha");
    ASSERT_TRUE(std::holds_alternative<guide>(loaded));

    std::set<std::string> known;
    for (fact const& named : std::get<guide>(loaded).facts) {
        std::vector<std::string> used;
        collect_facts(named.when, used);
        for (std::string const& id : used)
            EXPECT_TRUE(known.contains(id)) << named.id << " uses " << id;
        known.insert(named.id);
    }
    EXPECT_THAT(known, SizeIs(17));
}

TEST(LoadGuide, GivesEveryPlanALengthALoopAndANumberToFillIn)
{
    for (auto const& [id, plan] : project_guide().plans) {
        EXPECT_FALSE(plan.weeks.back().when) << id;
        EXPECT_FALSE(plan.loop.empty()) << id;
        EXPECT_THAT(plan.outcome, HasSubstr("[x]")) << id;
    }
}

std::string lower(std::string text)
{
    std::ranges::transform(text, text.begin(), [](char byte) {
        return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + 0x20) : byte;
    });
    return text;
}

void collect_texts(nlohmann::ordered_json const& value, std::vector<std::string>& texts)
{
    if (value.is_string())
        texts.push_back(lower(value.get<std::string>()));
    for (auto const& element : value)
        if (value.is_structured())
            collect_texts(element, texts);
}

// The sentences of the source belong to its authors; shorter runs of words are everybody's.
TEST(LoadGuide, CopiesNoSentenceOfTheSource)
{
    auto const source = lower(testing::shared_file("guide-source.txt"));
    if (source.empty())
        GTEST_SKIP() << "The text the guide is made from is not here; set CROSSROADS_SHARED to its folder.";
    std::vector<std::string> texts;
    collect_texts(nlohmann::ordered_json::parse(project_guide_text()), texts);
    EXPECT_GT(texts.size(), 1000U);
    for (std::string const& text : texts)
        EXPECT_TRUE(std::ranges::count(text, ' ') < 4 || source.find(text) == source.npos) << text;
}

}  // namespace
}  // namespace crossroads
