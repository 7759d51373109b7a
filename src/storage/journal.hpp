#pragma once

#include "storage/disk.hpp"
#include "storage/journal_line.hpp"
#include "storage/records.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace crossroads {

/// The journal file lines are appended to. After an error it must not be used again: what is on disk
/// is unknown until the files have been read and written anew.
class journal {
public:
    /// Goes on with `file`, which is `bytes` long, starts after line `number` and ends, synced, with line
    /// `last`.
    journal(std::unique_ptr<disk_file> file, std::uint64_t number, std::uint64_t last, std::uint64_t bytes);

    /// Puts a line into the next batch and gives its seq.
    std::uint64_t add(line_kind kind, std::string_view key, payload_text const& payload);

    /// Writes and syncs the batch.
    error_code commit();

    /// Writes, without syncing, a line that says up to where everything is durable, unless one did: with it
    /// damage to the last event cannot be taken for a torn tail. The batch must be empty.
    error_code mark();

    /// Starts a new file after the last line. The batch must be empty.
    error_code rotate(disk& directory);

    std::uint64_t number() const { return number_; }

    std::uint64_t last() const { return last_; }

    std::uint64_t bytes() const { return bytes_; }

private:
    error_code write_batch();
    error_code sync();

    std::unique_ptr<disk_file> file_;
    std::string batch_;
    std::uint64_t number_;
    std::uint64_t last_;
    std::uint64_t durable_;
    std::uint64_t told_;  // the highest durable a line states
    std::uint64_t bytes_;
};

}  // namespace crossroads
