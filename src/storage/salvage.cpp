#include "storage/salvage.hpp"

#include "storage/conversation_text.hpp"
#include "storage/damaged_lines.hpp"
#include "storage/data_files.hpp"
#include "storage/history.hpp"
#include "storage/snapshot.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

namespace crossroads {
namespace {

constexpr char const* directory_name = "the data directory";
constexpr char const* new_directory_name = "the new directory";

class salvager {
public:
    void read(open_data_file& from, bool is_snapshot)
    {
        data_file file(from);
        begin(file, is_snapshot);
        while (auto const raw = file.next()) {
            for (auto const& met : lines_in(*raw))
                take(file, met, is_snapshot);
        }
        end(file);
    }

    salvaged_data finish()
    {
        if (bad_.first > 0)  // nothing says that they were durable; a journal that follows would
            saved_.left_out.push_back(
                {bad_.file, bad_.first, bad_.last, "a torn tail: as far as can be told never acknowledged"});
        note_missing_end();
        saved_.last = reached_;
        saved_.named.assign(named_.begin(), named_.end());
        for (auto const& [conversation, stored] : saved_.contents.all()) {
            if (whole_until_[conversation] < lost_until_ && !named_.contains(conversation))
                saved_.others.push_back(conversation);
        }
        if (!saved_.left_out.empty())
            saved_.contents.assume_all_tried();
        return std::move(saved_);
    }

private:
    void begin(data_file const& file, bool is_snapshot)
    {
        met_.clear();
        current_.clear();
        ended_ = !is_snapshot;
        if (bad_.first > 0) {  // the last lines of a journal, and not the last journal
            lost_until_ = std::max(lost_until_, file.number());
            reached_ = std::max(reached_, file.number());
            close_bad_lines("damaged");
        }
        if (is_snapshot) {
            reached_ = std::max(reached_, file.number());
            return;
        }
        if (file.number() > reached_) {
            saved_.left_out.push_back(
                {journal_name(reached_), 0, 0,
                 fmt::format("missing: no file holds the lines {} to {}", reached_ + 1, file.number())});
            saved_.all_named = false;
            lost_until_ = std::max(lost_until_, file.number());
        }
        expected_ = file.number() + 1;
        last_journal_ = file.name();
        journals_reach_ = std::max(journals_reach_, file.number());
    }

    void take(data_file const& file, met_line const& met, bool is_snapshot)
    {
        bool const is_header = met.line && met.line->kind == line_kind::header;
        if (is_header || (met.number == 1 && !met.line)) {
            take_header(file, met);
            return;
        }
        if (!met.line) {
            note_bad(file, met);
            return;
        }
        bool const used = met.line->seq <= highest_number &&
                          (is_snapshot ? take_from_snapshot(file, *met.line) : take_from_journal(file, met));
        if (used)
            ++saved_.lines;
        else
            note_bad(file, met);
    }

    void take_header(data_file const& file, met_line const& met)
    {
        try {
            check_header(file.name(), file.number(), met.line);
            ++saved_.lines;
        } catch (storage_failure const& failure) {
            if (failure.kind() != failure_kind::damaged)
                throw;
            saved_.left_out.push_back({file.name(), met.number, met.number, "the header is damaged"});
        }
    }

    bool take_from_snapshot(data_file const& file, journal_line const& line)
    {
        if (line.kind == line_kind::mark) {
            ended_ = true;
            close_bad_lines_before(file, "the last");
            return true;
        }
        auto const conversation = decode_key(line.key);
        auto part = line.kind == line_kind::conversation ? read_conversation(line.payload) : std::nullopt;
        if (!conversation || !part) {
            refuse_newer(file, line);
            return false;
        }
        if (bad_.first > 0 && *conversation == current_)
            named_.insert(current_);  // a part of it is among the bad lines
        close_bad_lines_before(file, *conversation);
        current_ = *conversation;
        auto const known = saved_.contents.find(current_);
        if (met_.insert(current_).second) {  // its first part
            knows_newer_ = known && known->version > line.seq;
            if (!knows_newer_)
                saved_.contents.forget(current_);
        }
        if (!knows_newer_) {
            part->version = line.seq;
            saved_.contents.put(current_, std::move(*part));
        }
        reached_ = std::max(reached_, line.seq);
        whole_until_[current_] = std::max({whole_until_[current_], line.seq, file.number()});
        return true;
    }

