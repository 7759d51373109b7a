// A stored state: whatever is accepted is written back equal, and the state machine can go on with it.
#include "assessment/turn.hpp"
#include "guide/load.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <string_view>
#include <variant>

namespace {

std::shared_ptr<crossroads::guide const> project_guide()
{
    static auto const loaded = [] {
        std::ifstream file(CROSSROADS_SOURCE_DIR "/config/guide.json", std::ios::binary);
        std::string const text(std::istreambuf_iterator<char>(file), {});
        return std::make_shared<crossroads::guide const>(
            std::get<crossroads::guide>(crossroads::load_guide(text, "")));
    }();
    return loaded;
}

/// Time passes until nothing is due, whatever the times in the state are.
void let_time_pass(crossroads::channel_state state)
{
    using namespace crossroads;
    surroundings around;
    around.guide_by_hash = [](std::string_view) { return project_guide(); };
    unix_seconds at = 0;
    for (int steps = 0; steps < 100; ++steps) {
        auto turn = advance(around, std::move(state), {{}, {}, at, std::string(32, '0'), time_came{}});
        if (turn.wake_at == 0)
            return;
        state = std::move(turn.next);
        at = turn.wake_at > at ? turn.wake_at : at + 1;
    }
}

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
        let_time_pass(*state);
    }
    return 0;
}
