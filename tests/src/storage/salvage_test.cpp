#include "src/storage/data_lines.hpp"
#include "storage/recovery.hpp"
#include "storage/salvage.hpp"
#include "storage/storage_failure.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cctype>
#include <string>
#include <vector>

namespace crossroads {
namespace {

using words = std::vector<std::string>;

std::string journal_of(std::string const& lines, std::uint64_t number = 0)
{
    return header(number) + lines;
}

struct damaged_directory {
    std::string name;
    files contents;
    words states;    // "conversation=state", afterwards
    words left_out;  // "file:first-last: why begins"
    words named;
    words others;
};

std::vector<damaged_directory> damaged_journals()
{
    std::string const j0 = journal_name(0);
    std::string joined = event_line(2, 1, "b");
    joined.back() = 'J';
    return {
        {"nothing wrong",
         {{j0, journal_of(event_line(1, 0, "a") + event_line(2, 1, "b"))}},
         {"a=1", "b=2"},
         {},
         {},
         {}},
        {"a torn tail",
         {{j0, journal_of(event_line(1, 0, "a") + event_line(2, 1, "b").substr(0, 30))}},
         {"a=1"},
         {j0 + ":3-3: a torn tail"},
         {},
         {}},
        {"a line of a known conversation",
         {{j0, journal_of(
                   event_line(1, 0, "a") + event_line(2, 1, "b") + torn(event_line(3, 2, "b")) +
                   event_line(4, 3, "a"))}},
         {"a=4", "b=2"},
         {j0 + ":4-4: damaged"},
         {"b"},
         {}},
        {"a line that does not say whose it is",
         {{j0, journal_of(
                   event_line(1, 0, "a") + event_line(2, 1, "b") + std::string(50, 'x') + "\n" +
                   event_line(4, 3, "a"))}},
         {"a=4", "b=2"},
         {j0 + ":4-4: damaged"},
         {},
         {"b"}},
        {"two lines, one after the other",
         {{j0, journal_of(
                   event_line(1, 0, "a") + torn(event_line(2, 1, "b")) + torn(event_line(3, 2, "c")) +
                   event_line(4, 3, "a"))}},
         {"a=4"},
         {j0 + ":3-4: damaged"},
         {"b", "c"},
         {}},
        {"a damaged line break: both lines are good",
         {{j0, journal_of(event_line(1, 0, "a") + joined + mark_line(3, 2))}},
         {"a=1", "b=2"},
         {},
         {},
         {}},
        {"lines that are not there",
         {{j0, journal_of(event_line(1, 0, "a") + event_line(2, 1, "b") + event_line(5, 4, "b"))}},
         {"a=1", "b=5"},
         {j0 + ":4-4: before it the lines numbered 3 to 4 are missing"},
         {},
         {"a"}},
    };
}

std::vector<damaged_directory> missing_journals()
{
    std::string const j0 = journal_name(0);
    std::string const j2 = journal_name(2);
    return {
        {"a journal without its first",
         {{j2, journal_of(event_line(3, 2, "b"), 2)}},
         {"b=3"},
         {j0 + ":0-0: missing: no file holds the lines 1 to 2"},
         {},
         {}},
        {"a journal that is cut off before the next",
         {{j0, journal_of(event_line(1, 0, "a") + torn(event_line(2, 1, "b")))},
          {j2, journal_of(event_line(3, 2, "a"), 2)}},
         {"a=3"},
         {j0 + ":3-3: damaged"},
         {"b"},
         {}},
        {"a header",
         {{j0, torn(header(0)) + event_line(1, 0, "a")}},
         {"a=1"},
         {j0 + ":1-1: the header is damaged"},
         {},
         {}},
    };
}

std::vector<damaged_directory> damaged_snapshots()
{
    std::string const j0 = journal_name(0);
    std::string const j2 = journal_name(2);
    std::string const s2 = snapshot_name(2);
    return {
        {"a line of the snapshot",
         {{s2, header(2) + conversation_line(1, 2, "1", "a") + torn(conversation_line(2, 2, "2", "b")) +
                   conversation_line(2, 2, "2", "d") + end_line(2, 3)},
          {j2, journal_of(event_line(3, 2, "a"), 2)}},
         {"a=3", "d=2"},
         {s2 + ":3-3: damaged; conversations from a to d were there"},
         {"b"},
         {}},
        {"the end of the snapshot",
         {{s2,
           header(2) + conversation_line(1, 2, "1", "a") + conversation_line(2, 2, "2", "b").substr(0, 20)},
          {j2, journal_of(event_line(3, 2, "a"), 2)}},
         {"a=3"},
         {s2 + ":3-3: damaged; conversations from a to the last were there",
          s2 + ":0-0: the end is missing: conversations after a were there"},
         {"b"},
         {}},
        {"a snapshot whose files before it are still there",
         {{s2, header(2) + conversation_line(1, 2, "1", "a") + torn(conversation_line(2, 2, "2", "b")) +
                   end_line(2, 2)},
          {j0, journal_of(event_line(1, 0, "a") + event_line(2, 1, "b"))},
          {j2, journal_of(event_line(3, 2, "a"), 2)}},
         {"a=3", "b=2"},
         {s2 + ":3-3: damaged; conversations from a to the last were there"},
         {"b"},
         {}},
        {"a journal that ends before what its snapshot holds",
         {{s2, header(2) + conversation_line(7, 2, "7", "a") + end_line(2, 1)},
          {j2, journal_of(event_line(3, 2, "b"), 2)}},
         {"a=7", "b=3"},
         {j2 + ":0-0: its end is missing: the snapshot knows line 7"},
         {},
         {"b"}},
        {"no journal",
         {{s2, header(2) + conversation_line(1, 2, "1", "a") + end_line(2, 1)}},
         {"a=1"},
         {j2 + ":0-0: missing: it held all newer changes"},
         {},
         {"a"}},
        {"what a whole snapshot replaced",
         {{s2, header(2) + conversation_line(2, 2, "2", "a") + end_line(2, 1)},
          {j0, "any"},
          {j2, journal_of(event_line(3, 2, "b"), 2)}},
         {"a=2", "b=3"},
         {},
         {},
         {}},
    };
}

std::string place_of(left_out_lines const& lines)
{
    return fmt::format("{}:{}-{}: {}", lines.file, lines.first, lines.last, lines.why);
}

words states_of(ledger const& contents)
{
    words states;
    for (auto const& [conversation, stored] : contents.all())
        states.push_back(conversation + "=" + stored->state.text);
    return states;
}

class Salvage : public testing::TestWithParam<damaged_directory> {};

TEST_P(Salvage, KeepsEveryGoodLineAndSaysWhatItLeftOut)
{
    auto const& [name, contents, states, left_out, named, others] = GetParam();
    auto platter = platter_with(contents);
    simulated_disk directory(platter);

    auto const saved = read_what_is_good(directory);

    EXPECT_EQ(platter.contents(), contents) << name << ": the damaged directory was changed";
    EXPECT_EQ(saved.named, named) << name;
    EXPECT_EQ(saved.others, others) << name;
    ASSERT_EQ(saved.left_out.size(), left_out.size()) << name;
    for (std::size_t i = 0; i < left_out.size(); ++i)
        EXPECT_TRUE(place_of(saved.left_out[i]).starts_with(left_out[i])) << place_of(saved.left_out[i]);

    simulated_platter fresh(2);
    simulated_disk to(fresh);
    write_anew(to, saved);
    fresh.power_cycle();
    auto const started = recover(to, std::chrono::hours{72});
    EXPECT_EQ(states_of(started.contents), states) << name;
    EXPECT_GE(started.open_journal.last(), saved.last) << name;
}

std::string row_name(testing::TestParamInfo<damaged_directory> const& row)
{
    std::string name;
    for (char const c : row.param.name)
        name += std::isalnum(static_cast<unsigned char>(c)) != 0 ? c : '_';
    return name;
}

INSTANTIATE_TEST_SUITE_P(Journals, Salvage, testing::ValuesIn(damaged_journals()), row_name);
INSTANTIATE_TEST_SUITE_P(JournalFiles, Salvage, testing::ValuesIn(missing_journals()), row_name);
INSTANTIATE_TEST_SUITE_P(Snapshots, Salvage, testing::ValuesIn(damaged_snapshots()), row_name);

TEST(SalvageOfMessages, LooksUpWhatMayHaveBeenSentBeforeItIsSent)
{
    auto platter = platter_with(
        {{journal_name(0), journal_of(
                               owing_line(1, "one") + torn(record_line(2, attempt_record{"1.0", 1, 1800})) +
                               event_line(3, 2, "d"))}});
    simulated_disk directory(platter);

    auto const saved = read_what_is_good(directory);

    auto const stored = saved.contents.find("c");
    ASSERT_NE(stored, nullptr);
    ASSERT_EQ(stored->outgoing.size(), 1U);
    EXPECT_EQ(stored->outgoing.front().attempts, 1);
    EXPECT_EQ(stored->outgoing.front().first_attempt, 1700);
}

TEST(SalvageOfNewerData, IsRefused)
{
    std::string newer;
    append_line(newer, {0, 0, line_kind::header, no_key, R"({"format":3})"});
    auto platter = platter_with({{journal_name(0), newer + event_line(1, 0)}});
    simulated_disk directory(platter);
    try {
        read_what_is_good(directory);
        ADD_FAILURE();
    } catch (storage_failure const& failure) {
        EXPECT_EQ(failure.kind(), failure_kind::newer_format);
    }
}

/// Whatever bit is flipped, what can be read starts, and a state that is older than it was is admitted.
TEST(SalvageOfFlippedBits, NeverGivesAnOlderStateWithoutSayingSo)
{
    auto const whole = platter_with(
        {{snapshot_name(2),
          header(2) + conversation_line(1, 2, "1", "a") + conversation_line(2, 2, "2", "b") + end_line(2, 2)},
         {journal_name(2), header(2) + event_line(3, 2, "a") + event_line(4, 3, "b") + event_line(5, 4, "a") +
                               mark_line(6, 5)}});
    words const states = {"a=5", "b=4"};
    int losses = 0;
    for (std::uint64_t seed = 1; seed <= 3'000; ++seed) {
        auto platter = whole.copy(seed);
        platter.flip_bit();
        simulated_disk directory(platter);
        salvaged_data saved;
        try {
            saved = read_what_is_good(directory);
        } catch (storage_failure const& failure) {
            ADD_FAILURE() << "seed " << seed << ": " << failure.what();
            continue;
        }
        auto const now = states_of(saved.contents);
        if (now == states)
            continue;
        ++losses;
        EXPECT_FALSE(saved.left_out.empty()) << "seed " << seed;
        simulated_platter fresh(seed);
        simulated_disk to(fresh);
        write_anew(to, saved);
        EXPECT_EQ(states_of(recover(to, std::chrono::hours{72}).contents), now) << "seed " << seed;
    }
    EXPECT_GT(losses, 300);
}

}  // namespace
}  // namespace crossroads