    bool take_from_journal(data_file const& file, met_line const& met)
    {
        auto const& line = *met.line;
        std::optional<record> what;
        std::optional<std::string> conversation;
        if (line.kind != line_kind::mark) {
            conversation = decode_key(line.key);
            what = read_record(line.kind, line.payload);
            if (!conversation || !what) {
                refuse_newer(file, line);
                return false;
            }
        }
        if (line.seq > expected_)
            note_gap(file, met.number, line.seq);
        close_bad_lines("damaged");
        expected_ = std::max(expected_, line.seq + 1);
        reached_ = std::max(reached_, line.seq);
        journals_reach_ = std::max(journals_reach_, line.seq);
        if (!what)
            return true;
        auto const* event = std::get_if<event_record>(&*what);
        if ((event != nullptr && event->state) || line.kind == line_kind::erased)
            whole_until_[*conversation] = std::max(whole_until_[*conversation], line.seq);
        saved_.contents.apply(line.seq, *conversation, std::move(*what));
        return true;
    }

    void note_gap(data_file const& file, std::uint64_t line, std::uint64_t seq)
    {
        lost_until_ = std::max(lost_until_, seq - 1);
        if (bad_.first > 0)
            return;
        saved_.left_out.push_back(
            {file.name(), line, line,
             fmt::format("before it the lines numbered {} to {} are missing", expected_, seq - 1)});
        saved_.all_named = false;
    }

    void note_bad(data_file const& file, met_line const& met)
    {
        if (bad_.first == 0)
            bad_ = {file.name(), met.number, met.number, {}, true};
        bad_.last = met.number;
        auto const subject = subject_of(met.text);
        if (!subject)
            bad_.all_named = false;
        else if (!subject->empty())
            bad_.named.push_back(*subject);
    }

    /// The bad lines of a snapshot end before what it tells of `next`.
    void close_bad_lines_before(data_file const& file, std::string_view next)
    {
        if (bad_.first == 0)
            return;
        lost_until_ = std::max(lost_until_, file.number());
        close_bad_lines(fmt::format("damaged; conversations from {} to {} were there", last_told(), next));
    }

    std::string last_told() const { return current_.empty() ? "the first" : current_; }

    void close_bad_lines(std::string why)
    {
        if (bad_.first == 0)
            return;
        saved_.left_out.push_back({bad_.file, bad_.first, bad_.last, std::move(why)});
        named_.insert(bad_.named.begin(), bad_.named.end());
        saved_.all_named = saved_.all_named && bad_.all_named;
        bad_ = bad_lines();
    }

    void end(data_file const& file)
    {
        if (ended_)
            return;
        close_bad_lines_before(file, "the last");
        saved_.left_out.push_back(
            {file.name(), 0, 0,
             fmt::format("the end is missing: conversations after {} were there", last_told())});
        saved_.all_named = false;
        lost_until_ = std::max(lost_until_, file.number());
    }

    /// A snapshot holds nothing that was not in its journal.
    void note_missing_end()
    {
        if (last_journal_.empty()) {
            saved_.left_out.push_back({journal_name(reached_), 0, 0, "missing: it held all newer changes"});
            lost_until_ = std::numeric_limits<std::uint64_t>::max();
        } else if (saved_.contents.newest() > journals_reach_) {
            lost_until_ = std::max(lost_until_, saved_.contents.newest());
            saved_.left_out.push_back(
                {last_journal_, 0, 0,
                 fmt::format("its end is missing: the snapshot knows line {}", saved_.contents.newest())});
        } else {
            return;
        }
        saved_.all_named = false;
    }

