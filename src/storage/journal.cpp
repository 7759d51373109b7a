#include "storage/journal.hpp"

#include "storage/data_files.hpp"

#include <utility>

namespace crossroads {

journal::journal(
    std::unique_ptr<disk_file> file, std::uint64_t number, std::uint64_t last, std::uint64_t bytes)
    : file_(std::move(file)), number_(number), last_(last), durable_(last), told_(last), bytes_(bytes)
{}

std::uint64_t journal::add(line_kind kind, std::string_view key, payload_text const& payload)
{
    ++last_;
    std::string const text = payload.with_ids(last_);
    append_line(batch_, {last_, durable_, kind, key, text});
    told_ = durable_;
    return last_;
}

error_code journal::commit()
{
    if (auto const failed = write_batch())
        return failed;
    return sync();
}

error_code journal::mark()
{
    if (told_ == durable_)
        return {};
    add(line_kind::mark, no_key, {{"{}"}});
    return write_batch();
}

error_code journal::rotate(disk& directory)
{
    // The new file's name says where this one ends: a mark that is not on disk yet belongs to it.
    if (auto const failed = sync())
        return failed;
    std::string header;
    append_header(header, last_);
    auto next = directory.create("next.tmp");
    if (!next)
        return next.error();
    if (auto const failed = (*next)->append(header))
        return failed;
    if (auto const failed = (*next)->sync())
        return failed;
    if (auto const failed = directory.rename("next.tmp", journal_name(last_)))
        return failed;
    if (auto const failed = directory.sync_directory())
        return failed;
    file_ = std::move(*next);
    number_ = last_;
    told_ = last_;
    bytes_ = header.size();
    return {};
}

error_code journal::write_batch()
{
    if (auto const failed = file_->append(batch_))
        return failed;
    bytes_ += batch_.size();
    batch_.clear();
    return {};
}

error_code journal::sync()
{
    if (durable_ == last_)
        return {};
    if (auto const failed = file_->sync())
        return failed;
    durable_ = last_;
    return {};
}

}  // namespace crossroads
