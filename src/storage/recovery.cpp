#include "storage/recovery.hpp"

#include "storage/conversation_text.hpp"
#include "storage/data_files.hpp"
#include "storage/line_reader.hpp"
#include "storage/storage_failure.hpp"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <iterator>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace crossroads {
namespace {

constexpr char const* rebuilt_name = "rebuild.tmp";
constexpr char const* damaged_history = "damaged, and what follows was acknowledged: restore a backup";
constexpr std::size_t write_size = std::size_t{1024} * 1024;

[[noreturn]] void refuse(std::string const& file, std::uint64_t line, std::string_view what)
{
    throw storage_failure(failure_kind::damaged, fmt::format("{}:{}: {}", file, line, what));
}

void require(error_code failed, std::string_view what)
{
    if (failed)
        throw storage_failure(failure_kind::unusable, fmt::format("{}: {}", what, failed.message()));
}

template <class T>
T require(result<T> got, std::string_view what)
{
    require(got ? error_code{} : got.error(), what);
    return std::move(*got);
}

/// One file, line by line.
class data_file {
public:
    data_file(disk& directory, std::string name)
        : name_(std::move(name)), from_(require(directory.open(name_), name_)), lines_(*from_)
    {}

    std::optional<raw_line> next() { return require(lines_.next(), name_); }

    std::string const& name() const { return name_; }

    void expect_header(std::uint64_t number)
    {
        auto const line = next();
        auto const header = line && line->whole ? parse_line(line->text) : std::nullopt;
        auto const format = header ? read_format(*header) : std::nullopt;
        if (!format || header->seq != number)
            refuse(name_, 1, "the header is damaged");
        if (*format > data_format)
            throw storage_failure(
                failure_kind::newer_format,
                fmt::format(
                    "{}: written in format {}; this version reads format {}: start a newer version", name_,
                    *format, data_format));
    }

private:
    std::string name_;
    std::unique_ptr<disk_reader> from_;
    line_reader lines_;
};

/// Whether `text`, bad as a line, holds a good line from some position on that says that `seq` was
/// durable. The LF before it may be what was damaged.
bool tells_durable(std::string_view text, std::uint64_t seq)
{
    constexpr std::size_t crc_size = 8;
    for (std::size_t space = text.find(' '); space != std::string_view::npos;
         space = text.find(' ', space + 1)) {
        if (space < crc_size)
            continue;
        std::string_view const crc = text.substr(space - crc_size, crc_size);
        if (crc.find_first_not_of("0123456789abcdef") != std::string_view::npos)
            continue;
        auto const line = parse_line(text.substr(space - crc_size));
        if (line && line->durable >= seq)
            return true;
    }
    return false;
}

class journal_replay {
public:
    journal_replay(disk& directory, ledger& contents, std::uint64_t number)
        : directory_(directory),
          contents_(contents),
          number_(number),
          last_(number),
          told_(number),
          rebuilt_(require(directory.create(rebuilt_name), rebuilt_name))
    {
        append_header(pending_, number);
    }

    std::uint64_t last() const { return last_; }

    /// Replays the journal that starts after last(); `next` is where the one after it starts, if there is
    /// one. Only the newest may have a torn tail.
    void read(std::uint64_t number, std::optional<std::uint64_t> next)
    {
        data_file file(directory_, journal_name(number));
        file.expect_header(number);
        while (auto const line = file.next()) {
            if (take(file, *line))
                continue;
            if (next && *next >= last_)
                refuse(file.name(), line->number, damaged_history);
            cut_tail(file, *line);
            return;
        }
    }

    /// Puts the rebuilt journal in the place of all that were read.
    journal finish()
    {
        if (told_ < last_) {
            append_line(pending_, {last_ + 1, last_, line_kind::mark, no_key, "{}"});
            ++last_;
        }
        write();
        require(rebuilt_->sync(), rebuilt_name);
        std::string const name = journal_name(number_);
        require(directory_.rename(rebuilt_name, name), name);
        require(directory_.sync_directory(), "the data directory");
        remove_rest(name);
        // The removals too must be durable before the first event: a stale journal that comes back
        // after the next crash would make that one's torn tail look like damage.
        require(directory_.sync_directory(), "the data directory");
        return {std::move(rebuilt_), number_, last_, bytes_};
    }

private:
    bool take(data_file const& file, raw_line const& raw)
    {
        auto const line = raw.whole ? parse_line(raw.text) : std::nullopt;
        if (!line || line->seq != last_ + 1)
            return false;
        if (line->kind != line_kind::mark)
            apply(file, raw.number, *line);
        // A mark has nothing behind it to lose: it counts as told when it is the last line.
        told_ = line->kind == line_kind::mark && line->durable + 1 == line->seq ? line->seq : line->durable;
        ++last_;
        pending_ += raw.text;
        pending_ += '\n';
        if (pending_.size() >= write_size)
            write();
        return true;
    }

