#include "src/storage/data_lines.hpp"
#include "storage/recovery.hpp"
#include "storage/storage_failure.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace crossroads {
namespace {

constexpr std::chrono::hours event_memory{72};

std::string state_of(recovered_data const& found)
{
    auto const stored = found.contents.find("c");
    return stored ? stored->state.text : "";
}

recovered_data recover(simulated_platter& platter)
{
    simulated_disk directory(platter);
    return recover(directory, event_memory);
}

struct healthy_case {
    std::string name;
    files contents;
    std::string state;
    std::uint64_t last;  // line, with the mark a recovery adds
    std::vector<std::string> left;
};

std::vector<healthy_case> healthy_cases()
{
    std::string const j0 = journal_name(0);
    std::string const j2 = journal_name(2);
    std::string const snapshot = snapshot_name(2);
    std::string const two = conversation_line(2, 2, "2");
    return {
        {"an empty directory", {}, "", 0, {j0}},
        {"a journal", {{j0, header(0) + event_line(1, 0) + event_line(2, 1)}}, "2", 3, {j0}},
        {"a journal with a mark", {{j0, header(0) + event_line(1, 0) + mark_line(2, 1)}}, "1", 2, {j0}},
        {"two journals",
         {{j0, header(0) + event_line(1, 0) + event_line(2, 1)}, {j2, header(2) + event_line(3, 2)}},
         "3",
         4,
         {j0}},
        {"a snapshot and its journal",
         {{snapshot, header(2) + two + mark_line(2, 2, R"({"count":1})")},
          {j2, header(2) + event_line(3, 2)}},
         "3",
         4,
         {j2, snapshot}},
        {"a snapshot newer than lines of its journal",
         {{snapshot, header(2) + conversation_line(4, 2, "4") + mark_line(2, 2, R"({"count":1})")},
          {j2, header(2) + event_line(3, 2) + event_line(4, 3)}},
         "4",
         5,
         {j2, snapshot}},
        {"what a snapshot replaced",
         {{snapshot, header(2) + two + mark_line(2, 2, R"({"count":1})")},
          {j2, header(2)},
          {j0, "any"},
          {snapshot_name(1), "any"}},
         "2",
         2,
         {j2, snapshot}},
        {"unfinished files",
         {{j0, header(0) + event_line(1, 0)}, {"rebuild.tmp", "x"}, {"snapshot.tmp", ""}},
         "1",
         2,
         {j0}},
        {"a torn tail", {{j0, header(0) + event_line(1, 0) + torn(event_line(2, 1))}}, "1", 2, {j0}},
        {"a tail without its end",
         {{j0, header(0) + event_line(1, 0) + event_line(2, 1).substr(0, 40)}},
         "1",
         2,
         {j0}},
        {"a torn line before a whole one of the same batch",
         {{j0, header(0) + event_line(1, 0) + torn(event_line(2, 1)) + event_line(3, 1)}},
         "1",
         2,
         {j0}},
        {"a torn tail of zeros", {{j0, header(0) + event_line(1, 0) + std::string(900, '\0')}}, "1", 2, {j0}},
        {"a journal a recovery had taken in",
         {{j0, header(0) + event_line(1, 0) + event_line(2, 1) + event_line(3, 2)},
          {j2, header(2) + torn(event_line(3, 2))}},
         "3",
         4,
         {j0}},
    };
}

TEST(Recovery, ReadsWhatIsThereAndWritesItAnew)
{
    for (auto const& [name, contents, state, last, left] : healthy_cases()) {
        auto platter = platter_with(contents);
        auto const found = recover(platter);

        EXPECT_EQ(state_of(found), state) << name;
        EXPECT_EQ(found.open_journal.last(), last) << name;
        platter.power_cycle();
        std::vector<std::string> names;
        for (auto const& [file, text] : platter.contents())
            names.push_back(file);
        EXPECT_EQ(names, left) << name;
        auto const again = recover(platter);
        EXPECT_EQ(state_of(again), state) << name;
        EXPECT_EQ(again.open_journal.last(), last) << name;
    }
}

struct damaged_case {
    std::string name;
    files contents;
    std::string message;  // begins with
    failure_kind kind = failure_kind::damaged;
};

std::vector<damaged_case> damaged_journals()
{
    std::string const j0 = journal_name(0);
    std::string const j2 = journal_name(2);
    std::string const snapshot = snapshot_name(2);
    std::string joined = event_line(2, 1);
    joined.back() = 'J';  // its line break, one bit flipped
    std::string newer;
    append_line(newer, {0, 0, line_kind::header, no_key, R"({"format":3})"});
    std::string newer_layout;
    append_line(newer_layout, {1, 0, line_kind::event, "c", R"({"sv":2})"});

    return {
        {"a damaged line before an acknowledged one",
         {{j0, header(0) + event_line(1, 0) + torn(event_line(2, 1)) + event_line(3, 2)}},
         j0 + ":3: "},
        {"the last event, before its mark",
         {{j0, header(0) + event_line(1, 0) + torn(event_line(2, 1)) + mark_line(3, 2)}},
         j0 + ":3: "},
        {"the line break between the last event and its mark",
         {{j0, header(0) + event_line(1, 0) + joined + mark_line(3, 2)}},
         j0 + ":3: "},
        {"a line that is missing", {{j0, header(0) + event_line(1, 0) + event_line(3, 2)}}, j0 + ":3: "},
        {"a journal that is not the last",
         {{j0, header(0) + event_line(1, 0) + torn(event_line(2, 1))}, {j2, header(2)}},
         j0 + ":3: "},
        {"a journal that ends too early", {{j0, header(0) + event_line(1, 0)}, {j2, header(2)}}, j2 + ":1: "},
        {"a header", {{j0, torn(header(0))}}, j0 + ":1: "},
        {"an empty journal", {{j0, ""}}, j0 + ":1: "},
        {"a header of another file",
         {{j2, header(0)}, {snapshot, header(2) + mark_line(2, 2, R"({"count":0})")}},
         j2 + ":1: "},
        {"a key no version writes", {{j0, header(0) + event_line(1, 0, "%zz")}}, j0 + ":2: "},
        {"a later format", {{j0, newer}}, j0 + ": written in format 3", failure_kind::newer_format},
        {"a later layout of a line",
         {{j0, header(0) + newer_layout}},
         j0 + ":2: written in layout 2",
         failure_kind::newer_format},
    };
}

std::vector<damaged_case> damaged_snapshots()
{
    std::string const j2 = journal_name(2);
    std::string const snapshot = snapshot_name(2);
    std::string const two = conversation_line(2, 2, "2");
    return {
        {"no snapshot", {{j2, header(2)}}, journal_name(0) + ":1: "},
        {"no journal", {{snapshot, header(2) + mark_line(2, 2, R"({"count":0})")}}, j2 + ":1: "},
        {"a snapshot of a later moment than its journal",
         {{snapshot, header(2) + conversation_line(4, 2, "4") + end_line(2, 1)},
          {j2, header(2) + event_line(3, 2)}},
         j2 + ":3: "},
        {"a line of the snapshot",
         {{snapshot, header(2) + torn(two) + mark_line(2, 2, R"({"count":1})")}, {j2, header(2)}},
         snapshot + ":2: "},
        {"a snapshot without its end", {{snapshot, header(2) + two}, {j2, header(2)}}, snapshot + ":3: "},
        {"a snapshot with too few conversations",
         {{snapshot, header(2) + mark_line(2, 2, R"({"count":1})")}, {j2, header(2)}},
         snapshot + ":2: "},
        {"a snapshot that goes on after its end",
         {{snapshot, header(2) + mark_line(2, 2, R"({"count":0})") + two}, {j2, header(2)}},
         snapshot + ":3: "},
    };
}

class DamagedHistory : public testing::TestWithParam<damaged_case> {};

TEST_P(DamagedHistory, IsRefusedNamingFileAndLineAndChangesNothing)
{
    auto const& [name, contents, message, kind] = GetParam();
    auto platter = platter_with(contents);
    try {
        recover(platter);
        ADD_FAILURE() << name;
    } catch (storage_failure const& failure) {
        EXPECT_EQ(std::string(failure.what()).substr(0, message.size()), message) << name;
        EXPECT_EQ(failure.kind(), kind) << name;
    }
    auto left = platter.contents();
    left.erase("rebuild.tmp");
    EXPECT_EQ(left, contents) << name;
}

INSTANTIATE_TEST_SUITE_P(Journals, DamagedHistory, testing::ValuesIn(damaged_journals()));
INSTANTIATE_TEST_SUITE_P(Snapshots, DamagedHistory, testing::ValuesIn(damaged_snapshots()));

/// As version 0.1.0 wrote it: no slot with a message that was given up.
TEST(Recovery, ReadsFormat1AndWritesItAnewInItsOwn)
{
    std::string const j2 = journal_name(2);
    std::string const snapshot = snapshot_name(2);
    std::string old_header;
    append_line(old_header, {2, 2, line_kind::header, no_key, R"({"format":1})"});
    std::string old_line;
    append_line(
        old_line,
        {2, 2, line_kind::conversation, "c",
         R"({"sv":1,"st":"2","dead":[{"id":"1.0","reason":"is_archived","at":1700,"body":{"n":1}}]})"});
    auto platter = platter_with(
        {{snapshot, old_header + old_line + end_line(2, 1)}, {j2, old_header + event_line(3, 2)}});

    auto const found = recover(platter);

    EXPECT_EQ(state_of(found), "3");
    auto const letters = found.contents.dead_letters();
    ASSERT_EQ(letters.size(), 1U);
    EXPECT_EQ(letters[0].reason, "is_archived");
    EXPECT_EQ(letters[0].slot, "");
    EXPECT_EQ(platter.contents().at(j2).substr(0, header(2).size()), header(2));
    EXPECT_EQ(state_of(recover(platter)), "3");
}

TEST(Recovery, ReadsALineOfFourMebibytesAndNoLonger)
{
    std::string const j0 = journal_name(0);
    std::string const around = mark_line(1, 0, "x");
    std::string const longest = mark_line(1, 0, std::string(line_limit - around.size() + 2, 'x'));
    std::string const longer = mark_line(1, 0, std::string(line_limit - around.size() + 3, 'x'));
    ASSERT_EQ(longest.size(), line_limit + 1);

    auto fits = platter_with({{j0, header(0) + longest + event_line(2, 1)}});
    EXPECT_EQ(state_of(recover(fits)), "2");
    auto exceeds = platter_with({{j0, header(0) + longer + event_line(2, 1)}});
    EXPECT_THROW(recover(exceeds), storage_failure);
    auto endless = platter_with({{j0, header(0) + std::string(3 * line_limit, 'x')}});
    EXPECT_EQ(recover(endless).open_journal.last(), 0U);
}

}  // namespace
}  // namespace crossroads
