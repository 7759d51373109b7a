#pragma once

#include "net/result.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace crossroads {

/// A file being written, at its end only.
class disk_file {
public:
    virtual ~disk_file() = default;

    /// Appends all of `bytes`; after an error any part of them may be there.
    virtual error_code append(std::string_view bytes) = 0;

    /// Everything appended survives a power cut. Never call it again after an error: the kernel marks
    /// what it could not write as clean, and the second call lies.
    virtual error_code sync() = 0;
};

/// A file being read, from its beginning.
class disk_reader {
public:
    virtual ~disk_reader() = default;

    /// Up to `size` bytes into `into`; 0 at the end.
    virtual result<std::size_t> read(char* into, std::size_t size) = 0;
};

struct disk_space {
    std::uint64_t free = 0;
    std::uint64_t total = 0;
};

/// The one directory a store lives in. The seam under the journal: the real one, and one that loses
/// power wherever a test wants it to. Names are plain file names. Not for several threads at once.
class disk {
public:
    virtual ~disk() = default;

    virtual result<std::vector<std::string>> list() = 0;

    /// Starts the file anew.
    virtual result<std::unique_ptr<disk_file>> create(std::string const& name) = 0;

    virtual result<std::unique_ptr<disk_reader>> open(std::string const& name) = 0;

    /// Takes the place of a file called `to`.
    virtual error_code rename(std::string const& from, std::string const& to) = 0;

    virtual error_code remove(std::string const& name) = 0;

    /// Creations, renames and removals so far survive a power cut.
    virtual error_code sync_directory() = 0;

    virtual result<disk_space> space() = 0;
};

}  // namespace crossroads