    void apply(data_file const& file, std::uint64_t number, journal_line const& line)
    {
        auto const conversation = decode_key(line.key);
        auto what = read_record(line.kind, line.payload);
        if (!conversation || !what)
            refuse(file.name(), number, "this version cannot read the line");
        contents_.apply(line.seq, *conversation, std::move(*what));
    }

    void cut_tail(data_file& file, raw_line const& bad)
    {
        std::uint64_t const first = bad.number;
        std::uint64_t count = 0;
        for (std::optional<raw_line> line = bad; line; line = file.next()) {
            if (tells_durable(line->text, last_ + 1))
                refuse(file.name(), first, damaged_history);
            ++count;
        }
        spdlog::warn(
            "{}:{}: cut a torn tail of {} lines, none of them acknowledged", file.name(), first, count);
    }

    void write()
    {
        require(rebuilt_->append(pending_), rebuilt_name);
        bytes_ += pending_.size();
        pending_.clear();
    }

    void remove_rest(std::string const& kept_journal)
    {
        for (auto const& name : require(directory_.list(), "the data directory")) {
            bool const rest = (journal_number(name) && name != kept_journal) ||
                              (snapshot_number(name) && name != snapshot_name(number_));
            if (rest)
                require(directory_.remove(name), name);
        }
    }

    disk& directory_;
    ledger& contents_;
    std::uint64_t number_;
    std::uint64_t last_;
    std::uint64_t told_;  // the highest line some line says is durable
    std::unique_ptr<disk_file> rebuilt_;
    std::string pending_;
    std::uint64_t bytes_ = 0;
};

/// Reads the snapshot; gives its size.
std::uint64_t read_snapshot(disk& directory, ledger& contents, std::uint64_t number)
{
    data_file file(directory, snapshot_name(number));
    file.expect_header(number);
    std::uint64_t count = 0;
    std::uint64_t bytes = 0;
    bool ended = false;
    while (auto const raw = file.next()) {
        auto const line = raw->whole && !ended ? parse_line(raw->text) : std::nullopt;
        if (!line)
            refuse(file.name(), raw->number, "damaged");
        bytes += raw->text.size() + 1;
        if (line->kind == line_kind::mark) {
            auto const members = read_members(line->payload);
            if (!members || integer_of(*members, "count") != static_cast<std::int64_t>(count))
                refuse(file.name(), raw->number, "the number of conversations is wrong");
            ended = true;
            continue;
        }
        auto const conversation = decode_key(line->key);
        auto part = line->kind == line_kind::conversation ? read_conversation(line->payload) : std::nullopt;
        if (!conversation || !part)
            refuse(file.name(), raw->number, "this version cannot read the line");
        part->version = line->seq;
        contents.put(*conversation, std::move(*part));
        ++count;
    }
    if (!ended)
        refuse(file.name(), count + 2, "the end is missing");
    return bytes;
}

struct found_files {
    std::vector<std::uint64_t> journals;  // ascending, from the snapshot's number on
    std::uint64_t number = 0;             // of the snapshot, or 0
    bool snapshot = false;
};

found_files find_files(disk& directory)
{
    found_files found;
    std::vector<std::uint64_t> journals;
    for (auto const& name : require(directory.list(), "the data directory")) {
        if (is_unfinished(name))
            require(directory.remove(name), name);
        if (auto const number = snapshot_number(name)) {
            found.snapshot = true;
            found.number = std::max(found.number, *number);
        }
        if (auto const number = journal_number(name))
            journals.push_back(*number);
    }
    std::sort(journals.begin(), journals.end());
    for (auto const number : journals) {
        if (number >= found.number)
            found.journals.push_back(number);
    }
    bool const complete =
        found.journals.empty() ? journals.empty() && !found.snapshot : found.journals.front() == found.number;
    if (!complete)
        refuse(journal_name(found.number), 1, "the file is missing");
    return found;
}

}  // namespace

recovered_data recover(disk& directory, std::chrono::seconds event_memory)
{
    found_files const found = find_files(directory);
    ledger contents(event_memory);
    std::uint64_t const snapshot_bytes =
        found.snapshot ? read_snapshot(directory, contents, found.number) : 0;

    journal_replay replay(directory, contents, found.number);
    for (auto journal = found.journals.begin(); journal != found.journals.end(); ++journal) {
        // A journal that starts inside what was read is left over from a recovery that had put all
        // journals into one and was cut off before it removed this one.
        if (*journal < replay.last())
            break;
        if (*journal > replay.last())
            refuse(journal_name(*journal), 1, "lines before it are missing");
        auto const next = std::next(journal);
        replay.read(*journal, next == found.journals.end() ? std::nullopt : std::optional(*next));
    }
    journal open_journal = replay.finish();
    return {std::move(contents), std::move(open_journal), snapshot_bytes};
}

}  // namespace crossroads
