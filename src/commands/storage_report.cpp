#include "commands/storage_report.hpp"

#include "settings/settings.hpp"

#include <fmt/format.h>

#include <ostream>
#include <string_view>

namespace crossroads {
namespace {

std::string what_to_do(failure_kind kind, std::string const& data_dir)
{
    switch (kind) {
    case failure_kind::damaged:
        return fmt::format(
            ". Nothing was changed. Restore a backup, or save what can be read: crossroads journal salvage "
            "{} NEW-DIRECTORY",
            data_dir);
    case failure_kind::in_use: return ". Stop it first, or work on another directory";
    case failure_kind::newer_format:
    case failure_kind::not_data:
    case failure_kind::unusable: break;
    }
    return {};
}

std::string counted(std::size_t number, std::string_view one, std::string_view many)
{
    return fmt::format("{} {}", number, number == 1 ? one : many);
}

}  // namespace

std::string data_dir_of(std::string const& given, std::map<std::string, std::string> const& environment)
{
    if (!given.empty())
        return given;
    auto const set = environment.find("CROSSROADS_DATA_DIR");
    if (set != environment.end() && !set->second.empty())
        return set->second;
    return settings().data_dir.string();
}

exit_code report(storage_failure const& failure, std::string const& data_dir, std::ostream& errors)
{
    std::string what = failure.what();
    if (!what.starts_with(data_dir + ":"))
        what = data_dir + ": " + what;
    errors << "crossroads: " << what << what_to_do(failure.kind(), data_dir) << '\n';
    switch (failure.kind()) {
    case failure_kind::damaged:
    case failure_kind::newer_format:
    case failure_kind::not_data: return exit_code::invalid_input;
    case failure_kind::in_use:
    case failure_kind::unusable: break;
    }
    return exit_code::failed;
}

std::string describe(read_back const& data)
{
    return fmt::format(
        "{}, {} waiting, {} given up, up to line {}",
        counted(data.contents.all().size(), "conversation", "conversations"),
        counted(data.contents.pending(), "message", "messages"), data.contents.dead_letter_count(),
        data.end.last);
}

}  // namespace crossroads
