#pragma once

#include <cstdlib>
#include <filesystem>
#include <optional>
#include <string>

namespace crossroads::testing {

/// The folder of material that is not part of the project (payloads, schemas): CROSSROADS_SHARED, else
/// `shared` beside the checkout; none when there is no `part` of it.
inline std::optional<std::filesystem::path> shared_material(std::string const& part)
{
    auto const* named = std::getenv("CROSSROADS_SHARED");
    auto const root = named != nullptr
                          ? std::filesystem::path(named)
                          : std::filesystem::path(CROSSROADS_SOURCE_DIR).parent_path() / "shared";
    if (!std::filesystem::exists(root / part))
        return std::nullopt;
    return root / part;
}

}  // namespace crossroads::testing
