#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>

namespace crossroads {

/// Why the stored data cannot be served.
enum class failure_kind {
    damaged,       // history that was once durable is wrong: a person has to decide
    newer_format,  // written by a later version
    in_use,        // another process has the directory
    not_data,      // no journal and no snapshot is there
    unusable,      // the disk refuses: permissions, space, input/output errors
};

/// Thrown while the store starts. The text is one line that names the file and, for damage, the line.
class storage_failure : public std::runtime_error {
public:
    storage_failure(failure_kind kind, std::string const& what) : std::runtime_error(what), kind_(kind) {}

    failure_kind kind() const { return kind_; }

private:
    failure_kind kind_;
};

}  // namespace crossroads
