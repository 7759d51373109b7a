#pragma once

#include "storage/disk.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace crossroads {

struct raw_line {
    std::string_view text;     // without its LF; valid until the next line is read
    std::uint64_t number = 0;  // from 1
    bool whole = false;        // false: no LF, or longer than a line may be (then only its start)
};

/// The lines of a file, read in pieces of 1 MiB.
class line_reader {
public:
    explicit line_reader(disk_reader& from);

    /// None at the end of the file.
    result<std::optional<raw_line>> next();

private:
    error_code read_more();
    void drop_consumed();

    disk_reader& from_;
    std::unique_ptr<char[]> piece_;
    std::string buffer_;
    std::size_t start_ = 0;
    std::uint64_t number_ = 0;
    bool at_end_ = false;
};

}  // namespace crossroads
