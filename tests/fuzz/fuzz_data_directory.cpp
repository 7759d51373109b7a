// A data directory of any bytes: a start, a check and a salvage survive it, and what is salvaged starts.
#include "storage/backup.hpp"
#include "storage/data_files.hpp"
#include "storage/line_text.hpp"
#include "storage/salvage.hpp"
#include "storage/storage_failure.hpp"
#include "support/simulated_disk.hpp"

#include <nlohmann/json.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace crossroads {
namespace {

constexpr char between_files = '\x1e';

void require(bool holds)
{
    if (!holds)
        std::abort();
}

using states = std::map<std::string, std::string>;

states states_of(ledger const& contents)
{
    states all;
    for (auto const& [conversation, stored] : contents.all())
        all[conversation] = stored->state.text;
    return all;
}

std::optional<states> read_strictly(disk& directory)
{
    try {
        return states_of(read_data(directory).contents);
    } catch (storage_failure const&) {
        return std::nullopt;
    }
}

void show_everything(disk& directory)
{
    try {
        show_lines(directory, {}, [](std::string_view line) { require(nlohmann::json::accept(line)); });
    } catch (storage_failure const&) {
        return;
    }
}

void salvage_everything(disk& directory, std::optional<states> const& strictly)
{
    salvaged_data saved;
    try {
        saved = read_what_is_good(directory);
    } catch (storage_failure const& failure) {
        // A start cuts a torn tail unread; a salvage reads it, and may find there what a later version wrote.
        require(failure.kind() == failure_kind::newer_format || !strictly);
        require(failure.kind() != failure_kind::damaged);
        return;
    }
    simulated_platter fresh(1);
    simulated_disk to(fresh);
    write_anew(to, saved);
    auto const again = states_of(read_data(to).contents);
    for (auto const& [conversation, state] : again)
        require(states_of(saved.contents).at(conversation) == state);
    if (strictly)
        require(saved.others.empty() || !saved.left_out.empty());
}

}  // namespace
}  // namespace crossroads

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    using namespace crossroads;
    std::string_view const text(reinterpret_cast<char const*>(data), size);
    simulated_platter platter(1);
    auto const end = text.find(between_files);
    if (end == std::string_view::npos) {
        platter.put(journal_name(0), std::string(text));
    } else {
        platter.put(snapshot_name(2), std::string(text.substr(0, end)));
        platter.put(journal_name(2), std::string(text.substr(end + 1)));
    }
    simulated_disk directory(platter);
    auto const strictly = read_strictly(directory);
    show_everything(directory);
    salvage_everything(directory, strictly);
    return 0;
}