    static void refuse_newer(data_file const& file, journal_line const& line)
    {
        auto const layout = layout_of(line.payload);
        if (layout && *layout > payload_layout_version)
            refuse_unreadable(file.name(), 0, line.payload);
    }

    struct bad_lines {
        std::string file;
        std::uint64_t first = 0;  // 0: none
        std::uint64_t last = 0;
        std::vector<std::string> named;
        bool all_named = true;
    };

    salvaged_data saved_;
    std::uint64_t reached_ = 0;                         // the highest seq met, or that a file's name tells of
    std::uint64_t lost_until_ = 0;                      // the highest seq that may have been lost
    std::map<std::string, std::uint64_t> whole_until_;  // a state that is newer than all up to this seq
    std::set<std::string> named_;
    std::string last_journal_;
    std::uint64_t journals_reach_ = 0;

    // Of the file being read.
    std::uint64_t expected_ = 0;  // seq of a journal's next line
    std::set<std::string> met_;   // conversations of a snapshot
    std::string current_;         // its last one
    bool knows_newer_ = false;    // than what it tells of that
    bool ended_ = false;          // its end was there
    bad_lines bad_;               // since the last good line
};

struct found_file {
    open_data_file file;
    bool is_snapshot = false;
};

/// All snapshots and journals, in the order of what they tell.
std::vector<found_file> open_all(disk& directory)
{
    std::vector<found_file> all;
    for (auto const& name : require(directory.list(), directory_name)) {
        auto const snapshot = snapshot_number(name);
        auto const number = snapshot ? snapshot : journal_number(name);
        if (number)
            all.push_back({{*number, name, require(directory.open(name), name)}, snapshot.has_value()});
    }
    std::sort(all.begin(), all.end(), [](found_file const& one, found_file const& other) {
        return std::pair(one.file.number, !one.is_snapshot) <
               std::pair(other.file.number, !other.is_snapshot);
    });
    return all;
}

/// Where everything starts that the newest snapshot does not tell: with it, if it is whole.
std::uint64_t first_number(disk& directory, std::vector<found_file> const& all)
{
    auto const newest =
        std::find_if(all.rbegin(), all.rend(), [](found_file const& one) { return one.is_snapshot; });
    if (newest == all.rend())
        return 0;
    auto const& name = newest->file.name;
    open_data_file again{newest->file.number, name, require(directory.open(name), name)};
    try {
        ledger ignored;
        read_snapshot(again, ignored);
        return newest->file.number;
    } catch (storage_failure const& failure) {
        if (failure.kind() != failure_kind::damaged)
            throw;
        return 0;
    }
}

}  // namespace

salvaged_data read_what_is_good(disk& directory)
{
    auto all = open_all(directory);
    if (all.empty())
        throw storage_failure(failure_kind::not_data, no_data_there);
    auto const first = first_number(directory, all);
    salvager saving;
    for (auto& [file, is_snapshot] : all) {
        if (file.number >= first)
            saving.read(file, is_snapshot);
    }
    return saving.finish();
}

void write_anew(disk& to, salvaged_data const& saved)
{
    std::string header;
    append_header(header, saved.last);
    auto const name = journal_name(saved.last);
    auto const journal = require(to.create(name), name);
    require(journal->append(header), name);
    require(journal->sync(), name);

    auto snapshot = require(snapshot_writer::begin(to, saved.last), new_directory_name);
    for (auto const& [conversation, stored] : saved.contents.all()) {
        std::string lines;
        auto const count = append_conversation(
            lines, conversation, *stored, std::numeric_limits<std::int64_t>::min(), saved.last);
        require(snapshot.add(lines, count), new_directory_name);
    }
    require(snapshot.finish(), new_directory_name);
}

}  // namespace crossroads
