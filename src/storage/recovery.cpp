#include "storage/recovery.hpp"

#include "storage/data_files.hpp"
#include "storage/history.hpp"

#include <spdlog/spdlog.h>

#include <memory>
#include <string>
#include <string_view>
#include <utility>

namespace crossroads {
namespace {

constexpr char const* rebuilt_name = "rebuild.tmp";
constexpr char const* directory_name = "the data directory";
constexpr std::size_t write_size = std::size_t{1024} * 1024;

void remove_unfinished(disk& directory)
{
    for (auto const& name : require(directory.list(), directory_name)) {
        if (is_unfinished(name))
            require(directory.remove(name), name);
    }
}

/// One journal that takes the place of all that were read.
class rebuilt_journal {
public:
    rebuilt_journal(disk& directory, std::uint64_t number)
        : directory_(directory), number_(number), file_(require(directory.create(rebuilt_name), rebuilt_name))
    {
        append_header(pending_, number);
    }

    void add(std::string_view line)
    {
        pending_ += line;
        pending_ += '\n';
        if (pending_.size() >= write_size)
            write();
    }

    journal finish(history_end const& end)
    {
        std::uint64_t last = end.last;
        if (end.told < last) {
            append_line(pending_, {last + 1, last, line_kind::mark, no_key, "{}"});
            ++last;
        }
        write();
        require(file_->sync(), rebuilt_name);
        std::string const name = journal_name(number_);
        require(directory_.rename(rebuilt_name, name), name);
        require(directory_.sync_directory(), directory_name);
        remove_rest(name);
        // The removals too must be durable before the first event: a stale journal that comes back
        // after the next crash would make that one's torn tail look like damage.
        require(directory_.sync_directory(), directory_name);
        return {std::move(file_), number_, last, bytes_};
    }

private:
    void write()
    {
        require(file_->append(pending_), rebuilt_name);
        bytes_ += pending_.size();
        pending_.clear();
    }

    void remove_rest(std::string const& kept_journal)
    {
        for (auto const& name : require(directory_.list(), directory_name)) {
            bool const rest = (journal_number(name) && name != kept_journal) ||
                              (snapshot_number(name) && name != snapshot_name(number_));
            if (rest)
                require(directory_.remove(name), name);
        }
    }

    disk& directory_;
    std::uint64_t number_;
    std::unique_ptr<disk_file> file_;
    std::string pending_;
    std::uint64_t bytes_ = 0;
};

}  // namespace

recovered_data recover(disk& directory, std::chrono::seconds event_memory)
{
    remove_unfinished(directory);
    open_history files = open_files(directory);
    ledger contents(event_memory);
    rebuilt_journal rebuilt(directory, files.number());
    auto const end = read_history(files, contents, [&rebuilt](std::string_view line) { rebuilt.add(line); });
    if (end.torn)
        spdlog::warn(
            "{}:{}: cut a torn tail of {} lines, none of them acknowledged", end.torn->file,
            end.torn->first_line, end.torn->lines);
    journal open_journal = rebuilt.finish(end);
    return {std::move(contents), std::move(open_journal), end.snapshot_bytes};
}

}  // namespace crossroads
