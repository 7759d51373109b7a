#include "emission.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace crossroads::slack {

void emit(std::string const& name, json const& content)
{
    auto const* folder = std::getenv("CROSSROADS_EMIT_DIR");  // NOLINT(concurrency-mt-unsafe)
    if (folder == nullptr)
        return;
    std::filesystem::create_directories(folder);
    std::ofstream file(std::filesystem::path(folder) / (name + ".json"));
    file << write_json(content) << '\n';
    EXPECT_TRUE(file.good()) << name;
}

}  // namespace crossroads::slack
