#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace crossroads {

/// One file that is replaced as a whole: after a crash it holds either the old content or the new.
class state_file {
public:
    explicit state_file(std::filesystem::path path) : path_(std::move(path)) {}

    std::filesystem::path const& path() const { return path_; }

    /// None if there is no such file. Throws system_error when it cannot be read.
    std::optional<std::string> read() const;

    /// Durable when it returns; makes the folder if need be. Throws system_error when it cannot. Blocks.
    void replace(std::string_view content) const;

private:
    std::filesystem::path path_;
};

}  // namespace crossroads
