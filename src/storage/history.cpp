#include "storage/history.hpp"

#include "storage/conversation_text.hpp"
#include "storage/data_files.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>
#include <variant>

namespace crossroads {
namespace {

constexpr char const* damaged_history = "damaged, and what follows was acknowledged";
constexpr int most_looks = 20;

struct chosen_files {
    std::optional<std::uint64_t> snapshot;
    std::vector<std::uint64_t> journals;

    friend bool operator==(chosen_files const&, chosen_files const&) = default;
};

chosen_files choose_files(disk& directory)
{
    chosen_files chosen;
    for (auto const& name : require(directory.list(), "the data directory")) {
        if (auto const number = snapshot_number(name))
            chosen.snapshot = std::max(chosen.snapshot.value_or(0), *number);
        if (auto const number = journal_number(name))
            chosen.journals.push_back(*number);
    }
    std::sort(chosen.journals.begin(), chosen.journals.end());
    return chosen;
}

/// Or why a file could not be opened: it may just have been replaced.
using opening = std::variant<open_history, storage_failure>;

std::optional<storage_failure> open_one(disk& directory, open_data_file& file)
{
    auto from = directory.open(file.name);
    if (!from)
        return storage_failure(
            failure_kind::unusable, fmt::format("{}: {}", file.name, from.error().message()));
    file.from = std::move(*from);
    return std::nullopt;
}

opening try_to_open(disk& directory, chosen_files const& chosen)
{
    open_history opened;
    if (chosen.snapshot) {
        opened.snapshot.emplace(open_data_file{*chosen.snapshot, snapshot_name(*chosen.snapshot), nullptr});
        if (auto failed = open_one(directory, *opened.snapshot))
            return *failed;
    }
    for (auto const number : chosen.journals) {
        if (number < opened.number())
            continue;
        opened.journals.push_back({number, journal_name(number), nullptr});
        if (auto failed = open_one(directory, opened.journals.back()))
            return *failed;
    }
    return opened;
}

void require_first_journal(open_history const& opened, chosen_files const& chosen)
{
    bool const nothing_there = !chosen.snapshot && chosen.journals.empty();
    bool const complete = !opened.journals.empty() && opened.journals.front().number == opened.number();
    if (!nothing_there && !complete)
        refuse(journal_name(opened.number()), 1, "the file is missing");
}

class journal_replay {
public:
    journal_replay(
        ledger& contents, std::function<void(std::string_view)> const& keep_line, std::uint64_t number)
        : contents_(contents), keep_line_(keep_line)
    {
        end_.last = number;
        end_.told = number;
    }

    history_end const& end() const { return end_; }

    /// Replays the journal that starts after the last line; `next` is where the one after it starts, if
    /// there is one. Only the newest may have a torn tail.
    void read(open_data_file& from, std::optional<std::uint64_t> next)
    {
        data_file file(from);
        file.expect_header();
        while (auto const raw = file.next()) {
            if (take(file, *raw))
                continue;
            if (next && *next >= end_.last)
                file.refuse(raw->number, damaged_history);
            end_.torn = measure_tail(file, *raw);
            return;
        }
    }

private:
    bool take(data_file const& file, raw_line const& raw)
    {
        auto const line = parse_line(raw);
        if (!line || line->seq != end_.last + 1)
            return false;
        if (line->kind != line_kind::mark)
            apply(file, raw.number, *line);
        // A mark has nothing behind it to lose: it counts as told when it is the last line.
        bool const idle = line->kind == line_kind::mark && line->durable + 1 == line->seq;
        end_.told = idle ? line->seq : line->durable;
        ++end_.last;
        if (keep_line_)
            keep_line_(raw.text);
        return true;
    }

    void apply(data_file const& file, std::uint64_t number, journal_line const& line)
    {
        auto const conversation = decode_key(line.key);
        auto what = read_record(line.kind, line.payload);
        if (!conversation || !what)
            refuse_unreadable(file.name(), number, line.payload);
        contents_.apply(line.seq, *conversation, std::move(*what));
    }

    torn_tail measure_tail(data_file& file, raw_line const& bad) const
    {
        torn_tail torn{file.name(), bad.number, 0};
        for (std::optional<raw_line> line = bad; line; line = file.next()) {
            if (tells_durable(line->text, end_.last + 1))
                file.refuse(torn.first_line, damaged_history);
            ++torn.lines;
        }
        return torn;
    }

    ledger& contents_;
    std::function<void(std::string_view)> const& keep_line_;
    history_end end_;
};

}  // namespace

open_history open_files(disk& directory)
{
    auto chosen = choose_files(directory);
    for (int look = 1;; ++look) {
        auto opened = try_to_open(directory, chosen);
        auto again = choose_files(directory);
        if (again == chosen) {
            if (auto const* failed = std::get_if<storage_failure>(&opened))
                throw storage_failure(*failed);
            require_first_journal(std::get<open_history>(opened), chosen);
            return std::get<open_history>(std::move(opened));
        }
        if (look == most_looks)
            throw storage_failure(
                failure_kind::unusable, "the files of the data directory do not stay the same: try again");
        chosen = std::move(again);
    }
}

std::uint64_t read_snapshot(open_data_file& from, ledger& contents)
{
    data_file file(from);
    file.expect_header();
    std::uint64_t count = 0;
    std::uint64_t bytes = 0;
    bool ended = false;
    while (auto const raw = file.next()) {
        auto const line = ended ? std::nullopt : parse_line(*raw);
        if (!line)
            file.refuse(raw->number, "damaged");
        bytes += raw->text.size() + 1;
        if (line->kind == line_kind::mark) {
            auto const members = read_members(line->payload);
            if (!members || integer_of(*members, "count") != static_cast<std::int64_t>(count))
                file.refuse(raw->number, "the number of conversations is wrong");
            ended = true;
            continue;
        }
        auto const conversation = decode_key(line->key);
        auto part = line->kind == line_kind::conversation ? read_conversation(line->payload) : std::nullopt;
        if (!conversation || !part)
            refuse_unreadable(file.name(), raw->number, line->payload);
        part->version = line->seq;
        contents.put(*conversation, std::move(*part));
        ++count;
    }
    if (!ended)
        file.refuse(count + 2, "the end is missing");
    return bytes;
}

history_end
read_history(open_history& files, ledger& contents, std::function<void(std::string_view)> const& keep_line)
{
    std::uint64_t const snapshot_bytes = files.snapshot ? read_snapshot(*files.snapshot, contents) : 0;
    journal_replay replay(contents, keep_line, files.number());
    for (auto journal = files.journals.begin(); journal != files.journals.end(); ++journal) {
        // A journal that starts inside what was read is left over from a recovery that had put all
        // journals into one and was cut off before it removed this one.
        if (journal->number < replay.end().last)
            break;
        if (journal->number > replay.end().last)
            refuse(journal->name, 1, "lines before it are missing");
        auto const next = std::next(journal);
        replay.read(*journal, next == files.journals.end() ? std::nullopt : std::optional(next->number));
    }
    auto end = replay.end();
    end.snapshot_bytes = snapshot_bytes;
    // What a snapshot holds was durable in its journal. Files of different moments do not go together: the
    // next events would be taken for old ones.
    if (contents.newest() > end.last) {
        auto const& last = files.journals.back();
        refuse(
            last.name, end.last - last.number + 2,
            "the snapshot holds what comes after the end of the journal");
    }
    return end;
}

}  // namespace crossroads
