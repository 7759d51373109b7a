#include "commands/backup_command.hpp"

#include "commands/storage_report.hpp"
#include "storage/backup.hpp"
#include "storage/new_directory.hpp"
#include "storage/posix_disk.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <ostream>

namespace crossroads {
namespace {

// Replaced as a whole when it changes, and looked at after the journal: it knows what was sent.
constexpr char const* workspace_file = "playground.json";

}  // namespace

exit_code back_up(
    backup_command const& asked, std::map<std::string, std::string> const& environment, std::ostream& out,
    std::ostream& errors)
{
    auto const data_dir = data_dir_of(asked.data_dir, environment);
    try {
        auto const from = open_posix_disk_beside(data_dir);
        new_directory made(asked.destination);
        auto const copied = back_up(*from, made.files());
        copy_if_there(*from, made.files(), workspace_file);
        made.publish();
        out << fmt::format(
            "{}: a whole copy of {}: {} ({})\n", asked.destination, data_dir, describe(copied),
            fmt::join(copied.files, ", "));
        out.flush();
        return exit_code::done;
    } catch (storage_failure const& failure) {
        return report(failure, data_dir, errors);
    }
}

}  // namespace crossroads
