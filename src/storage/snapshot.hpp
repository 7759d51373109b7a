#pragma once

#include "storage/disk.hpp"
#include "storage/ledger.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace crossroads {

/// Lines (`c`) of one conversation for the snapshot with this number; how many were appended.
std::uint64_t append_conversation(
    std::string& lines, std::string_view conversation, stored_conversation const& stored, std::int64_t since,
    std::uint64_t number);

/// A snapshot being written, a piece at a time. It counts only once finish() succeeds; until then, and
/// after an error anywhere, the files it would replace are all still there.
class snapshot_writer {
public:
    /// A snapshot that, with the lines of the journal of the same number, is everything.
    static result<snapshot_writer> begin(disk& directory, std::uint64_t number);

    error_code add(std::string_view lines, std::uint64_t count);

    /// Gives the snapshot its name, and only then removes what it replaces.
    error_code finish();

    std::uint64_t number() const { return number_; }

    std::uint64_t bytes() const { return bytes_; }

private:
    snapshot_writer(disk& directory, std::unique_ptr<disk_file> file, std::uint64_t number);

    error_code remove_older();

    disk* directory_;
    std::unique_ptr<disk_file> file_;
    std::uint64_t number_;
    std::uint64_t lines_ = 0;
    std::uint64_t bytes_ = 0;
    std::uint64_t unsynced_ = 0;
};

}  // namespace crossroads
