#include "conversations/guide/project_guide.hpp"

#include "guide/load.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <utility>
#include <variant>

namespace crossroads::testing {

std::string project_guide_text()
{
    std::ifstream file(CROSSROADS_SOURCE_DIR "/config/guide.json", std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

guide project_guide()
{
    auto loaded = load_guide(project_guide_text(), "sha");
    if (auto const* const defects = std::get_if<std::vector<guide_defect>>(&loaded)) {
        for (guide_defect const& defect : *defects)
            ADD_FAILURE() << defect.where << ' ' << defect.what;
        return {};
    }
    return std::get<guide>(std::move(loaded));
}

}  // namespace crossroads::testing
