#include "decision/concreteness.hpp"
#include "guide/condition_subjects.hpp"
#include "guide/load.hpp"
#include "guide/show.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <variant>

namespace {

void require(bool holds)
{
    if (!holds)
        std::abort();
}

}  // namespace

// Any bytes are either a guide that can be shown and asked, or a list of defects that each say where
// and what.
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    std::string_view const text(reinterpret_cast<char const*>(data), size);
    auto const loaded = crossroads::load_guide(text, "sha");
    if (auto const* const defects = std::get_if<std::vector<crossroads::guide_defect>>(&loaded)) {
        require(!defects->empty());
        for (auto const& defect : *defects)
            require(!defect.where.empty() && defect.what.ends_with('.'));
        return 0;
    }
    auto const& rules = std::get<crossroads::guide>(loaded);
    require(!crossroads::show_guide(rules).empty());
    for (auto const& found : rules.contradictions)
        crossroads::condition_subjects(rules, found.when);
    for (auto const& asked : rules.questions)
        crossroads::is_concrete(rules, asked, text);
    return 0;
}
