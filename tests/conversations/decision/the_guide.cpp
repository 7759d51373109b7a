#include "the_guide.hpp"

#include "conversations/guide/project_guide.hpp"
#include "conversations/guide/shared_files.hpp"

namespace crossroads {

guide const& the_guide()
{
    static guide const loaded = testing::project_guide();
    return loaded;
}

std::string acceptance_scenarios()
{
    return testing::shared_file("scenarios/decisions.json");
}

}  // namespace crossroads
