#include "conversations/guide/shared_files.hpp"

#include <cstdlib>
#include <fstream>
#include <iterator>

namespace crossroads::testing {

std::string shared_file(std::string const& name)
{
    char const* const folder = std::getenv("CROSSROADS_SHARED");  // NOLINT(concurrency-mt-unsafe)
    auto const path =
        (folder == nullptr ? CROSSROADS_SOURCE_DIR "/../shared" : std::string(folder)) + "/" + name;
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace crossroads::testing
