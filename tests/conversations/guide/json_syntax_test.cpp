#include "guide/json_syntax.hpp"
#include "guide/load.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace crossroads {
namespace {

std::vector<guide_defect> defects_of(std::string_view text)
{
    auto loaded = load_guide(text, "sha");
    auto* const defects = std::get_if<std::vector<guide_defect>>(&loaded);
    return defects == nullptr ? std::vector<guide_defect>() : std::move(*defects);
}

std::string nested(std::size_t depth)
{
    return std::string(depth, '[') + std::string(depth, ']');
}

TEST(GuideSyntax, SaysLineAndColumnOfWhatIsNoJson)
{
    struct {
        char const* text;
        char const* where;
        char const* what;
    } const cases[] = {
        {"", "line 1, column 1",
         "is not JSON: unexpected end of input; expected '[', '{', or a literal. Correct the file there."},
        {"{\n  \"a\": 1,\n}", "line 3, column 1",
         "is not JSON: unexpected '}'; expected string literal. Correct the file there."},
        {"{\"é\": tru}", "line 1, column 10", "is not JSON: invalid literal. Correct the file there."},
        {"[1] 2", "line 1, column 5",
         "is not JSON: unexpected number literal; expected end of input. Correct the file there."},
        {"{\"a\": 1e999}", "line 1, column 11",
         "is not JSON: number overflow parsing '1e999'. Correct the file there."},
    };

    for (auto const& given : cases)
        EXPECT_EQ(defects_of(given.text), (std::vector{guide_defect{given.where, given.what}})) << given.text;
}

TEST(GuideSyntax, RefusesBytesThatAreNotUtf8)
{
    EXPECT_EQ(
        defects_of("{\"title\": \"caf\xe9\"}"),
        (std::vector{guide_defect{
            "line 1, column 16",
            "is not JSON: invalid string: ill-formed UTF-8 byte. Correct the file there."}}));
}

TEST(GuideSyntax, RefusesAKeyThatStandsTwiceInOneObject)
{
    EXPECT_EQ(
        defects_of(R"({"facts": {"growth": 1, "growth": 2}})"),
        (std::vector{guide_defect{
            "the file", R"(has the key "growth" twice in one object. Rename or remove one of them.)"}}));
}

TEST(GuideSyntax, TakesTheSameKeyInTwoObjects)
{
    EXPECT_TRUE(
        std::holds_alternative<guide_json>(parse_guide_json(R"({"a": {"when": 1}, "b": {"when": 2}})")));
}

TEST(GuideSyntax, RefusesMoreThan64Levels)
{
    EXPECT_TRUE(std::holds_alternative<guide_json>(parse_guide_json(nested(64))));
    EXPECT_EQ(
        defects_of(nested(65)),
        (std::vector{guide_defect{
            "the file",
            "is nested more than 64 levels deep. Give parts of a condition a name under facts."}}));
    EXPECT_EQ(defects_of(std::string(1'000'000, '[')).size(), 1U);
}

TEST(GuideSyntax, RefusesMoreThan500KeysInOneObject)
{
    std::string object = "{\"key\": 0";
    for (int count = 1; count < 500; ++count)
        object += ", \"key" + std::to_string(count) + "\": 0";

    EXPECT_TRUE(std::holds_alternative<guide_json>(parse_guide_json(object + "}")));
    EXPECT_EQ(
        defects_of(object + ", \"one_more\": 0}"),
        (std::vector{guide_defect{"the file", "has an object with more than 500 keys. Remove some."}}));
}

TEST(GuideSyntax, RefusesMoreThanOneMebibyte)
{
    std::string const spaces(largest_guide_bytes, ' ');

    EXPECT_EQ(
        defects_of(spaces + "{}"),
        (std::vector{
            guide_defect{"the file", "is larger than 1 MiB. A guide is text for people; shorten it."}}));
    EXPECT_TRUE(std::holds_alternative<guide_json>(parse_guide_json(spaces.substr(2) + "{}")));
}

}  // namespace
}  // namespace crossroads
