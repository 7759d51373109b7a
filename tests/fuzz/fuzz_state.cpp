// A stored state: whatever is accepted is written back equal, and the state machine can go on with it.
#include "assessment/turn.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

namespace {

void go_on(crossroads::channel_state const& state)
{
    using namespace crossroads;
    surroundings around;
    for (auto const* text : {"status", "answer", "cancel", "start Blue Van"}) {
        event const happened{"U1", {}, 1, std::string(32, '0'), typed_command{text, true}};
        auto const turn = advance(around, state, happened);
        if (!turn.changed && !(turn.next == state))
            std::abort();
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    using namespace crossroads;
    std::string_view const text{reinterpret_cast<char const*>(data), size};
    auto const read = read_state(text);
    if (auto const* state = std::get_if<channel_state>(&read)) {
        auto const again = read_state(write_state(*state));
        if (!std::holds_alternative<channel_state>(again) || !(std::get<channel_state>(again) == *state))
            std::abort();
        go_on(*state);
    }
    return 0;
}
