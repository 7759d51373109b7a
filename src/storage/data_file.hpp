#pragma once

#include "storage/disk.hpp"
#include "storage/journal_line.hpp"
#include "storage/line_reader.hpp"
#include "storage/records.hpp"
#include "storage/storage_failure.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace crossroads {

// What everything that reads the files of a data directory shares; it throws storage_failure.

/// A file of a data directory, open: it can be read even when a service removes or replaces it meanwhile.
struct open_data_file {
    std::uint64_t number = 0;
    std::string name;
    std::unique_ptr<disk_reader> from;
};

/// One line after the other. The file stays where it is.
class data_file {
public:
    explicit data_file(open_data_file& file) : file_(file), lines_(*file.from) {}

    std::optional<raw_line> next();

    /// Reads the first line: of this file, and of a format this version knows.
    void expect_header();

    std::string const& name() const { return file_.name; }

    std::uint64_t number() const { return file_.number; }

    [[noreturn]] void refuse(std::uint64_t line, std::string_view what) const;

private:
    open_data_file& file_;
    line_reader lines_;
};

/// A line as it must be written; none when it is damaged.
std::optional<journal_line> parse_line(raw_line const& raw);

/// The position from which `text`, bad as a line, holds a good one; none when there is none. The LF
/// before it may be what was damaged.
std::optional<std::size_t> find_line_within(std::string_view text, std::size_t from = 0);

/// Whether `text`, bad as a line, holds a good line that says that `seq` was durable.
bool tells_durable(std::string_view text, std::uint64_t seq);

[[noreturn]] void refuse(std::string_view file, std::uint64_t line, std::string_view what);

/// Refuses a line that is whole and still cannot be read: written by a later version, or damaged before
/// its checksum was made.
[[noreturn]] void refuse_unreadable(std::string_view file, std::uint64_t line, std::string_view payload);

/// Refuses a header that is not that of the file `number`, or of a format this version cannot read.
void check_header(std::string_view file, std::uint64_t number, std::optional<journal_line> const& header);

void require(error_code failed, std::string_view what);

template <class T>
T require(result<T> got, std::string_view what)
{
    require(got ? error_code{} : got.error(), what);
    return std::move(*got);
}

}  // namespace crossroads
