#pragma once

#include <cstdlib>
#include <filesystem>

namespace crossroads {

/// The folder of third-party samples that lies outside the project: $CROSSROADS_SHARED, or "shared" next to
/// the checkout. Empty if there is none; tests that need it skip themselves.
inline std::filesystem::path shared_samples()
{
    auto const* const named =
        std::getenv("CROSSROADS_SHARED");  // NOLINT(concurrency-mt-unsafe): before threads
    std::filesystem::path const folder =
        named ? std::filesystem::path(named) : std::filesystem::path(CROSSROADS_SOURCE_DIR) / ".." / "shared";
    return std::filesystem::is_directory(folder) ? folder : std::filesystem::path();
}

}  // namespace crossroads
