#include "storage/journal_line.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>
#include <zlib.h>

namespace crossroads {
namespace {

std::string written(journal_line const& line)
{
    std::string text;
    append_line(text, line);
    return text;
}

std::string checksum_of(std::string const& covered)
{
    auto const* bytes = reinterpret_cast<unsigned char const*>(covered.data());
    return fmt::format("{:08x}", ::crc32_z(0, bytes, covered.size()));
}

// The checksum was computed with another program (Python's zlib).
TEST(JournalLine, IsChecksumSeqDurableKindKeyPayload)
{
    journal_line const line{184223, 184219, line_kind::event, "slack:T1:C42", R"({"sv":1})"};

    EXPECT_EQ(written(line), "b443c281 184223 184219 e slack:T1:C42 {\"sv\":1}\n");
}

TEST(JournalLine, ReadsWhatItWrites)
{
    std::vector<journal_line> const lines = {
        {0, 0, line_kind::header, "-", R"({"format":1})"},
        {1, 0, line_kind::event, "slack:T1:C1:1700000000.000100", R"({"text":"a b  c"})"},
        {2, 1, line_kind::attempt, "c", "{}"},
        {3, 2, line_kind::sent, "c", "{}"},
        {4, 3, line_kind::gave_up, "c", "{}"},
        {5, 4, line_kind::erased, "c", "{}"},
        {6, 5, line_kind::conversation, "c", "{}"},
        {UINT64_MAX, UINT64_MAX, line_kind::mark, "-", "{}"},
    };
    for (auto const& line : lines) {
        std::string text = written(line);
        ASSERT_EQ(text.back(), '\n');
        text.pop_back();
        EXPECT_EQ(parse_line(text), line) << text;
    }
}

TEST(JournalLine, NoticesEveryFlippedBit)
{
    std::string text = written({7, 6, line_kind::event, "c", R"({"st":[1,2,3]})"});
    text.pop_back();
    for (std::size_t bit = 0; bit < text.size() * 8; ++bit) {
        std::string damaged = text;
        damaged[bit / 8] = static_cast<char>(damaged[bit / 8] ^ (1 << (bit % 8)));
        EXPECT_FALSE(parse_line(damaged)) << damaged;
    }
}

TEST(JournalLine, NoticesEveryTruncation)
{
    std::string const text = written({7, 6, line_kind::event, "c", R"({"st":[1,2,3]})"});
    for (std::size_t size = 0; size + 1 < text.size(); ++size)
        EXPECT_FALSE(parse_line(text.substr(0, size))) << size;
}

struct odd_line {
    char const* why;
    std::string covered;  // what the checksum, which is right, covers
};

TEST(JournalLine, RefusesWhatItWouldNotWriteEvenWithTheRightChecksum)
{
    std::vector<odd_line> const lines = {
        {"leading zero", "07 6 e c {}"},
        {"negative", "-7 6 e c {}"},
        {"too large a number", "18446744073709551616 6 e c {}"},
        {"empty field", "7  e c {}"},
        {"unknown kind", "7 6 q c {}"},
        {"kind of two letters", "7 6 ee c {}"},
        {"no key", "7 6 e  {}"},
        {"no payload", "7 6 e c "},
        {"nothing", ""},
        {"line break in the payload", "7 6 e c {}\n{}"},
    };
    for (auto const& [why, covered] : lines) {
        EXPECT_FALSE(parse_line(checksum_of(covered) + " " + covered)) << why;
    }
}

TEST(JournalKey, EncodesAllButPlainCharacters)
{
    EXPECT_EQ(encode_key("slack:T1:C42"), "slack:T1:C42");
    EXPECT_EQ(encode_key("a b/c%\n\xc3\xa9"), "a%20b%2Fc%25%0A%C3%A9");
    EXPECT_EQ(encode_key("azAZ09:._@;=+-"), "azAZ09:._@;=+-");
}

TEST(JournalKey, DecodesEveryByte)
{
    std::string every;
    for (int byte = 0; byte < 256; ++byte)
        every += static_cast<char>(byte);

    EXPECT_EQ(decode_key(encode_key(every)), every);
}

TEST(JournalKey, RefusesWhatItWouldNotWrite)
{
    for (auto const* key : {"a b", "%", "%4", "%zz", "%2f", "%41", "a%2", "\xff", "% 1", "%-1"})
        EXPECT_FALSE(decode_key(key)) << key;
}

}  // namespace
}  // namespace crossroads
