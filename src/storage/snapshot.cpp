#include "storage/snapshot.hpp"

#include "storage/conversation_text.hpp"
#include "storage/data_files.hpp"

#include <fmt/format.h>

#include <utility>

namespace crossroads {
namespace {

constexpr char const* unfinished_name = "snapshot.tmp";

// Synced as it grows: one sync of hundreds of megabytes at the end would hold up the events.
constexpr std::uint64_t sync_every = std::uint64_t{8} * 1024 * 1024;

}  // namespace

std::uint64_t append_conversation(
    std::string& lines, std::string_view conversation, stored_conversation const& stored, std::int64_t since,
    std::uint64_t number)
{
    std::uint64_t count = 0;
    std::string const key = encode_key(conversation);
    write_conversation(stored, since, [&lines, &count, &key, &stored, number](std::string_view payload) {
        append_line(lines, {stored.version, number, line_kind::conversation, key, payload});
        ++count;
    });
    return count;
}

snapshot_writer::snapshot_writer(disk& directory, std::unique_ptr<disk_file> file, std::uint64_t number)
    : directory_(&directory), file_(std::move(file)), number_(number)
{}

result<snapshot_writer> snapshot_writer::begin(disk& directory, std::uint64_t number)
{
    auto file = directory.create(unfinished_name);
    if (!file)
        return file.error();
    snapshot_writer writer(directory, std::move(*file), number);
    std::string header;
    append_header(header, number);
    if (auto const failed = writer.add(header, 0))
        return failed;
    return writer;
}

error_code snapshot_writer::add(std::string_view lines, std::uint64_t count)
{
    if (auto const failed = file_->append(lines))
        return failed;
    lines_ += count;
    bytes_ += lines.size();
    unsynced_ += lines.size();
    if (unsynced_ < sync_every)
        return {};
    unsynced_ = 0;
    return file_->sync();
}

error_code snapshot_writer::finish()
{
    std::string end;
    append_line(end, {number_, number_, line_kind::mark, no_key, fmt::format(R"({{"count":{}}})", lines_)});
    if (auto const failed = add(end, 0))
        return failed;
    if (auto const failed = file_->sync())
        return failed;
    if (auto const failed = directory_->rename(unfinished_name, snapshot_name(number_)))
        return failed;
    if (auto const failed = directory_->sync_directory())
        return failed;
    return remove_older();
}

error_code snapshot_writer::remove_older()
{
    auto const names = directory_->list();
    if (!names)
        return names.error();
    for (auto const& name : *names) {
        auto const journal = journal_number(name);
        auto const snapshot = snapshot_number(name);
        if ((journal && *journal < number_) || (snapshot && *snapshot < number_)) {
            if (auto const failed = directory_->remove(name))
                return failed;
        }
    }
    return {};
}

}  // namespace crossroads
