#include "decision/decision.hpp"
#include "decision/document.hpp"
#include "guide/load.hpp"

#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <variant>

namespace {

crossroads::guide const& project_guide()
{
    static crossroads::guide const loaded = [] {
        std::ifstream file(CROSSROADS_SOURCE_DIR "/config/guide.json", std::ios::binary);
        std::string const text(std::istreambuf_iterator<char>(file), {});
        return std::get<crossroads::guide>(crossroads::load_guide(text, ""));
    }();
    return loaded;
}

}  // namespace

/// Whatever is read can be decided, and written and read again without a change.
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    auto const& rules = project_guide();
    auto const read =
        crossroads::read_sheet(rules, std::string_view(reinterpret_cast<char const*>(data), size));
    auto const* const sheet = std::get_if<crossroads::answer_sheet>(&read);
    if (sheet == nullptr) {
        return 0;
    }
    crossroads::write_decision(crossroads::decide(rules, *sheet));
    auto const again = crossroads::read_sheet(rules, crossroads::write_sheet(rules, *sheet));
    if (!std::holds_alternative<crossroads::answer_sheet>(again) ||
        std::get<crossroads::answer_sheet>(again) != *sheet) {
        std::abort();
    }
    return 0;
}
