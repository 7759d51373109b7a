#pragma once

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

namespace crossroads {

/// Writes a message, a card or a form to CROSSROADS_EMIT_DIR/<name>.json, for validators outside of this
/// program; does nothing when the variable is not set.
inline void emit(std::string const& name, nlohmann::json const& content)
{
    auto const* folder = std::getenv("CROSSROADS_EMIT_DIR");  // NOLINT(concurrency-mt-unsafe)
    if (folder == nullptr)
        return;
    std::filesystem::create_directories(folder);
    std::ofstream file(std::filesystem::path(folder) / (name + ".json"));
    file << content.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
    EXPECT_TRUE(file.good()) << name;
}

}  // namespace crossroads
