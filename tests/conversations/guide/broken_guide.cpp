#include "conversations/guide/broken_guide.hpp"

#include "conversations/guide/project_guide.hpp"

#include <nlohmann/json.hpp>

#include <ostream>
#include <utility>
#include <variant>

namespace crossroads {

std::ostream& operator<<(std::ostream& out, guide_defect const& defect)
{
    return out << defect.where << ' ' << defect.what;
}

}  // namespace crossroads

namespace crossroads::testing {

std::ostream& operator<<(std::ostream& out, broken_guide const& broken)
{
    return out << broken.name;
}

std::vector<guide_defect> defects_after(std::string const& patch)
{
    static auto const whole = nlohmann::ordered_json::parse(project_guide_text());
    auto const patched = whole.patch(nlohmann::ordered_json::parse(patch));
    auto loaded = load_guide(patched.dump(), "sha");
    if (auto* const defects = std::get_if<std::vector<guide_defect>>(&loaded))
        return std::move(*defects);
    return {};
}

std::string broken_guide_name(::testing::TestParamInfo<broken_guide> const& info)
{
    return info.param.name;
}

void expect_its_defect(broken_guide const& broken)
{
    EXPECT_EQ(defects_after(broken.patch), (std::vector{guide_defect{broken.where, broken.what}}));
}

}  // namespace crossroads::testing
